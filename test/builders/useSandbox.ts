/** What most integration tests begin with. */
import { startSandbox, type Sandbox } from '../../sandbox/server';

/**
 * A sandbox for the tests of a file: started before the first, emptied before each, closed after the last. Call
 * it at the top of the file; inside tests it is the running sandbox.
 */
export function useSandbox(): Sandbox {
	let running: Sandbox | undefined;
	const started = () => {
		if (running === undefined) throw new Error('The sandbox starts before the first test.');
		return running;
	};
	beforeAll(async () => {
		running = await startSandbox();
	});
	beforeEach(() => started().reset());
	afterAll(async () => await running?.close());
	// A stand-in until it runs, so that no test has to keep it in a variable of its own.
	const standIn: object = new Proxy({}, { get: (_, name) => Reflect.get(started(), name) });
	return standIn as Sandbox;
}

/** Full jitter times nothing: retries of the tests of a file back off without waiting. */
export function retryWithoutWaiting(): void {
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(() => jest.restoreAllMocks());
}
