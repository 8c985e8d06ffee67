import fc from 'fast-check';

import { splitJson } from '../../../../../../sandbox/inbox/src/parts/jsonTokens';

const kindsOf = (json: string) =>
	splitJson(json)
		.filter(({ kind }) => kind !== 'rest')
		.map(({ kind, text }) => [kind, text]);

it('tells names, texts, numbers and words apart', () => {
	expect(kindsOf('{"a": "b:\\"c\\"", "d": [-1.5e3, true, null]}')).toEqual([
		['key', '"a"'],
		['text', '"b:\\"c\\""'],
		['key', '"d"'],
		['number', '-1.5e3'],
		['word', 'true'],
		['word', 'null'],
	]);
});

it('a text that was cut anywhere keeps its colour', () => {
	expect(kindsOf('{"a": "half')).toEqual([
		['key', '"a"'],
		['text', '"half'],
	]);
});

it('loses and adds nothing, whatever it is given', () => {
	fc.assert(
		fc.property(fc.oneof(fc.json(), fc.string()), fc.nat(), (json, length) => {
			for (const text of [json, json.slice(0, length)]) {
				expect(
					splitJson(text)
						.map((token) => token.text)
						.join(''),
				).toBe(text);
			}
		}),
	);
});

it('is done at once with a long text that never ends', () => {
	const text = `"${'\\"'.repeat(20_000)}`;
	expect(splitJson(text)).toEqual([{ kind: 'text', text }]);
});
