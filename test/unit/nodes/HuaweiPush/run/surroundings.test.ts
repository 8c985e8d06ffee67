import { SURROUNDINGS } from '../../../../../nodes/HuaweiPush/run/surroundings';

it('ends hundreds of waits at one signal, without a word of leaks', async () => {
	const warn = jest.spyOn(process, 'emitWarning').mockImplementation();
	const stop = new AbortController();
	const listen = jest.spyOn(stop.signal, 'addEventListener');
	const waits = Array.from({ length: 300 }, async () => {
		await SURROUNDINGS.sleep(60_000, stop.signal);
	});
	stop.abort();
	// No timer has to run for it: however busy the machine is, the timer is second.
	const timer = new Promise((resolve) => setTimeout(resolve, 400, 'timer'));
	expect(await Promise.race([Promise.all(waits).then(() => 'ended'), timer])).toBe('ended');
	expect(listen.mock.calls.length).toBe(1);
	expect(warn).not.toHaveBeenCalled();
	warn.mockRestore();
});

it('waits as long as it is told where nothing ends it', async () => {
	const { signal } = new AbortController();
	const start = Date.now();
	await Promise.all([SURROUNDINGS.sleep(30, signal), SURROUNDINGS.sleep(60, signal)]);
	expect(Date.now() - start).toBeGreaterThanOrEqual(58);
});
