/** Attacks with overheard calls. Huawei signs time, nonce and user name, and not the body. */
import { randomUUID } from 'node:crypto';

import {
	accountData,
	bodyOf,
	type Call,
	callTrigger,
	expectRefused,
	SECRET,
	sign,
} from '../../../builders/receiptCall';

const VICTIM = bodyOf({ token: 'VICTIM', result: 2 });

/** The parts of a header that `sign` made. */
function partsOf(signature: string) {
	const [timestamp = '', nonce = '', value = ''] = signature
		.split('; ')
		.map((part) => part.slice(part.indexOf('=') + 1));
	return { timestamp, nonce, value };
}

/** A genuine call that was taken: what an attacker reads in a proxy's log. */
async function overhear(signature = sign(), credentialId = 'credential') {
	const outcome = await callTrigger({ signature, credentialId });
	expect(outcome.items).toHaveLength(1);
	return partsOf(signature);
}

describe('an overheard call with another body is refused', () => {
	it('as it is', async () => {
		const signature = sign();
		await overhear(signature);
		await expectRefused({ signature, body: VICTIM }, 401, 'replay');
	});

	it('with digits of the time moved into the nonce', async () => {
		const { timestamp, nonce, value } = await overhear();
		const shifted = `timestamp=${timestamp.slice(0, 10)}; nonce=${timestamp.slice(10)}${nonce}; value=${value}`;
		await expectRefused({ signature: shifted, body: VICTIM }, 401, 'replay');
	});

	it('with digits of the nonce moved into the time', async () => {
		const seconds = Math.floor(Date.now() / 1000);
		const { timestamp, nonce, value } = await overhear(
			sign({ timestamp: seconds, nonce: `123${randomUUID()}` }),
		);
		const shifted = `timestamp=${timestamp}${nonce.slice(0, 3)}; nonce=${nonce.slice(3)}; value=${value}`;
		await expectRefused({ signature: shifted, body: VICTIM }, 401, 'replay');
	});

	it('at a trigger whose user name ends as the nonce did', async () => {
		const { timestamp, nonce, value } = await overhear();
		const longer = accountData({ userName: `${nonce.slice(-4)}shop-receipts` });
		const shifted = `timestamp=${timestamp}; nonce=${nonce.slice(0, -4)}; value=${value}`;
		await expectRefused(
			{ signature: shifted, body: VICTIM, credential: longer, credentialId: randomUUID() },
			401,
			'replay',
		);
	});

	it.each<[string, (parts: ReturnType<typeof partsOf>) => string]>([
		['without padding', ({ value }) => value.replace(/=+$/, '')],
		['with more padding', ({ value }) => `${value}=`],
		['in the URL alphabet', ({ value }) => value.replaceAll('+', '-').replaceAll('/', '_')],
		[
			'with other unused bits at its end',
			({ value }) => value.replace(/(.)=$/, (_, last: string) => `${nextLetter(last)}=`),
		],
	])('with the value %s', async (_name, rewrite) => {
		const parts = await overhear();
		const signature = `timestamp=${parts.timestamp};nonce=${parts.nonce};value=${rewrite(parts)}`;
		const outcome = await callTrigger({ signature, body: VICTIM });
		expect([outcome.status, outcome.items]).toEqual([401, undefined]);
	});

	it.each<[string, (header: string) => string]>([
		['given twice', (header) => `${header}, ${header}`],
		['in another order', (header) => header.split('; ').reverse().join(';')],
		[
			'with other blanks and cases',
			(header) => ` ${header.replaceAll('=', ' = ').replace('timestamp', 'TimeStamp')} ;`,
		],
		['with a part more', (header) => `${header};version=2`],
	])('with the header %s', async (_name, rewrite) => {
		const signature = sign();
		await overhear(signature);
		const outcome = await callTrigger({ signature: rewrite(signature), body: VICTIM });
		expect([outcome.status, outcome.items]).toEqual([401, undefined]);
	});

	it('at a copy of the credential, with the secret written otherwise', async () => {
		const signature = sign();
		await overhear(signature);
		for (const copy of [
			accountData(),
			accountData({ secret: SECRET.replace(/=+$/, '') }),
			accountData({ secret: 'another-secret-of-now', previousSecret: SECRET }),
			accountData({ secretEncoding: 'base64' }),
			// HMAC fills a short key with zero bytes, so that this is the same key.
			accountData({
				secret: Buffer.concat([Buffer.alloc(32, 7), Buffer.alloc(3)]).toString('base64'),
			}),
		]) {
			const call = { signature, body: VICTIM, credential: copy, credentialId: randomUUID() };
			await expectRefused({ ...call, workflowId: randomUUID() }, 401, 'replay');
		}
	});

	it('at another workflow, and at the test URL', async () => {
		const signature = sign();
		await overhear(signature);
		await expectRefused({ signature, body: VICTIM, workflowId: 'workflow-2' }, 401, 'replay');
		await expectRefused({ signature, body: VICTIM, mode: 'manual' }, 401, 'replay');
	});

	it('at the production URL, after the test URL took it', async () => {
		const signature = sign();
		await callTrigger({ signature, mode: 'manual' });
		await expectRefused({ signature, body: VICTIM }, 401, 'replay');
	});

	it.each<[string, Call]>([
		['its caller hung up', { callerIsGone: true }],
		['n8n could not store it', { storing: 'fails' }],
		['its body was refused', { body: 'no receipt' }],
		['its body was of version V1', { body: '{"statuses":[{"appid":"1","token":"t","status":0}]}' }],
		['it is still being worked on', { storing: 'neverEnds' }],
		['nothing of it was wanted', { parameters: { triggerOn: ['throttled'] } }],
	])('although %s', async (_name, first) => {
		const signature = sign();
		await callTrigger({ signature, ...first });
		await expectRefused({ signature, body: VICTIM }, 401, 'replay');
	});
});

