import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../../../sandbox/server';
import {
	count,
	customers,
	expectConserved,
	MESSAGE,
	PERSONAL,
	push,
	type PushRun,
} from '../pushRun';

let sandbox: Sandbox;

/** A Push Kit of its own for each test, because the process remembers what an address took. */
beforeEach(async () => {
	sandbox = await startSandbox();
});

afterEach(async () => await sandbox.close());

function refuse(items: IDataObject[], reason: string): void {
	for (const { pushToken } of items) sandbox.state.scripts.set(String(pushToken), { reason });
}

const removed = ({ told }: PushRun) =>
	told.filter(({ verdict }) => verdict === 'remove').map(({ pushToken }) => pushToken);

describe('a wrong project', () => {
	it.each([
		['one message to all', MESSAGE],
		['personal messages', PERSONAL],
	])(
		'gives up none of 1,999 good tokens for the malformed one among them: %s',
		async (_, parameters) => {
			const items = customers(parameters === MESSAGE ? 2000 : 60);
			refuse(items.slice(1), 'noRight');
			refuse(items.slice(0, 1), 'tokenFormatError');
			const run = await push(sandbox, items, { parameters });
			expectConserved(sandbox, items, run);
			expect(removed(run)).toEqual([]);
			expect(run.hints[0]?.message).toContain('for which the set-up needs fixing');
		},
	);

	it('gives nobody up in two reasons of half each, nor beside one good token', async () => {
		const items = customers(100);
		refuse(items.slice(0, 50), 'noRight');
		refuse(items.slice(50), 'countryNotSupport');
		expect(removed(await push(sandbox, items))).toEqual([]);
		refuse(items.slice(1), 'noRight');
		sandbox.state.scripts.delete(String(items[0]?.pushToken));
		const run = await push(sandbox, items);
		expect(count(run, 'accepted')).toBe(1);
		expect(removed(run)).toEqual([]);
	});

	it('gives up at most one of 40 customers who each have an execution of their own', async () => {
		const [good, ...foreign] = customers(41);
		refuse(foreign, 'noRight');
		await push(sandbox, [good ?? {}]);
		const all: string[] = [];
		for (const customer of foreign) all.push(...removed(await push(sandbox, [customer])));
		expect(all.length).toBeLessThanOrEqual(1);
	});
});

describe("another app's list", () => {
	it.each(['noRight', 'countryNotSupport', 'tokenFormatError'])(
		'gives nobody up for %s, batch by batch, on the word of a good campaign of another node',
		async (reason) => {
			await push(sandbox, customers(100));
			const foreign = customers(40).map(({ pushToken }) => ({ pushToken: `other-${pushToken}` }));
			refuse(foreign, reason);
			const all: string[] = [];
			for (let at = 0; at < foreign.length; at += 10) {
				const batch = foreign.slice(at, at + 10);
				const run = await push(sandbox, batch, { workflowId: 'another-workflow' });
				all.push(...removed(run));
			}
			expect(all).toEqual([]);
		},
	);
});

describe('a dead token', () => {
	it('is told in the last request of a good campaign', async () => {
		const items = customers(1003);
		refuse(items.slice(1000), 'noRight');
		const run = await push(sandbox, items);
		expect(removed(run)).toEqual(items.slice(1000).map(({ pushToken }) => pushToken));
	});

	it('is told in an execution of its own, after others that went well', async () => {
		for (const customer of customers(3)) await push(sandbox, [customer]);
		const dead = { pushToken: 'dead' };
		refuse([dead], 'tokenFormatError');
		expect(removed(await push(sandbox, [dead]))).toEqual(['dead']);
	});
});

describe('a wrong column', () => {
	const emails = Array.from({ length: 8 }, (_, index) => ({
		pushToken: `token-${index}`,
		email: `customer${index}@example.com`,
	}));

	it.each(['tokenFormatError', 'tokenPlatformNotSupport'])(
		'gives nobody up for %s, alone or after a good run with another Token Field',
		async (reason) => {
			for (const { email } of emails) sandbox.state.scripts.set(email, { reason });
			await push(sandbox, emails);
			await push(sandbox, emails);
			for (const parameters of [MESSAGE, { ...MESSAGE, title: '=Hi {{ $json.email }}' }]) {
				const run = await push(sandbox, emails, {
					parameters: { ...parameters, tokenField: 'email' },
				});
				expect(run.told).toHaveLength(8);
				expect(removed(run)).toEqual([]);
				expect(run.told[0]?.advice).toContain('Token Field');
			}
		},
	);

	it('gives nobody up after a good run of another expression in Push Tokens', async () => {
		const by = (pushTokens: string) => ({
			parameters: { ...MESSAGE, recipients: 'defined', pushTokens },
		});
		for (const { email } of emails) {
			sandbox.state.scripts.set(email, { reason: 'tokenFormatError' });
		}
		await push(sandbox, emails, by('={{ $json.pushToken }}'));
		await push(sandbox, emails, by('={{ $json.pushToken }}'));
		expect(removed(await push(sandbox, emails, by('={{ $json.email }}')))).toEqual([]);
		sandbox.state.scripts.set('token-0', { reason: 'tokenFormatError' });
		const same = await push(sandbox, emails, by('={{ $json.pushToken }}'));
		expect(removed(same)).toEqual(['token-0']);
	});

	it('is not vouched for by the Test Tokens of the credential', async () => {
		for (const { email } of emails)
			sandbox.state.scripts.set(email, { reason: 'tokenFormatError' });
		const parameters = { ...MESSAGE, tokenField: 'email' };
		const credentials = {
			keyFormat: 'json',
			serviceAccountKey: JSON.stringify(sandbox.keyFile),
			baseUrl: sandbox.url,
			testTokens: Array.from({ length: 9 }, (_, index) => `my-phone-${index}`).join('\n'),
		};
		await push(sandbox, emails, { parameters, credentials, mode: 'manual' });
		expect(removed(await push(sandbox, emails, { parameters }))).toEqual([]);
	});
});
