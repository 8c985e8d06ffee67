/** Push tokens as lists, sheets and expressions give them, and the path to them. */
import fc, { type Arbitrary } from 'fast-check';
import type { IDataObject, IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { finish } from '../../../../../push-kit/steps';
import { readTokens } from '../../../../../nodes/HuaweiPush/form/recipients';
import { ParameterReader } from '../../../../../nodes/HuaweiPush/parameters/parameterReader';
import { readPath } from '../../../../../push-kit/path';
import { checkCases, checkEndless } from '../../../cases';
import {
	damaged,
	deepJson,
	memberName,
	mostly,
	objectOf,
	wildText,
	wildValue,
} from '../../../hostile';
import { holdToLaws } from '../../../laws';

const TOKENS = ['MASI-push-token-1', 'MASI-push-token-2', 'MASI-push-token-3'];

/** The two calls of n8n's that reading recipients makes; a fixed value is what is stored. */
function readerOf(parameters: INodeParameters): ParameterReader {
	const context = {
		getNode: () => ({ parameters }),
		getNodeParameter: (name: string, _item: number, fallback?: unknown) =>
			parameters[name] ?? fallback,
	};
	// Any other call of n8n's is missing and fails the test.
	return new ParameterReader(context as unknown as IExecuteFunctions);
}

function tokensOf(recipients: string, value: unknown): string[] {
	const parameters = { recipients, tokenField: 'pushToken', pushTokens: value };
	// Expressions give what no form could hold.
	const reader = readerOf(parameters as INodeParameters);
	return [...finish(readTokens(reader, { json: { pushToken: value } as IDataObject })).tokens];
}

const PIECES = [
	...[
		'[',
		']',
		'"',
		',',
		';',
		' ',
		'\n',
		'["',
		'"]',
		'""',
		'\\',
		'|',
		'- ',
		'* ',
		'• ',
		'1. ',
		'null',
	],
	...['[]', '{}', '{"token":"a"}', '[[', ']]', '\t', ...TOKENS],
];

const list: Arbitrary<string> = fc.oneof(
	fc
		.tuple(
			fc.array(fc.constantFrom(...TOKENS)),
			fc.constantFrom(',', '\n', ';', ' | ', '\t', '\n- '),
		)
		.map(([tokens, separator]) => tokens.join(separator)),
	fc.array(fc.constantFrom(...TOKENS)).map((tokens) => JSON.stringify(tokens)),
	fc.array(fc.constantFrom(...TOKENS)).map((tokens) => JSON.stringify(JSON.stringify(tokens))),
	wildValue.map((value) => JSON.stringify(value)),
	deepJson,
	wildText,
);

const given: Arbitrary<unknown> = fc.oneof(
	{ weight: 8, arbitrary: mostly(damaged(list, PIECES), PIECES) },
	{ weight: 1, arbitrary: wildValue },
	{ weight: 1, arbitrary: fc.array(fc.oneof(list, wildValue), { maxLength: 4 }) },
);

test.each(['inputField', 'defined'])('any list gives tokens or nothing (%s)', (recipients) => {
	checkCases(given, (value) => {
		const tokens = holdToLaws(() => tokensOf(recipients, value)) ?? [];
		expect(tokens.filter((token) => !/^[^\s,;]+$/.test(token))).toEqual([]);
	});
});

test('a list of plain tokens gives these tokens, in their order', () => {
	const separator = fc.constantFrom(',', ';', '\n', '\r\n', ' ', '\t', ', ', ' ,\n');
	const tokens = fc.array(fc.stringMatching(/^MASI[A-Za-z0-9_-]{1,40}$/), { maxLength: 30 });
	checkCases(fc.tuple(tokens, separator), ([wanted, between]) => {
		expect(holdToLaws(() => tokensOf('defined', wanted.join(between)))).toEqual(wanted);
		expect(holdToLaws(() => tokensOf('inputField', JSON.stringify(wanted)))).toEqual(wanted);
		expect(holdToLaws(() => tokensOf('inputField', wanted))).toEqual(wanted);
	});
});

/** Every value that stands in an item, without recursion. */
function valuesOf(root: object): Set<unknown> {
	const found = new Set<unknown>();
	const open: unknown[] = [root];
	while (open.length > 0) {
		const value = open.pop();
		found.add(value);
		if (typeof value !== 'object' || value === null) continue;
		for (const name of Object.getOwnPropertyNames(value)) open.push(Reflect.get(value, name));
	}
	return found;
}

test('a path finds what stands in the item, and nothing of JavaScript’s own', () => {
	const step = fc.oneof(
		memberName.map((name) => `.${name}`),
		memberName.map((name) => `["${name}"]`),
		fc.integer({ min: -1, max: 5 }).map((index) => `[${index}]`),
		fc.constantFrom('.a', '[*]', '..', '[', ']', '[]', '$json.', '{{ $json.a }}', "['a']"),
	);
	const path = mostly(damaged(fc.array(step, { maxLength: 6 }).map((steps) => steps.join(''))), [
		'[',
		']',
		'.',
		'["',
		'"]',
		'[0]',
		'a',
		'a.',
		'[*]',
	]);
	const item = objectOf(wildValue, fc.oneof(fc.constantFrom('a', 'pushToken'), memberName));
	checkCases(fc.tuple(item, path), ([json, wanted]) => {
		let value: unknown;
		holdToLaws(() => {
			value = readPath(json, wanted);
			return undefined;
		});
		if (value === undefined) return;
		expect(typeof value).not.toBe('function');
		const known = valuesOf(json);
		// A list made of several members is new, but not what stands in it.
		const parts = Array.isArray(value) && !known.has(value) ? value : [value];
		for (const part of parts) expect(known.has(part)).toBe(true);
	});
});

test('no piece of a list is slow, however often it stands there', () => {
	checkEndless(PIECES, (text) => void holdToLaws(() => tokensOf('defined', text)));
});