/** The same six bits of Base64 but for the two that a padded value does not use. */
function nextLetter(letter: string): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
	return alphabet[alphabet.indexOf(letter) ^ 1] ?? letter;
}

describe('a signature stays used for as long as any trigger would take it', () => {
	it.each([
		[
			'by a trigger with a smaller tolerance',
			{ options: { tolerance: 10 } },
			{ options: { tolerance: 300 } },
			30_000,
		],
		[
			'by one with a small tolerance, for one with the largest',
			{ options: { tolerance: 1 } },
			{ options: { tolerance: 86_400 } },
			86_000_000,
		],
		['by one with the default, for a larger one', {}, { options: { tolerance: 3600 } }, 3_000_000],
	])('when it was first seen %s', async (_name, first, second, later) => {
		const start = 1_796_000_000_000;
		const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
		try {
			const signature = sign({ timestamp: start });
			expect((await callTrigger({ signature, parameters: first })).status).toBe(200);
			clock.mockReturnValue(start + later);
			// Fresh calls make the memory drop what has expired.
			await callTrigger({ signature: sign() });
			await expectRefused({ signature, body: VICTIM, parameters: second }, 401, 'replay');
		} finally {
			clock.mockRestore();
		}
	});

	it('also one from the future, until its own time is over', async () => {
		const start = 1_797_000_000_000;
		const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
		try {
			const signature = sign({ timestamp: start + 290_000 });
			expect((await callTrigger({ signature })).status).toBe(200);
			clock.mockReturnValue(start + 580_000);
			await callTrigger({ signature: sign() });
			await expectRefused({ signature, body: VICTIM }, 401, 'replay');
		} finally {
			clock.mockRestore();
		}
	});

	it('and no tolerance is larger than a day, whatever was typed', async () => {
		const parameters = { options: { tolerance: 1e12 } };
		const signature = sign({ timestamp: Date.now() - 86_500_000 });
		await expectRefused({ signature, parameters }, 401, 'stale');
	});
});

describe('a nonce that is always the same', () => {
	it.each([':', '0', '-', 'null', '00000000-0000-0000-0000-000000000000'])(
		'as %j is taken each time',
		async (nonce) => {
			const now = Date.now();
			const body = bodyOf({ token: 'TOKEN_A' });
			for (const [timestamp, text] of [
				[now - 2000, body],
				[now - 1000, bodyOf({ token: 'TOKEN_B' })],
				[now, body],
			] as const) {
				const outcome = await callTrigger({ signature: sign({ timestamp, nonce }), body: text });
				expect(outcome).toMatchObject({ status: 200, items: [{}] });
			}
		},
	);
});
