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
	return standIn(started);
}

/** Stands for what is made later, so that no test has to keep it in a variable of its own. */
export function standIn<T extends object>(find: () => T): T {
	const nobody: object = {};
	return new Proxy(nobody, {
		get: (_, name) => Reflect.get(find(), name),
		set: (_, name, value) => Reflect.set(find(), name, value),
	}) as T;
}

/** Full jitter times nothing: retries of the tests of a file back off without waiting. */
export function retryWithoutWaiting(): void {
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(() => jest.restoreAllMocks());
}
