import type { FastifyInstance } from 'fastify';

import type { State } from '../state';

/** `GET /sandbox/changes`: server-sent events, one for each {@link Change}, for a live page. */
export function addChangeRoutes(app: FastifyInstance, state: State): void {
	app.get('/sandbox/changes', (_request, reply) => {
		reply.hijack();
		const { raw } = reply;
		raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		raw.write(': watching\n\n');
		const stopWatching = state.store.watch((change) => {
			raw.write(`data: ${JSON.stringify(change)}\n\n`);
		});
		raw.on('close', stopWatching);
	});
}
