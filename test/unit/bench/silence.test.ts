import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { watchAnswers } from '../../../bench/silence';
import { longestSilence } from '../../../bench/statistics';

const SILENCE = 200;

/** A server that answers, keeps silent for a while, or hangs up. */
async function withServer(
	work: (
		url: string,
		behave: (way: string) => void,
		answered: (more: number) => Promise<void>,
	) => Promise<void>,
) {
	let way = 'answer';
	let answers = 0;
	const paths = new Set<string>();
	const server = createServer(async (request, response) => {
		paths.add(request.url ?? '');
		if (way === 'hang up') {
			request.socket.destroy();
			return;
		}
		if (way === 'wait') {
			way = 'answer';
			await wait(SILENCE);
		}
		response.end('{"status":"ok"}');
		answers++;
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	try {
		await work(
			`http://127.0.0.1:${port}`,
			(next) => (way = next),
			async (more) => {
				const wanted = answers + more;
				while (answers < wanted) await wait(5);
			},
		);
	} finally {
		server.closeAllConnections();
		server.close();
	}
	expect([...paths]).toEqual(['/healthz']);
}

describe('watchAnswers', () => {
	test.each(['wait', 'hang up'])('finds the silence of a server that does: %s', async (way) => {
		await withServer(async (url, behave, answered) => {
			const from = Date.now();
			const stop = watchAnswers(url);
			await answered(4);
			behave(way);
			await wait(SILENCE);
			behave('answer');
			await answered(4);
			const answers = await stop();
			const silence = longestSilence(answers, from, Date.now());
			expect(answers.length).toBeGreaterThan(4);
			expect(silence).toBeGreaterThan(SILENCE / 2);
			expect([...answers].sort((one, other) => one - other)).toEqual(answers);
		});
	});
});
