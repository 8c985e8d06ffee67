import { retryWithoutWaiting, useSandbox } from '../../../../builders/useSandbox';
import {
	ALWAYS,
	count,
	credentialsOf,
	customers,
	expectConserved,
	expectNoSecrets,
	MESSAGE,
	PERSONAL,
	push,
	strike,
	wordsOf,
} from '../pushRun';
import { startFaultyServer, type Misbehaviour } from './faultyServer';

const sandbox = useSandbox();
retryWithoutWaiting();

const options = (more: object) => ({ parameters: { ...MESSAGE, options: more } });

describe('flow control', () => {
	it.each([
		['without Retry-After', {}],
		['with Retry-After in seconds', { retryAfter: '0' }],
		['with Retry-After as a date', { retryAfter: 'Mon, 23 Nov 2020 10:00:00 GMT' }],
	])('503 storms %s: everybody gets the message once', async (_, more) => {
		const items = customers(6000);
		strike(sandbox, '503', { times: 5, ...more });
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(6000);
	});

	it('waits as long as Retry-After asks', async () => {
		strike(sandbox, '503', { retryAfter: '1' });
		const items = customers(3);
		await push(sandbox, items);
		const [first, second] = sandbox.store.messages.map(({ time }) => Date.parse(time));
		expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(1000);
	});

	it('gives up where Huawei wants silence for longer than a run lasts, and fails the run, because nobody got anything', async () => {
		strike(sandbox, '503', { ...ALWAYS, retryAfter: '300' });
		const items = customers(5);
		const run = await push(sandbox, items);
		expect(run.error?.message).toBe('Push Kit took none of 5 messages');
		expect(run.error?.description).toContain('limiting the flow');
		expect(sandbox.store.received).toBe(1);
		expect(sandbox.acceptances.total).toBe(0);
	});
});

describe('answers that leave it open whether the message was taken', () => {
	it.each([
		['500AfterAcceptance', 'code81000001'],
		['500BeforeAcceptance', 'code81000001'],
		['502AfterAcceptance', 'http502'],
		['502BeforeAcceptance', 'http502'],
		['html', 'noCode'],
		['empty', 'noCode'],
		['truncated', 'connectionBroken'],
		['resetAfter', 'connectionBroken'],
		['resetBefore', 'connectionBroken'],
	] as const)('%s: unknown, never sent again', async (fault, reason) => {
		const items = customers(2100);
		strike(sandbox, fault);
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(count(run, 'unknown')).toBe(1000);
		expect(count(run, 'accepted')).toBe(1100);
		expect(sandbox.store.received).toBe(3);
		const unknown = run.told.find(({ outcome }) => outcome === 'unknown');
		expect(unknown).toMatchObject({ output: 1, verdict: 'keep' });
		expect(unknown?.reason).toBe(reason);
		expect(unknown?.advice).toMatch(/receipt/);
	});

	it('a time-out after acceptance: unknown, never sent again', async () => {
		const items = customers(1);
		strike(sandbox, 'timeoutAfter');
		const run = await push(sandbox, items, options({ timeout: 1000 }));
		expectConserved(sandbox, items, run);
		expect(run.told).toMatchObject([{ outcome: 'unknown', reason: 'timeout' }]);
		expect(sandbox.acceptances.total).toBe(1);
		expect(sandbox.store.received).toBe(1);
	});

	it.each(['500AfterAcceptance', 'resetAfter'] as const)(
		'%s is tried again with a Campaign ID: the phone shows one message of it',
		async (fault) => {
			const items = customers(3);
			strike(sandbox, fault);
			const run = await push(sandbox, items, options({ campaignId: 'spring' }));
			expect(count(run, 'accepted')).toBe(3);
			const [acceptance] = sandbox.acceptances.list();
			expect(acceptance?.appMessageId).toMatch(/^[0-9a-f]{32}$/);
			expect(sandbox.store.received).toBe(2);
		},
	);

	it('slow answers and answers out of order are matched to their own tokens', async () => {
		const items = customers(30);
		for (const [index, delay] of [
			[0, 250],
			[3, 120],
			[11, 60],
		] as const) {
			sandbox.state.scripts.set(String(items[index]?.pushToken), {
				fault: { fault: 'slow', delay, times: 1 },
			});
		}
		sandbox.state.scripts.set(String(items[5]?.pushToken), { reason: 'tokenFormatError' });
		const run = await push(sandbox, items, { parameters: PERSONAL });
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(29);
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			[...items.keys()].filter((item) => item !== 5).map((item) => ({ item })),
		);
		expect(run.told.find(({ outcome }) => outcome === 'rejected')).toMatchObject({
			item: 5,
			verdict: 'remove',
		});
	});

	it('a code that nobody knows, inside 200', async () => {
		strike(sandbox, 'code', { code: '89999999', msg: 'Something new', status: 200 });
		const items = customers(2);
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(run.told[0]).toMatchObject({
			outcome: 'unknown',
			reason: 'unknownCode',
			code: '89999999',
		});
		expect(run.told[0]?.advice).toContain('"Something new"');
	});
});

