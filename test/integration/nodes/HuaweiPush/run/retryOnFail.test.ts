import { retryWithoutWaiting, useSandbox } from '../../../../builders/useSandbox';
import {
	ALWAYS,
	count,
	customers,
	expectConserved,
	MESSAGE,
	PERSONAL,
	push,
	strike,
	type PushRun,
} from '../pushRun';

const sandbox = useSandbox();
retryWithoutWaiting();

const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

function expectNoReasonToRunAgain({ outputs }: PushRun): void {
	expect(outputs[0]?.[0]?.json.error).toBeUndefined();
}

const personal = { parameters: PERSONAL };

describe('Retry On Fail', () => {
	it('runs again when nobody got anything, and then everybody gets it once', async () => {
		strike(sandbox, 'code', { code: '80300002', status: 400, times: 2 });
		const items = customers(5);
		const run = await push(sandbox, items, { settings: RETRY });
		expect(run.error).toBeUndefined();
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(5);
		expect(sandbox.store.received).toBe(3);
	});

	it('stops after the last try', async () => {
		strike(sandbox, 'code', { code: '80300002', status: 400, ...ALWAYS });
		const run = await push(sandbox, customers(5), { settings: RETRY });
		expect(run.error?.message).toBe('Push Kit took none of 5 messages (code 80300002)');
		expect(sandbox.store.received).toBe(3);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s and a faulty first item: the others are sent once',
		async (onError) => {
			const items = customers(4).map((item, index) => ({ ...item, text: index === 0 ? '' : 'Hi' }));
			const run = await push(sandbox, items, {
				parameters: { ...MESSAGE, body: '={{ $json.text }}' },
				settings: { ...RETRY, onError },
			});
			expectConserved(sandbox, items, run);
			expectNoReasonToRunAgain(run);
			expect(count(run, 'accepted')).toBe(3);
			expect(sandbox.store.received).toBe(1);
		},
	);

	it('a faulty first item that stops the run: nothing is ever sent', async () => {
		const items = customers(4).map((item, index) => ({ ...item, text: index === 0 ? '' : 'Hi' }));
		const parameters = { ...MESSAGE, body: '={{ $json.text }}' };
		const run = await push(sandbox, items, { parameters, settings: RETRY });
		expect(run.error?.message).toMatch(/^Item 1: /);
		expect(sandbox.store.received).toBe(0);
	});

	it('a first request that times out: never sent again', async () => {
		const items = customers(3);
		sandbox.state.scripts.set(String(items[0]?.pushToken), {
			fault: { fault: 'timeoutAfter', times: 1 },
		});
		const run = await push(sandbox, items, {
			parameters: { ...PERSONAL, options: { timeout: 1000 } },
			settings: RETRY,
		});
		expectConserved(sandbox, items, run);
		expectNoReasonToRunAgain(run);
		expect(run.told.find(({ item }) => item === 0)).toMatchObject({
			outcome: 'unknown',
			reason: 'timeout',
		});
		expect(sandbox.store.received).toBe(3);
	});

	it('one unknown among failures of the set-up: never sent again', async () => {
		const items = customers(8);
		sandbox.state.scripts.set(String(items[7]?.pushToken), {
			fault: { fault: '500AfterAcceptance', times: 1 },
		});
		for (const { pushToken } of items.slice(0, 7)) {
			sandbox.state.scripts.set(String(pushToken), {
				fault: { fault: 'code', code: '80300002', status: 400, times: Infinity },
			});
		}
		const run = await push(sandbox, items, { ...personal, settings: RETRY });
		expect(run.error).toBeUndefined();
		expectConserved(sandbox, items, run);
		expectNoReasonToRunAgain(run);
		expect(sandbox.store.received).toBe(8);
	});

	it.each(['500AfterAcceptance', 'resetAfter', 'truncated', 'empty', 'html'] as const)(
		'everything unknown after %s: never sent again',
		async (fault) => {
			strike(sandbox, fault, ALWAYS);
			const items = customers(3);
			const run = await push(sandbox, items, { settings: RETRY });
			expect(run.error).toBeUndefined();
			expectConserved(sandbox, items, run);
			expect(count(run, 'unknown')).toBe(3);
			expect(sandbox.store.received).toBe(1);
		},
	);

	it('some accepted, some refused: never sent again', async () => {
		const items = customers(50);
		for (const index of [0, 7, 20]) {
			sandbox.state.scripts.set(String(items[index]?.pushToken), { reason: 'tokenFormatError' });
		}
		const run = await push(sandbox, items, { settings: RETRY });
		expectConserved(sandbox, items, run);
		expectNoReasonToRunAgain(run);
		expect(count(run, 'rejected')).toBe(3);
		expect(sandbox.store.received).toBe(1);
	});
});
