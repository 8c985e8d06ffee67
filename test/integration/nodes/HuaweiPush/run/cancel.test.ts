import { useSandbox } from '../../../../builders/useSandbox';
import { pause, until, watchLog } from './cancelledRun';
import { startFaultyServer } from './faultyServer';
import { credentialsOf, customers, expectNoSecrets, MESSAGE, PERSONAL, push } from '../pushRun';

const sandbox = useSandbox();

afterEach(() => jest.restoreAllMocks());

/** Resolves once the sandbox has got so many requests. */
async function requests(count: number): Promise<void> {
	await new Promise<void>((resolve) => {
		const stop = sandbox.store.watch(() => {
			if (sandbox.store.received < count) return;
			stop();
			resolve();
		});
	});
}

describe('cancelling', () => {
	it('stops further requests at once, and leaves the counts in the log', async () => {
		const log = watchLog();
		const items = customers(100);
		for (const { pushToken } of items.slice(2)) {
			sandbox.state.scripts.set(String(pushToken), { fault: { fault: 'timeout', times: 1 } });
		}
		const run = await push(sandbox, items, {
			parameters: { ...PERSONAL, options: { concurrency: 2 } },
			cancelAfter: requests(4),
		});
		expect(run.run.status).toBe('canceled');
		await until(() => log.length > 0);
		expect(sandbox.store.received).toBe(4);
		expect(sandbox.acceptances.findRepeated()).toEqual([]);
		const logged = log.join('\n');
		expect(logged).toContain(
			'Huawei Push Kit, cancelled: 2 accepted, 98 problems: 2 with unknown outcome (wait for their receipts), 96 to retry later',
		);
		expectNoSecrets(sandbox, items, logged);
	});

	it('does not wait for the end of a pause', async () => {
		const log = watchLog();
		sandbox.state.faults.add({ fault: '503', retryAfter: '100', times: 1 });
		const begun = Date.now();
		// The answer follows the request at once; then the run waits.
		const paused = requests(1).then(async () => await pause(300));
		const run = await push(sandbox, customers(3), { parameters: MESSAGE, cancelAfter: paused });
		expect(run.run.status).toBe('canceled');
		await until(() => log.length > 0);
		expect(Date.now() - begun).toBeLessThan(50_000);
		expect(log.join('\n')).toContain('3 problems: 3 to retry later');
		expect(sandbox.store.received).toBe(1);
	});

	it.each(['silent', 'switchingProtocols', 'drippingHeaders', 'drippingBody'] as const)(
		'stops waiting at once for a server that never comes to an end: %s',
		async (one) => {
			const log = watchLog();
			const server = await startFaultyServer(one);
			const items = customers(20);
			const begun = Date.now();
			await push(sandbox, items, {
				credentials: { ...credentialsOf(sandbox), baseUrl: server.url },
				parameters: { ...PERSONAL, options: { concurrency: 4, timeout: 60_000 } },
				cancelAfter: until(() => server.connections() === 4).then(async () => await pause(400)),
			});
			await until(() => log.length > 0);
			expect(Date.now() - begun).toBeLessThan(30_000);
			expect(log.join('\n')).toContain(
				'20 problems: 4 with unknown outcome (wait for their receipts), 16 to retry later',
			);
			await until(() => server.open() === 0);
			expect(server.open()).toBe(0);
			expect(server.connections()).toBe(4);
			await server.close();
		},
	);
});
