/** What n8n may give a field, and what must come of it: by the rule's kind, for every field. */

import type { FieldKind } from './panelFields';

export const OBJECT = { name: { first: 'Ann' } };

export interface Given {
	readonly value: unknown;
	/** Another way to write the same. */
	readonly same?: unknown;
	/** Nothing of it may be sent: the error names the field. */
	readonly isRefused?: true;
	/** Whether what is sent holds the text as it was given, where it is sent. */
	readonly keeps?: string;
}

const NOTHING: readonly Given[] = [
	{ value: undefined },
	{ value: null, same: undefined },
	{ value: '', same: undefined },
	{ value: ' \n ', same: undefined },
];

const TEXT: readonly Given[] = [
	{ value: 12, same: '12' },
	{ value: 0, same: '0' },
	{ value: true, same: 'true' },
	{ value: OBJECT, isRefused: true },
	{ value: [OBJECT], isRefused: true },
];

/** By the rule's kind, for every field of every operation. */
export const GIVEN: Readonly<Record<FieldKind, readonly Given[]>> = {
	prose: [
		...NOTHING,
		...TEXT,
		{ value: ['a', 'b'], isRefused: true },
		{ value: '  12 ', keeps: '  12 ' },
		{ value: '12\n', keeps: '12\n' },
	],
	word: [
		...NOTHING,
		...TEXT,
		{ value: ['a', 'b'], isRefused: true },
		{ value: ' \n12 \t', same: '12' },
		{ value: 'https://example.com/x ', same: 'https://example.com/x' },
		{ value: '#FF0A59F7\n', same: '#FF0A59F7' },
		{ value: 'IM ', same: 'IM' },
	],
	data: [
		...NOTHING,
		{ value: 12, same: '12' },
		{ value: false, same: 'false' },
		{ value: OBJECT, same: JSON.stringify(OBJECT) },
		{ value: ' 12 ', keeps: ' 12 ' },
	],
	number: [
		...NOTHING,
		{ value: '1', same: 1 },
		{ value: ' 1\n', same: 1 },
		{ value: '0', same: 0 },
		{ value: 'one', isRefused: true },
		{ value: '1,000', isRefused: true },
		{ value: true, isRefused: true },
		{ value: OBJECT, isRefused: true },
		{ value: [1], isRefused: true },
	],
	flag: [
		...NOTHING,
		{ value: 'TRUE', same: true },
		{ value: ' false ', same: false },
		{ value: 'False\n', same: false },
		{ value: 'yes', isRefused: true },
		{ value: 1, isRefused: true },
		{ value: OBJECT, isRefused: true },
		{ value: [true], isRefused: true },
	],
	lines: [
		...NOTHING,
		{ value: ['a', 'b'], same: 'a\nb' },
		{ value: ['a', null, 'b'], same: 'a\nb' },
		{ value: 12, same: '12' },
		{ value: [1, true], same: '1\ntrue' },
		{ value: '  a\nb ', keeps: '  a' },
		{ value: OBJECT, isRefused: true },
		{ value: [OBJECT], isRefused: true },
		{ value: [['a']], isRefused: true },
	],
	words: [
		...NOTHING,
		{ value: ['a', 'b'], same: 'a,b' },
		{ value: ' a , b\n', same: 'a,b' },
		{ value: 'a；b', same: 'a,b' },
		{ value: '["a","b"]', same: 'a,b' },
		{ value: ['a', null, ' b '], same: 'a,b' },
		{ value: OBJECT, isRefused: true },
		{ value: [OBJECT, OBJECT], isRefused: true },
	],
	rich: [
		...NOTHING,
		{ value: 12, same: '12' },
		{ value: 'x', same: [{ text: 'x' }] },
		{ value: ' 12 ', keeps: ' 12 ' },
		{ value: OBJECT, isRefused: true },
		{ value: ['x'], isRefused: true },
	],
	json: [
		...NOTHING,
		{ value: '{"a": 1}', same: { a: 1 } },
		{ value: ' {"a": 1}\n', same: { a: 1 } },
		{ value: '```json\n{"a": 1}\n```', same: { a: 1 } },
		{ value: "{'a': 1}", isRefused: true },
		{ value: '{"a": 1,}', isRefused: true },
		{ value: 12, isRefused: true },
		{ value: true, isRefused: true },
	],
};
