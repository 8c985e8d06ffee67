import { buildSendBody, checkSize, measureMessage } from '../../../../push-kit/message/size';

const EMPTY = '{"payload":{"extraData":""},"target":{"token":[]}}'.length;

const withText = (extraData: string) => ({ payload: { extraData } });

describe('the size of a message', () => {
	it.each([
		['letters', 'abc', 3],
		['accents', 'é', 2],
		['Chinese characters', '推送', 6],
		['emoji', '😀', 4],
		['a joined emoji', '👩‍👩‍👧', 18],
		['quotes, which JSON escapes', '""', 4],
		['line breaks, which JSON escapes', '\n', 2],
		['half a character, which JSON escapes', '\ud83d', 6],
	])('counts %s as UTF-8 bytes of the JSON', (_what, text, bytes) => {
		expect(measureMessage(withText(text))).toBe(EMPTY + bytes);
	});

	it('counts delivery options, but neither tokens nor empty options', () => {
		const message = withText('x');
		expect(measureMessage({ ...message, pushOptions: {} })).toBe(EMPTY + 1);
		expect(measureMessage({ ...message, pushOptions: { ttl: 60 } })).toBe(
			EMPTY + 1 + ',"pushOptions":{"ttl":60}'.length,
		);
	});

	it.each([
		['x', 1],
		['推', 3],
		['😀', 4],
	])('may be 4096 bytes of %s, and not one more', (character, bytes) => {
		const room = 4096 - EMPTY;
		const text = character.repeat(Math.floor(room / bytes)) + 'x'.repeat(room % bytes);
		expect(checkSize(withText(text))).toEqual([]);
		expect(checkSize(withText(`${text}x`)).map(({ message }) => message)).toEqual([
			'The message has 4097 bytes; Push Kit takes at most 4096, push tokens not counted. Shorten its texts or data by 1 bytes (a Chinese character counts 3).',
		]);
	});
});

describe('buildSendBody', () => {
	it('puts payload, options and tokens together', () => {
		const payload = { extraData: 'x' };
		expect(buildSendBody({ payload, pushOptions: { ttl: 5 } }, ['A', 'B'])).toEqual({
			payload,
			pushOptions: { ttl: 5 },
			target: { token: ['A', 'B'] },
		});
	});

	it('leaves empty options out', () => {
		expect(Object.keys(buildSendBody({ payload: {}, pushOptions: {} }, ['A']))).toEqual([
			'payload',
			'target',
		]);
	});
});
