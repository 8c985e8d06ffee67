import { randomUUID } from 'node:crypto';

import {
	accountData,
	bodyOf,
	callTrigger,
	expectRefused,
	SECRET,
	sign,
	SUCCESS,
} from '../../../builders/receiptCall';

describe('a call that is not to be trusted', () => {
	it.each<[string, string | null]>([
		['missing', null],
		['missing', ''],
		['missing', ' , '],
		['malformed', 'hello'],
		['malformed', ';'],
		['mismatch', sign({ key: Buffer.alloc(32, 8) })],
		['mismatch', sign({ userName: 'somebody-else' })],
		['stale', sign({ timestamp: Date.now() - 400_000 })],
		['future', sign({ timestamp: Date.now() + 400_000 })],
	])('is refused with 401 as %s', async (reason, signature) => {
		await expectRefused({ signature }, 401, reason);
	});

	it('is refused without a credential, and with one that is not complete', async () => {
		await expectRefused({ credential: null }, 401, 'noCredential');
		for (const [field, value] of [
			['userName', ''],
			['secret', ''],
			['secret', '  '],
			['secret', '\u200b'],
		] as const) {
			const credential = accountData({ [field]: value });
			await expectRefused({ credential, credentialId: randomUUID() }, 401, 'noCredential');
		}
	});

	it.each(['AA', 'AAAA', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='])(
		'is refused with the secret %j, which is the empty key to HMAC',
		async (secret) => {
			for (const secretEncoding of ['auto', 'base64']) {
				const credential = accountData({ secret, secretEncoding });
				const signature = sign({ key: Buffer.alloc(0) });
				await expectRefused({ credential, credentialId: randomUUID(), signature }, 401, 'mismatch');
			}
		},
	);

	it('is refused when its credential cannot be read, without a word about it to the caller', async () => {
		const credential = new Error('Credential with ID "secret-id" does not exist');
		const call = { credential, credentialId: randomUUID() };
		const outcome = await expectRefused(call, 503, 'credentialUnreadable');
		expect(JSON.stringify(outcome.body)).not.toContain('secret-id');
		expect(outcome.log.join()).toContain('secret-id');
	});

	it('is verified when Verification holds an unknown word', async () => {
		const parameters = { verification: 'something' };
		await expectRefused({ signature: null, parameters }, 401, 'missing');
	});

	it('learns nothing of what would have been right', async () => {
		const forged = sign({ key: Buffer.alloc(32, 8), userName: 'somebody-else' });
		const { body, log } = await callTrigger({ signature: forged });
		for (const text of [JSON.stringify(body), log.join()]) {
			expect(text).not.toContain(SECRET);
			expect(text).not.toContain('shop-receipts');
			expect(text).not.toContain('TOKEN_A');
			expect(text).not.toContain(sign().split('value=')[1]);
		}
	});

	it('gets an answer even when a parameter cannot be read', async () => {
		const parameters = { triggerOn: new Error('[expression failed]') };
		const outcome = await expectRefused({ parameters }, 500, 'internal');
		expect(JSON.stringify(outcome.body)).not.toContain('expression');
		expect(outcome.log.join()).toContain('[expression failed]');
	});
});

describe('Acknowledge Unsigned Calls', () => {
	const parameters = { options: { acknowledgeUnsigned: true } };

	it.each([false, 'false', '', 0, null, 'yes'])(
		'is off when it is %j',
		async (acknowledgeUnsigned) => {
			const options = { options: { acknowledgeUnsigned } };
			await expectRefused({ signature: null, parameters: options }, 401, 'missing');
		},
	);

	it('is on when it is true, as a text too', async () => {
		const options = { options: { acknowledgeUnsigned: 'True' } };
		expect((await callTrigger({ signature: null, parameters: options })).status).toBe(200);
	});

	it('answers an unsigned call with success and starts nothing', async () => {
		const outcome = await callTrigger({ signature: null, parameters });
		expect(outcome).toMatchObject({ status: 200, body: SUCCESS, items: undefined });
	});

	it('does so for any test body but one of version V1', async () => {
		expect((await callTrigger({ signature: null, parameters, body: '' })).status).toBe(200);
		const body = '{"statuses":[{"appid":"1","token":"t","status":0}]}';
		await expectRefused({ signature: null, parameters, body }, 400, 'version1');
	});

	it('still refuses what is signed wrongly, and everything without a credential', async () => {
		await expectRefused(
			{ signature: sign({ nonce: 'x', key: Buffer.alloc(3) }), parameters },
			401,
			'mismatch',
		);
		await expectRefused({ signature: 'hello', parameters }, 401, 'malformed');
		await expectRefused({ signature: null, parameters, credential: null }, 401, 'noCredential');
	});
});

describe('Tolerance', () => {
	it('is in seconds', async () => {
		const signature = () => sign({ timestamp: Date.now() - 400_000 });
		const wide = { options: { tolerance: 500 } };
		expect((await callTrigger({ signature: signature(), parameters: wide })).status).toBe(200);
		await expectRefused({ signature: signature() }, 401, 'stale');
	});

	it.each([0, -5, 'x'])('of %p counts as five minutes', async (tolerance) => {
		const parameters = { options: { tolerance } };
		const signature = sign({ timestamp: Date.now() - 200_000 });
		expect((await callTrigger({ signature, parameters })).status).toBe(200);
		await expectRefused(
			{ signature: sign({ timestamp: 1_790_000_000_000 }), parameters },
			401,
			'stale',
		);
	});
});

describe('the same call again', () => {
	it('is acknowledged and starts nothing', async () => {
		const signature = sign();
		expect((await callTrigger({ signature })).items).toHaveLength(1);
		const again = await callTrigger({ signature });
		expect(again).toMatchObject({ status: 200, body: SUCCESS, items: undefined });
	});

	it('is refused with another body', async () => {
		const signature = sign();
		await callTrigger({ signature });
		await expectRefused({ signature, body: bodyOf({ token: 'FORGED', result: 2 }) }, 401, 'replay');
	});

	it('is taken if n8n could not store the first one', async () => {
		const signature = sign();
		expect((await callTrigger({ signature, storing: 'fails' })).status).toBe(500);
		const again = await callTrigger({ signature });
		expect(again).toMatchObject({ status: 200, items: [{ pushToken: 'TOKEN_A' }] });
	});

	it('is taken if the caller hung up before it got the answer', async () => {
		const signature = sign();
		expect((await callTrigger({ signature, callerIsGone: true })).items).toHaveLength(1);
		expect((await callTrigger({ signature })).items).toHaveLength(1);
	});

	it('is not acknowledged while the first one is still open', async () => {
		const signature = sign();
		await callTrigger({ signature, storing: 'neverEnds' });
		await expectRefused({ signature }, 503, 'pending');
	});

	it('is taken once by each workflow, and by the editor beside the published one', async () => {
		const signature = sign();
		await callTrigger({ signature });
		for (const other of [{ workflowId: 'workflow-2' }, { mode: 'manual' as const }]) {
			expect((await callTrigger({ signature, ...other })).items).toHaveLength(1);
			expect((await callTrigger({ signature, ...other })).items).toBeUndefined();
		}
	});

	it('is refused anew where its body is', async () => {
		const signature = sign();
		await expectRefused({ signature, body: 'x' }, 400, 'notJson');
		await expectRefused({ signature, body: 'x' }, 400, 'notJson');
	});
});
