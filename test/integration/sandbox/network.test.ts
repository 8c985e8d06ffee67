/** The settings that make the sandbox as far away, or as busy, as a real service. */
import { BODIES, REVOKE_BODY, withTokens } from '../../builders/sandbox/bodies';
import { Client, useClient, startTestSandbox } from '../../builders/sandbox/client';

const LATENCY = 200;
/** Longer than any machine takes for a request. */
const ENDLESS = 60_000;
/** Timers may be a little early by the clock that is read here. */
const TOLERANCE = 5;

let now = Date.now();
const { sandbox, client } = useClient({ clock: () => now });

const set = async (settings: object) => await client.rest('PUT', 'settings', settings);
const send = async (token = 'A') => await client.send(withTokens(BODIES.notification, [token]));

async function measure(work: () => Promise<unknown>): Promise<number> {
	const started = performance.now();
	await work();
	return performance.now() - started;
}

describe('latency', () => {
	it('delays each answer and fault', async () => {
		await set({ latency: LATENCY });
		await client.rest('POST', 'faults', { fault: '503' });
		expect(await measure(send)).toBeGreaterThan(LATENCY - TOLERANCE);
		expect(sandbox.acceptances.total).toBe(0);
		expect(await measure(send)).toBeGreaterThan(LATENCY - TOLERANCE);
		expect(sandbox.acceptances.total).toBe(1);
	});

	it('delays neither the work nor the REST API', async () => {
		const far = await startTestSandbox();
		far.state.settings.latency = ENDLESS;
		const farClient = new Client(far);
		let isAnswered = false;
		const answer = farClient.send(BODIES.notification).then(() => (isAnswered = true));
		const time = await measure(async () => {
			do await farClient.rest('GET', 'settings');
			while (far.acceptances.total === 0);
		});
		expect(time).toBeLessThan(ENDLESS / 2);
		expect(isAnswered).toBe(false);
		await far.close();
		await answer;
	});

	it('is that of one answer for a hundred at once', async () => {
		await set({ latency: LATENCY });
		const tokens = Array.from({ length: 100 }, (_, index) => `T${index}`);
		const time = await measure(async () => await Promise.all(tokens.map(send)));
		expect(time).toBeGreaterThan(LATENCY - TOLERANCE);
		expect(time).toBeLessThan((tokens.length / 2) * LATENCY);
		expect(sandbox.acceptances.total).toBe(100);
	});

	it('does not hold up the end', async () => {
		const far = await startTestSandbox();
		far.state.settings.latency = ENDLESS;
		const unanswered = new Client(far).send(BODIES.notification).catch(() => 'cut');
		while (far.store.received === 0) await new Promise(setImmediate);
		await far.close();
		await unanswered;
	});

	it.each([-1, 3_600_001, 'long'])('cannot be %j', async (latency) => {
		expect((await set({ latency })).status).toBe(400);
	});
});

describe('requestsPerSecond', () => {
	it('takes so many of a second, and meets the others with 503', async () => {
		await set({ requestsPerSecond: 2 });
		const statuses: number[] = [];
		for (const passed of [0, 500, 499, 1, 0, 0]) {
			now += passed;
			statuses.push((await send()).status);
		}
		expect(statuses).toEqual([200, 200, 503, 200, 200, 503]);
		expect(sandbox.acceptances.total).toBe(4);
		expect(sandbox.store.messages.filter(({ fault }) => fault === '503')).toHaveLength(2);
	});

	it('counts no other endpoint, and anew when the clock is turned back', async () => {
		await set({ requestsPerSecond: 1 });
		expect((await client.revoke(REVOKE_BODY)).status).toBe(200);
		expect((await send()).status).toBe(200);
		expect((await client.revoke(REVOKE_BODY)).status).toBe(200);
		await set({ clockOffset: -5_000 });
		expect((await send()).status).toBe(200);
	});
});
