import { generateKeyPairSync } from 'node:crypto';

import { FIRST_PLACES } from '../../../../../push-kit/delivery/throttle';
import { makeAccount, type SandboxAccount } from '../../../../../sandbox/account/serviceAccount';
import { startSandbox, type Sandbox } from '../../../../../sandbox/server';
import {
	ALWAYS,
	count,
	credentialsOf,
	customers,
	expectConserved,
	expectNoSecrets,
	PERSONAL,
	push,
	strike,
	wordsOf,
} from '../pushRun';

// A thousand requests, each on a connection of its own, take seconds on a busy machine.
let sandbox: Sandbox;
let logins: Set<string>;

let account: SandboxAccount;
let keys = 0;

beforeAll(async () => {
	account = await makeAccount();
});

// A key ID of its own for each test: the node remembers the JWT of a key beyond one run.
beforeEach(async () => {
	keys += 1;
	const keyFile = { ...account.keyFile, key_id: `key-${keys}` };
	sandbox = await startSandbox({ account: { ...account, keyFile } });
	logins = new Set();
	const { checkJwt } = sandbox.state;
	Object.defineProperty(sandbox.state, 'checkJwt', {
		value: (authorization: string | undefined, now: number) => {
			logins.add(String(authorization));
			return checkJwt(authorization, now);
		},
	});
});

afterEach(async () => await sandbox.close());

describe('a run', () => {
	it('reads the credential once and signs once for 1,000 personal messages', async () => {
		const items = customers(1000);
		const run = await push(sandbox, items, { parameters: PERSONAL });
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(1000);
		expect(sandbox.store.received).toBe(1000);
		expect(run.credentialReads).toBe(1);
		expect(logins.size).toBe(1);
	});

	it('uses the signature of the run before', async () => {
		await push(sandbox, customers(2));
		await push(sandbox, customers(2));
		expect(logins.size).toBe(1);
	});
});

describe('a refused login', () => {
	it('401 once: signs anew and sends, without the operator noticing', async () => {
		strike(sandbox, 'code', { code: '80200005', status: 401 });
		const items = customers(1500);
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(1500);
		expect(logins.size).toBe(2);
	});

	it.each([200, 400])('80200005 inside %d: signs anew, once', async (status) => {
		strike(sandbox, 'code', { code: '80200005', status });
		const items = customers(5);
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(5);
		expect(logins.size).toBe(2);
		expect(sandbox.store.received).toBe(2);
	});

	it.each([
		['401 always', { code: '80200001', status: 401 }, 'service account key'],
		['80200005 inside 200 always', { code: '80200005', status: 200 }, 'clock'],
	])('%s: fails the run with the next click, after a few requests', async (_, answer, words) => {
		strike(sandbox, 'code', { ...answer, ...ALWAYS });
		const items = customers(300);
		const run = await push(sandbox, items, { parameters: PERSONAL });
		expect(run.error?.message).toBe(`Push Kit took none of 300 messages (code ${answer.code})`);
		expect(run.error?.description).toContain(words);
		expect(sandbox.acceptances.total).toBe(0);
		// The first window, each with its one renewal: then nothing more goes there.
		expect(sandbox.store.received).toBeLessThanOrEqual(2 * FIRST_PLACES);
		expectNoSecrets(sandbox, items, wordsOf(run));
	});

	it.each([401, 200])(
		'a clock that is two hours slow: says so (%d)',
		async (expiredTokenStatus) => {
			sandbox.state.settings = {
				...sandbox.state.settings,
				clockOffset: 2 * 3_600_000,
				expiredTokenStatus,
			};
			const items = customers(3);
			const settings = { onError: 'continueRegularOutput' } as const;
			const run = await push(sandbox, items, { settings });
			expectConserved(sandbox, items, run);
			expect(run.told).toMatchObject(
				items.map(() => ({ outcome: 'failed', code: '80200005', verdict: 'fixSetup', output: 1 })),
			);
			expect(run.told[0]?.advice).toContain('Check the clock of the machine that runs n8n');
			expect(sandbox.store.received).toBe(2);
		},
	);

	it('a clock that is two hours fast fails too', async () => {
		sandbox.state.settings = { ...sandbox.state.settings, clockOffset: -2 * 3_600_000 };
		const run = await push(sandbox, customers(3));
		expect(run.error?.message).toBe('Push Kit took none of 3 messages (code 80200001)');
	});
});

describe('a credential that cannot sign', () => {
	const broken: Array<[string, (sandbox: Sandbox) => object, RegExp]> = [
		['a member is missing', (one) => ({ ...one.keyFile, sub_account: undefined }), /sub_account/],
		[
			'the key is not an RSA key',
			(one) => ({
				...one.keyFile,
				private_key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
					type: 'pkcs8',
					format: 'pem',
				}),
			}),
			/RSA/,
		],
	];

	it.each(broken)('%s: nothing is sent, the member is named', async (_, make, words) => {
		const credentials = {
			...credentialsOf(sandbox),
			serviceAccountKey: JSON.stringify(make(sandbox)),
		};
		const items = customers(3);
		const run = await push(sandbox, items, { credentials });
		expect(run.error?.message).toMatch(words);
		expect(sandbox.store.received).toBe(0);
		expectNoSecrets(sandbox, items, wordsOf(run));

		const settings = { onError: 'continueRegularOutput' } as const;
		const lenient = await push(sandbox, items, { credentials, settings });
		expect(lenient.error).toBeUndefined();
		expectConserved(sandbox, items, lenient);
		expect(lenient.outputs[0]).toEqual([]);
		expect(lenient.told).toMatchObject(
			items.map(() => ({ outcome: 'failed', reason: 'notReady', verdict: 'fixSetup', output: 1 })),
		);
	});
});
