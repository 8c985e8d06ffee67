import {
	findAccountFault,
	testReceiptAccount,
} from '../../../../nodes/HuaweiPushTrigger/credentialTest';

const GOOD = { userName: 'shop', secret: 'AQIDBAUGBwg=', secretEncoding: 'base64' };

describe('findAccountFault', () => {
	it.each([
		['Base64', GOOD],
		['Base64 without padding', { ...GOOD, secret: 'AQIDBAUGBwg' }],
		['text', { ...GOOD, secret: 'my key!', secretEncoding: 'text' }],
		['either, with automatic', { ...GOOD, secret: 'my key!', secretEncoding: 'auto' }],
		['blanks around the values', { ...GOOD, userName: ' shop ', secret: ' AQIDBAUGBwg= ' }],
		['a previous secret', { ...GOOD, previousSecret: 'AQIDBA==' }],
	])('finds none in %s', (_name, data) => {
		expect(findAccountFault(data)).toBeUndefined();
	});

	it.each([
		['an empty user name', { ...GOOD, userName: ' ' }, /^User Name is empty.*AppGallery Connect/],
		['no user name', { secret: GOOD.secret }, /^User Name is empty/],
		['a user name over two lines', { ...GOOD, userName: 'a\nb' }, /^User Name holds a line break/],
		['an empty secret', { ...GOOD, secret: '' }, /^Secret is empty.*AppGallery Connect/],
		['a secret over two lines', { ...GOOD, secret: 'AQID\nBAUG' }, /^Secret holds a line break/],
		[
			'a secret that is no Base64',
			{ ...GOOD, secret: 'my key!' },
			/^Secret holds characters.*Text/,
		],
		['a Base64 secret cut short', { ...GOOD, secret: 'AQIDB' }, /^Secret cannot be Base64/],
		['a faulty previous secret', { ...GOOD, previousSecret: 'my key!' }, /^Previous Secret holds/],
	])('names the field and the next click for %s', (_name, data, sentence) => {
		expect(findAccountFault(data)).toMatch(sentence);
	});

	it('never repeats the secret', () => {
		expect(findAccountFault({ ...GOOD, secret: 'my key!' })).not.toContain('my key!');
	});
});

describe('testReceiptAccount', () => {
	const context = {
		logger: { debug() {}, info() {}, warn() {}, error() {} },
		helpers: Object.create(null),
	};
	const credential = { id: '1', name: 'Receipts', type: 'huaweiPushReceiptApi' };

	it('passes a credential without a fault', async () => {
		const result = await testReceiptAccount.call(context, { ...credential, data: GOOD });
		expect(result.status).toBe('OK');
	});

	it('fails one without data', async () => {
		const result = await testReceiptAccount.call(context, credential);
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining('User Name') });
	});
});
