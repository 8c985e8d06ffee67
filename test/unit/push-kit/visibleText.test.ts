import { holdsUnseen, trimInvisible, withoutFormat } from '../../../push-kit/visibleText';

describe('trimInvisible', () => {
	it.each([
		['blanks', ' key '],
		['line ends and tabs', '\r\n\tkey\n'],
		['no-break and wide blanks', '\u00a0\u2007key\u3000\u202f'],
		['zero-width characters', '\u200b\u200dkey\u2060\ufeff'],
		['marks of direction', '\u200e\u202akey\u202c\u2069'],
		['soft hyphens and controls', '\u00ad\0key\u001f\u007f'],
		['fillers', '\u115f\u3164key\uffa0\u2800'],
	])('takes %s off both ends', (_name, text) => {
		expect(trimInvisible(text)).toBe('key');
	});

	it.each(['k', '"key"', 'my key', 'k\u200bey', '客户', '😀'])('leaves %j as it is', (text) => {
		expect(trimInvisible(text)).toBe(text);
	});

	it('leaves nothing of what cannot be seen', () => {
		expect(trimInvisible(' \u200b ')).toBe('');
		expect(trimInvisible('')).toBe('');
	});
});

describe('holdsUnseen', () => {
	it.each(['a\tb', 'a\u00a0b', 'a\u200bb', 'a\nb', 'a\u3164b', '\u2800'])('sees %j', (text) => {
		expect(holdsUnseen(text)).toBe(true);
	});

	it.each(['', 'a b', 'key!', '客户'])('sees nothing in %j', (text) => {
		expect(holdsUnseen(text)).toBe(false);
	});
});

describe('withoutFormat', () => {
	it('takes marks of format out, wherever they stand, and nothing else', () => {
		expect(withoutFormat('\ufeffsp\u200bri\u00adng \u200e客户 ')).toBe('spring 客户 ');
	});
});
