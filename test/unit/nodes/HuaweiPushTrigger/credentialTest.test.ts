import { randomBytes } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { testReceiptAccount } from '../../../../nodes/HuaweiPushTrigger/credentialTest';
import { callTrigger, sign } from '../../../builders/receiptCall';

const SECRET = randomBytes(24).toString('base64');
const GOOD = { userName: 'shop', secret: SECRET, secretEncoding: 'base64' };

const context = {
	logger: { debug() {}, info() {}, warn() {}, error() {} },
	helpers: Object.create(null),
};

async function testWith(data?: ICredentialDataDecryptedObject) {
	const credential = { id: '1', name: 'Receipts', type: 'huaweiPushReceiptApi' };
	return await testReceiptAccount.call(context, { ...credential, ...(data && { data }) });
}

describe('testReceiptAccount', () => {
	it('passes a credential without a fault', async () => {
		expect(await testWith(GOOD)).toEqual({ status: 'OK', message: expect.any(String) });
	});

	it.each<[string, ICredentialDataDecryptedObject | undefined, RegExp]>([
		['no data', undefined, /^User Name is empty/],
		['a user name of blanks', { ...GOOD, userName: ' \u200b' }, /^User Name is empty/],
		['a secret that is no text', { ...GOOD, secret: {} }, /^Secret is empty/],
		['a short secret', { ...GOOD, secret: 'AQIDBAUGBwg=' }, /^Secret makes a key of only 8 bytes/],
		['a key of zero bytes', { ...GOOD, secret: 'AAAA', secretEncoding: 'auto' }, /zero bytes/],
		[
			'an unknown encoding, as with automatic',
			{ ...GOOD, secret: 'key', secretEncoding: 'x' },
			/3 bytes/,
		],
	])('fails one with %s', async (_name, data, sentence) => {
		expect(await testWith(data)).toEqual({
			status: 'Error',
			message: expect.stringMatching(sentence),
		});
	});

	it.each([
		['blanks and line ends', ` shop\n`, `\t${SECRET}\r\n`],
		['no-break blanks', `\u00a0shop`, `${SECRET}\u00a0`],
		['characters without width', `\u200bshop\ufeff`, `\u2060${SECRET}\u200b`],
	])('passes %s around the values, and so does the trigger', async (_name, userName, secret) => {
		const credential = { userName, secret, secretEncoding: 'auto' };
		expect((await testWith(credential)).status).toBe('OK');
		const signature = sign({ userName: 'shop', key: Buffer.from(SECRET, 'base64') });
		const outcome = await callTrigger({ credential, credentialId: userName + secret, signature });
		expect(outcome).toMatchObject({ status: 200, items: [{}] });
	});

	it('agrees with the trigger that quotation marks may belong to a secret', async () => {
		const secret = `"${SECRET}"`;
		const credential = { userName: 'shop', secret, secretEncoding: 'auto' };
		expect(await testWith(credential)).toMatchObject({ status: 'Error' });
		const signature = sign({ userName: 'shop', key: Buffer.from(secret) });
		const outcome = await callTrigger({ credential, credentialId: secret, signature });
		expect(outcome.status).toBe(200);
	});
});
