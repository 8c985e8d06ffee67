import fc from 'fast-check';

import { parseJsonText } from '../../../../../nodes/HuaweiPush/form/jsonText';
import { expectLinearTime, HOSTILE_LENGTH } from '../../../../builders/cpuTime';

const FENCES: ReadonlyArray<readonly [string, string]> = [
	['', ''],
	['\uFEFF', '\n'],
	[' \r\n', '\t'],
	['```\n', '\n```'],
	['```json\n', '\n```\n'],
	['```json\r\n', '\r\n```'],
	['```JSON ', ' ```'],
	['```', '```'],
	['~~~json\n', '\n~~~'],
	['\n\n```json\n\n', '\n\n```\n\n'],
];

describe('parseJsonText', () => {
	it('reads any JSON, in a code fence or not', () => {
		// Between fences that touch it a bare word would be the name of a language.
		const values = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
		fc.assert(
			fc.property(values, fc.constantFrom(...FENCES), (value, [before, behind]) => {
				const text = JSON.stringify(value);
				expect(parseJsonText(before + text + behind)).toEqual({ value: JSON.parse(text) });
			}),
		);
	});

	it.each<[string, RegExp]>([
		["{'title': 'T'}", /single quotes/],
		['{"title": \'T\'}', /single quotes/],
		['{“title”: “T”}', /typographic quotes/],
		['{"title": „T“}', /typographic quotes/],
		['{"title": "T",}', /comma before a closing/],
		['{"a": [1, 2,\n]}', /comma before a closing/],
		['{title: "T"}', /A name has no quotes/],
		['{"a": 1, b: 2}', /A name has no quotes/],
		['{"a": True}', /true, false and null only/],
		['{"a": None, "b": 1}', /true, false and null only/],
		['{"a": undefined}', /true, false and null only/],
		['{\n// the title\n"a": 1}', /comments/],
		['{"a": 1 /* one */}', /comments/],
		['Here is the JSON: {"a": 1}', /It must begin with \{/],
		['payload = {"a": 1}', /It must begin with \{/],
		['```json\n{"a": 1}', /code fence/],
		['```json\n{"a": 1}\n```\nHope this helps!', /code fence/],
		['{"a": 1} {"b": 2}', /nothing may follow the last \}/],
		['{"a": "Ann "A""}', /is not valid JSON/],
		['{"a": "Ann\nA"}', /is not valid JSON/],
		['{"a": 1', /is not valid JSON/],
		['', /is not valid JSON/],
	])('%j is told with its cause', (text, words) => {
		const { value, problem } = parseJsonText(text);
		expect(value).toBeUndefined();
		expect(problem).toMatch(words);
	});

	it.each([
		['a fence and line breaks', `\`\`\`\n${'\n'.repeat(HOSTILE_LENGTH)}`],
		['a fence and blanks', `\`\`\`json${' '.repeat(HOSTILE_LENGTH)}x`],
		['fences', '```'.repeat(HOSTILE_LENGTH / 3)],
		['a fence and letters', `\`\`\`${'a'.repeat(HOSTILE_LENGTH)}`],
		['quotes', `{${"'".repeat(HOSTILE_LENGTH)}`],
		['commas', `{${', '.repeat(HOSTILE_LENGTH / 2)}`],
		['names', `{${'a'.repeat(HOSTILE_LENGTH)}`],
		['names and commas', `{${',a'.repeat(HOSTILE_LENGTH / 2)}`],
		['blanks behind a brace', `{${' '.repeat(HOSTILE_LENGTH)}`],
		['brackets', '['.repeat(HOSTILE_LENGTH)],
	])('takes no more than linear time: %s', (_, text) => {
		expectLinearTime(() => parseJsonText(text));
	});
});