describe('servers that are none', () => {
	const misbehaviours: Misbehaviour[] = [
		'resetAtOnce',
		'closeAtOnce',
		'resetAfterRequest',
		'resetInAnswer',
		'cutAnswer',
		'noHttp',
	];

	it.each(misbehaviours)(
		'%s: every token is told, and sent again only if it never left',
		async (one) => {
			const server = await startFaultyServer(one);
			const items = customers(3);
			const credentials = { ...credentialsOf(sandbox), baseUrl: server.url };
			const settings = { onError: 'continueRegularOutput' } as const;
			const run = await push(sandbox, items, { credentials, settings });
			await server.close();
			expectConserved(sandbox, items, run);
			// Whether a connection that is reset at once counts as made is up to the operating system.
			const neverLeft = one === 'resetAtOnce' && count(run, 'failed') === 3;
			const expected = neverLeft
				? { outcome: 'failed', reason: 'notConnected', output: 1 }
				: { outcome: 'unknown', reason: 'connectionBroken', output: 1 };
			expect(run.told).toMatchObject(items.map(() => expected));
			expect(server.connections()).toBe(neverLeft ? 6 : 1);
			expectNoSecrets(sandbox, items, wordsOf(run));
		},
	);

	it('sends neither login nor tokens on to where a server redirects', async () => {
		const elsewhere = await startFaultyServer('cutAnswer');
		const server = await startFaultyServer('redirect', elsewhere.url);
		const credentials = { ...credentialsOf(sandbox), baseUrl: server.url };
		const run = await push(sandbox, customers(2), { credentials });
		await server.close();
		await elsewhere.close();
		expect(run.error?.description).toContain('API Base URL');
		expect(elsewhere.connections()).toBe(0);
	});

	it('a server without TLS: nothing was sent, and the run says so', async () => {
		const items = customers(3);
		const baseUrl = sandbox.url.replace('http:', 'https:');
		const credentials = { ...credentialsOf(sandbox), baseUrl };
		const run = await push(sandbox, items, { credentials });
		expect(run.error?.description).toContain('does not speak https at this address');
		expect(run.error?.description).toContain('Nothing was sent.');
	});

	it.each([
		['connection refused', 'http://127.0.0.1:9', 'refused the connection'],
		['DNS failure', 'https://push-api.huawei.invalid', 'was not found'],
	])('%s: nothing was sent, and the run says so', async (_, baseUrl, words) => {
		const items = customers(3);
		const credentials = { ...credentialsOf(sandbox), baseUrl };
		const run = await push(sandbox, items, { credentials });
		expect(run.error?.message).toBe('Push Kit took none of 3 messages');
		expect(run.error?.description).toContain(words);
		expect(run.error?.description).toContain('Nothing was sent.');
		expect(run.error?.context?.itemIndex).toBeUndefined();
		expectNoSecrets(sandbox, items, wordsOf(run));
	});
});

describe('64 requests at a time', () => {
	it('reaches everybody once, with faults among them', async () => {
		const items = customers(400);
		for (const index of [3, 77, 200, 399]) {
			sandbox.state.scripts.set(String(items[index]?.pushToken), {
				fault: { fault: 'resetAfter', times: 1 },
			});
		}
		for (const index of [5, 100, 300]) {
			sandbox.state.scripts.set(String(items[index]?.pushToken), {
				fault: { fault: '503', times: 1 },
			});
		}
		const parameters = { ...PERSONAL, options: { concurrency: 64 } };
		const run = await push(sandbox, items, { parameters });
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(396);
		expect(count(run, 'unknown')).toBe(4);
		expect(sandbox.store.received).toBe(403);
	});
});
