import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { useSandbox } from '../../../../builders/useSandbox';
import { startAnsweringServer, SUCCESS } from '../answeringServer';
import { startFaultyServer, type Endless } from './faultyServer';
import { count, credentialsOf, customers, expectConserved, PERSONAL, push } from '../pushRun';

const sandbox = useSandbox();

const ENDLESS: Endless[] = [
	'silent',
	'switchingProtocols',
	'drippingHeaders',
	'drippingBody',
	'drippingChunks',
	'continueFlood',
];

async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const personal = (options: object) => ({ parameters: { ...PERSONAL, options } });

describe('a server that never comes to an end', () => {
	it.each(ENDLESS)('%s: the run ends, unknown is what was tried', async (one) => {
		const server = await startFaultyServer(one);
		const items = customers(30);
		const credentials = { ...credentialsOf(sandbox), baseUrl: server.url };
		const begun = Date.now();
		const run = await push(sandbox, items, {
			credentials,
			...personal({ timeout: 500, concurrency: 6 }),
		});
		expect(Date.now() - begun).toBeLessThan(60_000);
		expect(run.error).toBeUndefined();
		expectConserved(sandbox, items, run);
		const tried = run.told.filter(({ outcome }) => outcome === 'unknown');
		expect(server.connections()).toBe(6);
		expect(tried).toHaveLength(6);
		for (const told of tried) expect(told).toMatchObject({ reason: 'timeout', verdict: 'keep' });
		// A window full of such ends the run: who was not tried is safe to be sent to later.
		expect(count(run, 'skipped')).toBe(24);
		for (const told of run.told.filter(({ outcome }) => outcome === 'skipped')) {
			expect(told).toMatchObject({ reason: 'noAnswers', verdict: 'retryLater' });
		}
		await pause(100);
		expect(server.open()).toBe(0);
		await server.close();
	});
});

describe('a server that is slow', () => {
	it('is waited for as long as Timeout says, and its late answers disturb nothing', async () => {
		const server = await startAnsweringServer((number) => ({
			...SUCCESS,
			after: number <= 3 ? 1500 : 200,
		}));
		const items = customers(12);
		const run = await push(sandbox, items, {
			credentials: { ...credentialsOf(sandbox), baseUrl: server.url },
			...personal({ timeout: 1000, concurrency: 3 }),
		});
		expect(count(run, 'unknown')).toBe(3);
		expect(count(run, 'accepted')).toBe(9);
		expect(server.requests()).toBe(12);
		// Jest fails a test for a rejection that nobody handles.
		await pause(800);
		await server.close();
	});
});

describe('a long time-out', () => {
	it('keeps nothing of thousands of quick requests', async () => {
		const PAD = 20_000;
		const REQUESTS = 5000;
		const body = { code: '80000000', msg: 'Success', requestId: '1' };
		const server = await startAnsweringServer(() => ({
			body: {
				...body,
				pad: Math.random()
					.toString(36)
					.repeat(PAD / 10),
			},
		}));
		setFlagsFromString('--expose-gc');
		const collect: unknown = runInNewContext('gc');
		const heap = () => {
			if (typeof collect === 'function') collect();
			return process.memoryUsage().heapUsed;
		};
		const send = async (number: number) => {
			const run = await push(sandbox, customers(number), {
				credentials: { ...credentialsOf(sandbox), baseUrl: server.url },
				...personal({ timeout: 600_000, concurrency: 32 }),
			});
			return count(run, 'accepted');
		};
		await send(200);
		const before = heap();
		expect(await send(REQUESTS)).toBe(REQUESTS);
		await pause(100);
		const growth = heap() - before;
		// The answers alone are more than 100 million characters.
		expect(growth).toBeLessThan(25_000_000);
		await server.close();
	});
});
