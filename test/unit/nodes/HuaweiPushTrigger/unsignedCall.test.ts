/** AppGallery Connect's receipt test: without a signature, and without a receipt. */
import fc from 'fast-check';

import { judgeUnsigned } from '../../../../nodes/HuaweiPushTrigger/unsignedCall';
import { bodyOf, callTrigger, expectRefused, sign, SUCCESS } from '../../../builders/receiptCall';

const V1 = '{"statuses":[{"appid":"1","token":"t","status":0,"requestId":"1"}]}';

const NO_RECEIPT: Array<[string, string]> = [
	['nothing', ''],
	['blanks', ' \n '],
	['an empty object', '{}'],
	['an empty list', '[]'],
	['null', 'null'],
	['no statuses', '{"statuses":[]}'],
	['statuses that are null', '{"statuses":null}'],
	['an empty status', '{"statuses":[{}]}'],
	['a status that is null', '{"statuses":[null]}'],
	['a status without a token', '{"statuses":[{"pushType":0,"deliveryStatus":{"result":0}}]}'],
	[
		'a status of empty fields',
		'{"statuses":[{"token":"","pushType":0,"appPackageName":null,"biTag":"","requestId":"","deliveryStatus":{"result":0,"timestamp":0}}]}',
	],
	['a blank token', '{"statuses":[{"token":" \\u200b","deliveryStatus":{"result":2}}]}'],
	['a token that is a number', '{"statuses":[{"token":0,"deliveryStatus":{"result":2}}]}'],
	['a word', 'test'],
	['a form', 'a=1&b=2'],
];

const RECEIPT: Array<[string, string]> = [
	['a receipt', bodyOf({})],
	['a token without a result', '{"statuses":[{"token":"TOKEN_A","pushType":0}]}'],
	[
		'a receipt among empty ones',
		`{"statuses":[{},null,${JSON.stringify({ token: 'T', pushType: 0 })}]}`,
	],
	['a receipt of version V1', V1],
	['an element of version V1 without a token', '{"statuses":[{"appid":"1","status":0}]}'],
	['more than was ever sent', JSON.stringify({ statuses: Array(6000).fill({}) })],
	['more than a test holds', `{"statuses":[]${' '.repeat(300_000)}}`],
];

describe('an unsigned call', () => {
	it.each(NO_RECEIPT)('with %s is acknowledged and starts nothing', async (_name, body) => {
		const outcome = await callTrigger({ signature: null, body });
		expect(outcome).toMatchObject({
			status: 200,
			body: SUCCESS,
			items: undefined,
			credentialReads: 0,
			levels: ['debug'],
		});
	});

	it.each(RECEIPT)('with %s is refused', async (_name, body) => {
		const outcome = await expectRefused({ signature: null, body }, 401, 'missing');
		expect(outcome.levels).toEqual(['debug']);
	});

	it('is treated alike at the test URL', async () => {
		const call = { signature: null, mode: 'manual' as const };
		expect(await callTrigger({ ...call, body: '{}' })).toMatchObject({
			status: 200,
			items: undefined,
		});
		await expectRefused(call, 401, 'missing');
	});

	it('is refused without a credential, whatever it holds', async () => {
		await expectRefused({ signature: null, body: '{}', credential: null }, 401, 'noCredential');
	});

	it('whose body cannot be read is refused', async () => {
		await expectRefused({ signature: null, bodyIsRead: 'fails' }, 401, 'missing');
	});

	it.each([...NO_RECEIPT, ...RECEIPT])(
		'with %s starts nothing with Acknowledge Unsigned Calls either',
		async (_name, body) => {
			const parameters = { options: { acknowledgeUnsigned: true } };
			const { status, items } = await callTrigger({ signature: null, body, parameters });
			expect(items).toBeUndefined();
			expect(status).toBe(body.includes('appid') ? 400 : 200);
		},
	);
});

describe('a call that is signed, but not well', () => {
	const forged = sign({ key: Buffer.alloc(32, 8) });
	it.each(NO_RECEIPT)('is refused with %s, as with anything', async (_name, body) => {
		await expectRefused({ signature: 'hello', body }, 401, 'malformed');
		await expectRefused({ signature: forged, body }, 401, 'mismatch');
		const acknowledging = { options: { acknowledgeUnsigned: true } };
		await expectRefused({ signature: forged, body, parameters: acknowledging }, 401, 'mismatch');
	});
});

describe('Verification: None', () => {
	const parameters = { verification: 'none' };

	it.each(NO_RECEIPT.filter(([, body]) => !body.includes('statuses":[{')))(
		'acknowledges an unsigned call with %s, as AppGallery Connect tests the address',
		async (_name, body) => {
			const outcome = await callTrigger({ signature: null, body, parameters });
			expect(outcome).toMatchObject({ status: 200, body: SUCCESS, items: undefined });
		},
	);

	it('still refuses what is no receipt in a signed call', async () => {
		await expectRefused({ body: 'hello', parameters }, 400, 'notJson');
	});

	it('refuses more statuses than any call of Huawei has', async () => {
		const body = JSON.stringify({ statuses: Array(6000).fill({ token: 't' }) });
		await expectRefused({ signature: null, body, parameters }, 400, 'tooManyStatuses');
	});
});

describe('judgeUnsigned', () => {
	it('reads a body up to 256 kB, and no further', () => {
		const body = (bytes: number) => Buffer.from('{}'.padEnd(bytes));
		expect(judgeUnsigned(body(262_144), false)).toBe('acknowledge');
		expect(judgeUnsigned(body(262_145), false)).toBe('missing');
		expect(judgeUnsigned(body(262_145), true)).toBe('acknowledge');
		expect(judgeUnsigned(undefined, true)).toBe('acknowledge');
	});

	it('acknowledges nothing that the trigger would take as receipts of somebody', () => {
		const json = fc.jsonValue({ maxDepth: 5 });
		fc.assert(
			fc.property(json, fc.string({ minLength: 1 }), (value, name) => {
				const statuses = [value, { token: `T${name}T`, deliveryStatus: value }];
				const body = Buffer.from(JSON.stringify({ statuses }));
				expect(judgeUnsigned(body, false)).toBe('missing');
			}),
		);
	});
});
