import type { FastifyInstance } from 'fastify';

import type { State } from '../state/state';
import { findCourse, listArrivals, type ArrivalFilter } from './arrivals';

interface ListQuery {
	Querystring: ArrivalFilter & { limit?: string };
}

interface IdParams {
	Params: { id: string };
}

const DEFAULT_LIMIT = 300;

/** The lines of the inbox, and everything about one of them. */
export function addArrivalRoutes(app: FastifyInstance, state: State): void {
	const { store } = state;
	app.get<ListQuery>('/sandbox/arrivals', ({ query }) => {
		const { limit, ...filter } = query;
		return listArrivals(store, filter, Number(limit) || DEFAULT_LIMIT);
	});
	app.delete('/sandbox/arrivals', () => {
		state.forgetArrivals();
		return { total: 0, matching: 0, arrivals: [] };
	});
	app.get<IdParams>('/sandbox/arrivals/:id', async ({ params }, reply) => {
		const id = Number(params.id);
		const message = store.findMessage(id);
		if (message) return { message, course: findCourse(store, message) };
		const revocation = store.revocations.find((one) => one.id === id);
		if (revocation) return { revocation };
		const imageCheck = store.imageChecks.find((one) => one.id === id);
		if (imageCheck) return { imageCheck };
		return await reply.code(404).send({ error: `There is no request ${params.id}.` });
	});
}
