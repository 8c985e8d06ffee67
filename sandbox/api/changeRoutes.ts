import type { FastifyInstance } from 'fastify';

import type { State } from '../state/state';
import { describeRoute } from './openapi/describeRoute';

/** Bytes that wait for a watcher who does not read. */
const MAX_UNREAD = 1024 * 1024;

/** `GET /sandbox/changes`: server-sent events, one for each {@link Change}, for a live page. */
export function addChangeRoutes(app: FastifyInstance, state: State): void {
	// A HEAD of a stream that never ends would never be answered.
	app.get(
		'/sandbox/changes',
		{
			exposeHeadRoute: false,
			schema: describeRoute({
				summary: 'Server-sent events, one for each change',
				produces: 'text/event-stream',
			}),
		},
		(_request, reply) => {
			reply.hijack();
			const { raw } = reply;
			raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
			raw.write(': watching\n\n');
			const stopWatching = state.store.watch((change) => {
				// A page that sleeps reads nothing; once it wakes it connects again and looks at all anew.
				if (raw.writableLength > MAX_UNREAD) raw.destroy();
				else raw.write(`data: ${JSON.stringify(change)}\n\n`);
			});
			raw.on('close', stopWatching);
		},
	);
}
