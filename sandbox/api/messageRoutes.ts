import type { FastifyInstance } from 'fastify';

import type { State } from '../state/state';
import type { StoredMessage } from '../state/store';

interface MessageQuery {
	Querystring: {
		/** Message type (`liveView`) or push-type (`7`). */
		type?: string;
		token?: string;
		biTag?: string;
		/** Code of the answer. */
		code?: string;
		/** Only messages with a higher id. */
		after?: string;
		/** Only the newest so many. */
		limit?: string;
		/** `false` leaves the token lists out, for large runs. */
		tokens?: string;
	};
}

interface IdParams {
	Params: { id: string };
}

interface AcceptanceQuery {
	Querystring: { token?: string; tokens?: string };
}

type Filter = (message: StoredMessage) => boolean;

function readFilters(query: MessageQuery['Querystring']): Filter[] {
	const { type, token, biTag, code, after } = query;
	const filters: Filter[] = [];
	if (type) filters.push((one) => one.messageType === type || String(one.pushType) === type);
	if (biTag) filters.push((one) => one.biTag === biTag);
	if (code) filters.push((one) => one.answer?.body.code === code);
	if (after) filters.push((one) => one.id > Number(after));
	if (token) {
		filters.push(
			(one) =>
				one.acceptedTokens.includes(token) ||
				Object.values(one.illegalTokens).some((tokens) => tokens.includes(token)),
		);
	}
	return filters;
}

function leaveTokensOut({
	acceptedTokens,
	illegalTokens,
	revokedTokens,
	...message
}: StoredMessage) {
	const count = (tokens: string[]) => tokens.length;
	return {
		...message,
		body: undefined,
		acceptedCount: count(acceptedTokens),
		illegalCount: Object.values(illegalTokens).reduce((sum, tokens) => sum + count(tokens), 0),
		revokedCount: count(revokedTokens),
	};
}

/** What arrived: messages, revocations, image checks, and the counts of acceptances. */
export function addMessageRoutes(app: FastifyInstance, state: State): void {
	const { store, acceptances } = state;

	app.get<MessageQuery>('/sandbox/messages', ({ query }) => {
		const filters = readFilters(query);
		const found = store.messages.filter((one) => filters.every((passes) => passes(one)));
		const newest = query.limit ? found.slice(-Math.max(1, Number(query.limit) || 1)) : found;
		const messages = query.tokens === 'false' ? newest.map(leaveTokensOut) : newest;
		return { total: found.length, dropped: store.dropped, messages };
	});
	app.get<IdParams>('/sandbox/messages/:id', async (request, reply) => {
		const message = store.findMessage(Number(request.params.id));
		if (message) return message;
		return await reply.code(404).send({ error: `There is no message ${request.params.id}.` });
	});
	app.get('/sandbox/revocations', () => ({ revocations: store.revocations }));
	app.get('/sandbox/images', () => ({ imageChecks: store.imageChecks }));

	app.get<AcceptanceQuery>('/sandbox/acceptances', ({ query }) => {
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
	});
}
