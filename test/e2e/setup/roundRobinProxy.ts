/**
 * What stands in front of webhook processors: each call goes to the next one. It repeats nothing: a
 * processor that is down costs its caller a 502, as with a plain load balancer.
 */
import { createServer, request } from 'node:http';

export interface RoundRobinProxy {
	url: string;
	/** Calls answered so far, by target. */
	answered: Map<string, number>;
	stop(): Promise<void>;
}

/** @param targets base URLs */
export async function startProxy(targets: readonly string[]): Promise<RoundRobinProxy> {
	const answered = new Map(targets.map((target) => [target, 0]));
	let next = 0;
	const server = createServer((call, answer) => {
		const target = targets[next++ % targets.length] ?? '';
		const onward = request(
			new URL(call.url ?? '/', target),
			{ method: call.method, headers: call.headers },
			(response) => {
				answered.set(target, (answered.get(target) ?? 0) + 1);
				answer.writeHead(response.statusCode ?? 502, response.headers);
				response.pipe(answer);
				response.once('error', () => answer.destroy());
			},
		);
		onward.once('error', () => {
			if (!answer.headersSent) answer.writeHead(502);
			answer.end();
		});
		call.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		answered,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
