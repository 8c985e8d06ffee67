import {
	decodeText,
	isTooLong,
	MAXIMUM_PASTED_LENGTH,
	plainText,
	trimSigns,
	unescapedText,
	visibleText,
} from '../../../../push-kit/account/pastedText';

describe('isTooLong', () => {
	it('begins behind the longest text that is read', () => {
		expect(isTooLong('a'.repeat(MAXIMUM_PASTED_LENGTH))).toBe(false);
		expect(isTooLong('a'.repeat(MAXIMUM_PASTED_LENGTH + 1))).toBe(true);
	});
});

describe('visibleText', () => {
	it.each([
		['\uFEFF{}', '{}'],
		['ï»¿{}', '{}'],
		['ÿþ{}', '{}'],
		['þÿ{}', '{}'],
		['\uFFFD\uFFFD{}', '{}'],
		['\uFFFD{}', '{}'],
		['{\0"\0a\0"\0}\0', '{"a"}'],
		['a\u200Bb\u200E\u2060\u00AD\u180E\u3164c', 'abc'],
		['a\u001Bb\u007Fc\u0085d', 'abcd'],
		[' \t\na\u00A0 ', 'a'],
		['a\tb\r\nc', 'a\tb\r\nc'],
	])('makes %j into %j', (text, visible) => {
		expect(visibleText(text)).toBe(visible);
	});

	it('takes what looks like a byte order mark away at the beginning only', () => {
		expect(visibleText('a\uFFFDï»¿ÿþþÿ')).toBe('a\uFFFDï»¿ÿþþÿ');
		expect(visibleText('\uFFFD\uFFFD\uFFFDa')).toBe('\uFFFDa');
	});
});

describe('plainText', () => {
	it.each([
		['“a” „b“ «c» ″d″ 「e」 ＂f＂', '"a" "b" "c" "d" "e" "f"'],
		['‘a’ ‚b‛ ‹c› ′d′ ´e´ ＇f＇', "'a' 'b' 'c' 'd' 'e' 'f'"],
		['ＡＺａｚ０９：＝，；｛｝', 'AZaz09:=,;{}'],
		['a–b—c−d‐e', 'a-b-c-d-e'],
		['a\u00A0b\u3000c\u202Fd', 'a b c d'],
	])('makes %j into %j', (text, plain) => {
		expect(plainText(text)).toBe(plain);
	});

	it('lets no text grow beyond what is read', () => {
		// One letter that stands for eighteen.
		const letters = '\uFDFA'.repeat(1_821);
		expect(plainText(letters)).toBe(letters);
		expect(plainText(letters.slice(1)).length).toBe(1_820 * 18);
	});
});

describe('unescapedText', () => {
	it.each([
		['\\"a\\"', '"a"'],
		['\\\\\\"a\\\\\\"', '"a"'],
		['a\\nb', 'a\nb'],
		['a\\r\\nb', 'a\n\nb'],
		['a\\\\nb', 'a\nb'],
		['a\\tb', 'a b'],
		['a\\bb\\fc', 'abc'],
		['a\\/b', 'a/b'],
		['a\\_b', 'a_b'],
		['a\\u003Db\\u003dc', 'a=b=c'],
		['a\\\\u003db', 'a=b'],
		['a\\u200bb\\u0000c', 'abc'],
		['\\uff11', '1'],
		['a\\u12b', 'au12b'],
		['a\\', 'a'],
		['a\\nb\\\nnc', 'a\nb\nc'],
		['a\\nb\\\r\n\\nc', 'a\nb\nc'],
		['a\\\nnb', 'a\nnb'],
		['a\\\nb\\nc', 'a\nb\nc'],
		['&quot;a&quot;:&#39;b&#x27;', `"a":'b'`],
		['&amp;quot;a&amp;#34;', '"a"'],
		['a&b;c&amp;d', 'a&b;c&amp;d'],
	])('makes %j into %j', (text, unescaped) => {
		expect(unescapedText(text)).toBe(unescaped);
	});

	it('undoes ten levels of escapes, and no more', () => {
		expect(unescapedText('\\'.repeat(2 ** 10))).toBe('\\');
		expect(unescapedText('\\'.repeat(2 ** 12))).toBe('\\'.repeat(4));
	});
});

describe('decodeText', () => {
	const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
	it.each([
		['UTF-8', Buffer.from('{"ä": "“"}'), '{"ä": "“"}'],
		['UTF-16 with a mark', Buffer.from('\uFEFF{"ä": "“"}', 'utf16le'), '\uFEFF{"ä": "“"}'],
		['UTF-16, big end first', swapped('\uFEFF{"ä": "“"}'), '\uFEFF{"ä": "“"}'],
		['UTF-16 without a mark', Buffer.from('{"ä"}', 'utf16le'), '{"ä"}'],
		['UTF-16 without a mark, big end first', swapped('{"ä"}'), '{"ä"}'],
		['an odd byte more', Buffer.concat([swapped('\uFEFFab'), Buffer.from('c')]), '\uFEFFab'],
		['one letter', Buffer.from('a'), 'a'],
		['one letter of UTF-16', Buffer.from('a\0'), 'a'],
		['nothing', Buffer.from(''), ''],
		['NULs here and there', Buffer.from('a\0bc'), 'a\0bc'],
		['a NUL behind an even letter', Buffer.from('ab\0c'), 'ab\0c'],
		['a first byte like that of a mark', Buffer.from([0xff, 0x41, 0x42]), '\uFFFDAB'],
		['a second byte like that of a mark', Buffer.from([0x41, 0xfe, 0x42]), 'A\uFFFDB'],
		['a mark of neither', Buffer.from([0xfe, 0x41, 0x42]), '\uFFFDAB'],
		['a second byte of the other mark', Buffer.from([0x41, 0xff, 0x42]), 'A\uFFFDB'],
	])('reads %s', (_what, bytes, text) => {
		expect(decodeText(bytes)).toBe(text);
	});
});

describe('trimSigns', () => {
	const signs = new Set('"-');
	it.each([
		['"-a-"b"-', 'a-"b'],
		['a', 'a'],
		['', ''],
		['"-"', ''],
	])('makes %j into %j', (text, trimmed) => {
		expect(trimSigns(text, signs)).toBe(trimmed);
	});

	it('takes more away at the beginning where it is told to', () => {
		expect(trimSigns(':"a":', signs, new Set(':"'))).toBe('a":');
	});
});
