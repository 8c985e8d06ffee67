import type { FastifyInstance } from 'fastify';

import { isMessage, type Arrival, type Message } from '../state/arrival';
import type { State } from '../state/state';
import { ARRIVAL_QUERY, NOT_FOUND, describeRoute } from './openapi/describeRoute';
import { contains, filterArrivals, takeNewest, type ArrivalQuery } from './arrivalFilter';
import { isFirstMessage } from './firstSteps';
import { findCourse, summarise, type ArrivalSummary } from './arrivals';
import { findReceipts, type MessageReceipts } from './messageReceipts';

interface ListQuery {
	Querystring: ArrivalQuery;
}

interface IdParams {
	Params: { id: string };
}

/** The lines of the inbox, the newest first. */
export interface ArrivalList {
	/** What is kept, and how much of it passes the filter. */
	total: number;
	matching: number;
	arrivals: ArrivalSummary[];
}

/** Everything about one request. */
export interface ArrivalDetail {
	arrival: Arrival;
	/** Every change of the live view it belongs to, the oldest first; empty for all else. */
	course: Message[];
	/** Of a message: the receipts that were sent for it, and whether there is an address for them. */
	receipts?: MessageReceipts;
	receiptsOn: boolean;
}

const DEFAULT_LIMIT = 300;

/** The lines of the inbox, and everything about one of them. */
export function addArrivalRoutes(app: FastifyInstance, state: State): void {
	const { store } = state;

	const list = (query: ArrivalQuery): ArrivalList => {
		const { arrivals } = store;
		const found = filterArrivals(arrivals, query, contains);
		const shown = takeNewest(found, query, DEFAULT_LIMIT);
		return {
			total: arrivals.length,
			matching: found.length,
			arrivals: [...shown].reverse().map(summarise),
		};
	};

	app.get<ListQuery>(
		'/sandbox/arrivals',
		{
			schema: describeRoute({
				summary: 'Requests of every kind in short, the newest first, as the inbox lists them',
				query: { ...ARRIVAL_QUERY, token: 'Part of a push token', biTag: 'Part of the batch tag' },
			}),
		},
		({ query }) => list(query),
	);
	app.delete(
		'/sandbox/arrivals',
		{ schema: describeRoute({ summary: 'Forgets what arrived; everything that was set stays' }) },
		() => {
			state.forgetArrivals();
			return list({});
		},
	);
	app.get<IdParams>(
		'/sandbox/arrivals/:id',
		{
			schema: describeRoute({
				summary: 'One request; for a live view with the course it belongs to',
				refusals: NOT_FOUND,
			}),
		},
		async ({ params }, reply) => {
			const arrival = store.find(Number(params.id));
			if (!arrival) {
				return await reply.code(404).send({ error: `There is no request ${params.id}.` });
			}
			if (isFirstMessage(arrival) && !state.lookedAtMessage) {
				state.lookedAtMessage = true;
				store.announce({ kind: 'setup', id: 0 });
			}
			const detail: ArrivalDetail = {
				arrival,
				course: findCourse(store, arrival),
				receipts: isMessage(arrival) ? findReceipts(state.receipts.calls, arrival) : undefined,
				receiptsOn: state.receipts.settings !== undefined,
			};
			return detail;
		},
	);
}
