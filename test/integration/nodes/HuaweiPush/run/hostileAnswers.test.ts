import { MOST_PLACES } from '../../../../../push-kit/delivery/throttle';
import { cpuMilliseconds } from '../../../../builders/cpuTime';
import { useSandbox } from '../../../../builders/useSandbox';
import {
	startAnsweringServer,
	SUCCESS,
	type Answering,
	type AnsweringServer,
} from '../answeringServer';
import {
	count,
	credentialsOf,
	customers,
	expectNoSecrets,
	PERSONAL,
	push,
	wordsOf,
	type PushRun,
} from '../pushRun';

const sandbox = useSandbox();

const LOGIN = 'eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlMTIzNDU2Nzg5MA';

interface Attacked {
	run: PushRun;
	server: AnsweringServer;
}

/** A campaign of personal messages against a server that says what it likes; every token is told once. */
async function attack(number: number, answering: Answering, options = {}): Promise<Attacked> {
	const server = await startAnsweringServer(answering);
	const items = customers(number);
	const run = await push(sandbox, items, {
		credentials: { ...credentialsOf(sandbox), baseUrl: server.url },
		parameters: { ...PERSONAL, options },
		settings: { onError: 'continueRegularOutput' },
	});
	await server.close();
	expect(run.told.map(({ pushToken }) => pushToken).sort()).toEqual(
		items.map(({ pushToken }) => String(pushToken)),
	);
	expectNoSecrets(sandbox, items, wordsOf(run));
	return { run, server };
}

describe('an answer that contradicts itself', () => {
	const CODES = ['81000001', '89999999', '80000009', '80100000', '80000001'];

	it.each(CODES.flatMap((code) => [429, 500, 502, 503].map((status) => [status, code] as const)))(
		'%d with the code %s: nobody is sent the message twice, nobody is told that it failed',
		async (status, code) => {
			const { run, server } = await attack(6, () => ({ status, body: { code, msg: 'x' } }));
			expect([...server.copies.values()]).toEqual([1, 1, 1, 1, 1, 1]);
			expect(count(run, 'unknown')).toBe(6);
			expect(run.told.map(({ verdict }) => verdict)).toEqual(Array(6).fill('keep'));
		},
	);

	it.each([401, 404, 429, 500, 503])('a success with %d is one', async (status) => {
		const { run } = await attack(6, () => ({ status, ...SUCCESS }));
		expect(count(run, 'accepted')).toBe(6);
	});

	it('a login that is refused with Inner Error tells nothing of those that were not sent', async () => {
		const { run, server } = await attack(60, () => ({
			status: 401,
			body: { code: '81000001', msg: '' },
		}));
		const sent = run.told.filter(({ pushToken }) => server.copies.has(pushToken));
		expect(sent.every(({ outcome }) => outcome === 'unknown')).toBe(true);
		expect(count(run, 'unknown')).toBe(sent.length);
	});
});

describe('a stray answer', () => {
	it.each([
		['404', { status: 404, body: '<html>Not Found</html>' }],
		['401', { status: 401, body: '' }],
		['a refused account', { status: 200, body: { code: '80200001', msg: '' } }],
	])('%s to the first request: everybody else gets the message', async (_, reply) => {
		// Where the login is refused, n8n sends once more by itself.
		const { run } = await attack(60, (number, [token]) =>
			number === 1 || (reply.status === 401 && token === 'customer-token-0000') ? reply : SUCCESS,
		);
		expect(count(run, 'accepted')).toBe(59);
		expect(count(run, 'failed')).toBe(1);
	});
});

describe('a key that is dead', () => {
	it.each([
		['404', { status: 404, body: '' }],
		['401', { status: 401, body: '' }],
		['a refused account', { status: 200, body: { code: '80200001', msg: '' } }],
	])('%s costs a few requests, not thousands', async (_, reply) => {
		for (const concurrency of [1, 8]) {
			const { run, server } = await attack(1000, () => reply, { concurrency });
			expect(count(run, 'failed')).toBe(1000);
			expect(server.requests()).toBeLessThanOrEqual(16);
		}
	});

	it('is found out in the middle too', async () => {
		const { run, server } = await attack(1000, (number) =>
			number <= 200 ? SUCCESS : { status: 404, body: '' },
		);
		expect(count(run, 'accepted')).toBe(200);
		// What was under way when it was found out.
		expect(server.requests()).toBeLessThanOrEqual(200 + MOST_PLACES);
	});
});

describe('flow control', () => {
	it.each([
		['of no time', '0'],
		['in the past', 'Mon, 23 Nov 2020 10:00:00 GMT'],
		['below nothing', '-1'],
		['that is no number', '1x'],
	])('a Retry-After %s does not switch the back-off off', async (_, retryAfter) => {
		let begun = 0;
		const { run, server } = await attack(60, () => {
			begun ||= Date.now();
			const over = Date.now() - begun > 600;
			return over ? SUCCESS : { status: 503, headers: { 'Retry-After': retryAfter }, body: '' };
		});
		expect(count(run, 'accepted')).toBe(60);
		expect(server.requests()).toBeLessThan(160);
	});

	it.each(['7200', '1000000000000', '9'.repeat(400), 'Fri, 31 Dec 2999 23:59:59 GMT'])(
		'a Retry-After of %s hangs nothing',
		async (retryAfter) => {
			const begun = Date.now();
			const { run } = await attack(6, () => ({
				status: 503,
				headers: { 'Retry-After': retryAfter },
				body: '',
			}));
			expect(Date.now() - begun).toBeLessThan(20_000);
			expect(run.told).toMatchObject(Array(6).fill({ outcome: 'failed', verdict: 'retryLater' }));
		},
	);
});

describe('what an answer says', () => {
	const said =
		(word: string) =>
		(_: number, [token]: string[]) => ({
			status: 400,
			body: {
				code: word.replace('TOKEN', String(token)),
				msg: `${word.replace('TOKEN', String(token))} is wrong`,
				requestId: word.replace('TOKEN', String(token)),
			},
		});

	it.each([
		['a push token', 'TOKEN'],
		['a login', LOGIN],
		['a login in a header', `Bearer ${LOGIN}`],
		['much', `${'9'.repeat(500)} `.repeat(400)],
	])('%s is shown and kept without secrets, and in bounds', async (_, word) => {
		const { run } = await attack(3, said(word));
		for (const { json } of run.outputs.flat()) {
			const { pushToken, ...rest } = json;
			const kept = JSON.stringify(rest);
			expect(kept).not.toContain(String(pushToken));
			expect(kept).not.toContain(LOGIN.slice(-20));
			expect(kept.length).toBeLessThan(1500);
		}
	});

	it.each([
		['beginnings of logins', JSON.stringify('eyJ'.repeat(70_000))],
		['a text that is no JSON', JSON.stringify('['.repeat(100_000))],
		['a deep list', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
		['a deep object', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
	])('%s does not stop n8n', async (_, msg) => {
		for (const code of ['80100000', '80100003', '80300007']) {
			const body = `{"code":"${code}","msg":${msg}}`;
			const begun = cpuMilliseconds();
			const { run } = await attack(4, () => ({ status: 200, body }));
			expect(cpuMilliseconds() - begun).toBeLessThan(3000);
			expect(count(run, 'accepted')).toBe(0);
		}
	});
});
