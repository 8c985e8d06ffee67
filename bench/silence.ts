/** Whether n8n answers others while it works: a question every ten milliseconds. */
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const INTERVAL_MS = 10;
const GIVE_UP_MS = 60_000;

/**
 * Asks n8n how it is, one question after the other, until the returned function is called: that gives when it
 * answered, in Unix milliseconds, after one last question.
 */
export function watchAnswers(url: string): () => Promise<number[]> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const answers: number[] = [];
	let watching = true;
	const watch = async () => {
		while (watching) {
			// A connection that n8n drops is no answer; the next question is.
			if (await isAnswered(`${url}/healthz`, agent)) answers.push(Date.now());
			await wait(INTERVAL_MS);
		}
	};
	const ended = watch();
	return async () => {
		watching = false;
		await ended;
		agent.destroy();
		return answers;
	};
}

async function isAnswered(url: string, agent: Agent): Promise<boolean> {
	return await new Promise((resolve) => {
		const request = get(url, { agent, timeout: GIVE_UP_MS }, (response) => {
			response.resume();
			response.once('end', () => resolve(true));
			response.once('error', () => resolve(false));
		});
		request.once('timeout', () => request.destroy());
		request.once('error', () => resolve(false));
	});
}
