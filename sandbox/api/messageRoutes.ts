import type { FastifyInstance } from 'fastify';

import type { Arrival } from '../state/arrival';
import type { State } from '../state/state';
import { ARRIVAL_QUERY, NOT_FOUND, TOKENS, describeRoute } from './openapi/describeRoute';
import {
	filterArrivals,
	isSame,
	leaveTokensOut,
	takeNewest,
	type ArrivalQuery,
} from './arrivalFilter';

interface ListQuery {
	Querystring: ArrivalQuery;
}

interface IdParams {
	Params: { id: string };
}

interface AcceptanceQuery {
	Querystring: { token?: string; tokens?: string };
}

/** A list as tests ask for it: the oldest first, tokens and batch tags as a whole. */
function list<T extends Arrival>(arrivals: readonly T[], query: ArrivalQuery) {
	const found = filterArrivals(arrivals, query, isSame);
	const newest = takeNewest(found, query);
	return {
		total: found.length,
		newest: query.tokens === 'false' ? newest.map(leaveTokensOut) : newest,
	};
}

/** What arrived: messages, revocations, image checks, and the counts of acceptances. */
export function addMessageRoutes(app: FastifyInstance, state: State): void {
	const { store, acceptances } = state;

	app.get<ListQuery>(
		'/sandbox/messages',
		{
			schema: describeRoute({
				summary: 'Send requests that arrived, the oldest first',
				query: ARRIVAL_QUERY,
			}),
		},
		({ query }) => {
			const { total, newest: messages } = list(store.messages, query);
			return { total, dropped: store.dropped, messages };
		},
	);
	app.get<IdParams>(
		'/sandbox/messages/:id',
		{ schema: describeRoute({ summary: 'One send request', refusals: NOT_FOUND }) },
		async (request, reply) => {
			const message = store.findMessage(Number(request.params.id));
			if (message) return message;
			return await reply.code(404).send({ error: `There is no message ${request.params.id}.` });
		},
	);
	app.get<ListQuery>(
		'/sandbox/revocations',
		{ schema: describeRoute({ summary: 'Revoke requests that arrived', query: ARRIVAL_QUERY }) },
		({ query }) => ({
			revocations: list(store.revocations, query).newest,
		}),
	);
	app.get<ListQuery>(
		'/sandbox/images',
		{ schema: describeRoute({ summary: 'Image checks that arrived', query: ARRIVAL_QUERY }) },
		({ query }) => ({
			imageChecks: list(store.imageChecks, query).newest,
		}),
	);

	app.get<AcceptanceQuery>(
		'/sandbox/acceptances',
		{
			schema: describeRoute({
				summary: 'How often each message was accepted for each token',
				query: { token: 'Exact push token', tokens: TOKENS },
			}),
		},
		({ query }) => {
			const { token } = query;
			const messages = acceptances
				.list()
				.filter((one) => token === undefined || one.tokens.has(token))
				.map(({ tokens, ...message }) => {
					const counts = token === undefined ? tokens : [[token, tokens.get(token)]];
					return query.tokens === 'false'
						? { ...message, tokenCount: tokens.size }
						: { ...message, tokenCount: tokens.size, tokens: Object.fromEntries(counts) };
				});
			return {
				total: acceptances.total,
				complete: acceptances.complete,
				repeated: acceptances.findRepeated(),
				messages,
			};
		},
	);
}
