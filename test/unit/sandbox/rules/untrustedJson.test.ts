import fc from 'fast-check';

import { Refusal } from '../../../../sandbox/rules/fields';
import { MAX_DEPTH, measureJson, parseJson } from '../../../../sandbox/rules/untrustedJson';

const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Levels of a parsed value: 0 for a text or number. */
function countLevels(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	return 1 + Math.max(0, ...Object.values(value).map(countLevels));
}

/** Texts that look like structure: braces, quotes and backslashes. */
const trickyText = fc.string({
	unit: fc.constantFrom('[', '{', '"', '\\', ']', 'a', ','),
	maxLength: 9,
});
const tree = fc.letrec<{ node: unknown }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 6, depthIdentifier: 'tree' },
		trickyText,
		fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'tree' }),
		fc.dictionary(trickyText, tie('node'), { maxKeys: 3, depthIdentifier: 'tree' }),
	),
})).node;

describe('measureJson', () => {
	it('counts the levels that parsing finds, whatever stands in texts', () => {
		fc.assert(
			fc.property(tree, fc.constantFrom(undefined, 2), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				expect(measureJson(text).depth).toBe(countLevels(value));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('weighs no less than the text, and takes anything', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(measureJson(text).weight).toBeGreaterThanOrEqual(text.length);
			}),
		);
	});
});

describe('parseJson', () => {
	it('gives what JSON.parse gives', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(parseJson(text)).toEqual(JSON.parse(text));
			}),
		);
	});

	it('takes as many levels as it says, and not one more', () => {
		expect(parseJson(nest(MAX_DEPTH))).toBeDefined();
		expect(() => parseJson(nest(MAX_DEPTH + 1))).toThrow(Refusal);
		expect(() => parseJson(`{"a":${nest(MAX_DEPTH)}}`)).toThrow(/nest deeper than 200/);
	});

	it.each([
		['a million levels', nest(1_000_000)],
		['a million open ones', '['.repeat(1_000_000)],
		['a million values', `[${'0,'.repeat(1_000_000)}0]`],
		['no JSON', '{"a":'],
		['nothing', ''],
		['a lone quote', '"'],
		['backslashes', '\\'.repeat(1_000_000)],
	])('refuses %s', (_what, text) => {
		expect(() => parseJson(text)).toThrow(Refusal);
	});
});
