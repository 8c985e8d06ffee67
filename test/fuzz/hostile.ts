/** Input as nobody should write it: damaged, endless, deep, and with the names that JavaScript itself uses. */
import fc, { type Arbitrary } from 'fast-check';

/** Lengths at which a search that is not linear shows itself, in characters. */
const LENGTHS = [1_000, 25_000, 50_000, 100_000, 200_000];

/** Of how many cases one is a long one. */
const ONE_LONG_IN = 25;

/** What pasting, spreadsheets, proxies and attackers leave in a text. */
export const FRAGMENTS = [
	...['"', "'", '`', '“', '”', '\\', '\\"', '\\n', '\\\\n', '\\u0000', '\n', '\r\n', '\t', ' '],
	...['\u00a0', '\u200b', '\ufeff', '\u202e', '\u0000', '\u001b[31m', '\ud800', '１２３', '٣'],
	...[',', ';', ',,', ':', '=', '==', '{', '}', '[', ']', '(', ')', '<', '>', '&', '%00', '%ZZ'],
	...[
		'null',
		'undefined',
		'NaN',
		'-0',
		'1e400',
		'-1',
		'9007199254740993',
		'true',
		'[object Object]',
	],
	...['```', '```json\n', '{{ $json.x }}', '${x}', '../', '//', '--', '$&', '$1'],
	...['"__proto__":{"polluted":1},', '"constructor":{"prototype":{"polluted":1}},', '__proto__'],
];

/** Names that mean something to JavaScript, beside usual ones. */
export const memberName: Arbitrary<string> = fc.oneof(
	fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'length', 'toJSON', '0', ''),
	fc.string({ maxLength: 8 }),
);

/** Any character, the halves of pairs included. */
export const wildText: Arbitrary<string> = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((pieces) => pieces.join('')),
);

/** The same piece again and again. */
function longText(pieces: readonly string[]): Arbitrary<string> {
	return fc
		.record({
			head: fc.constantFrom('', ...pieces),
			piece: fc.constantFrom(...pieces, ...FRAGMENTS),
			length: fc.oneof(fc.constantFrom(...LENGTHS), fc.nat(200_000)),
			tail: fc.constantFrom('', '!', ...pieces),
		})
		.map(({ head, piece, length, tail }) => {
			return head + piece.repeat(Math.floor(length / piece.length)) + tail;
		});
}

/** Now and then a long text. */
export function mostly(usual: Arbitrary<string>, pieces: readonly string[]): Arbitrary<string> {
	return fc.oneof(
		{ weight: ONE_LONG_IN - 1, arbitrary: usual },
		{ weight: 1, arbitrary: longText(pieces) },
	);
}

/** A text with up to five places cut out, doubled or filled with something else. */
export function damaged(
	text: Arbitrary<string>,
	pieces: readonly string[] = [],
): Arbitrary<string> {
	const edit = fc.record({
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		cut: fc.oneof(fc.constant(0), fc.nat(30)),
		fill: fc.oneof(fc.constant(''), fc.constantFrom(...FRAGMENTS, ...pieces), wildText),
	});
	return fc.tuple(text, fc.array(edit, { maxLength: 5 })).map(([whole, edits]) =>
		edits.reduce((result, { at, cut, fill }) => {
			const start = Math.floor(at * result.length);
			return result.slice(0, start) + fill + result.slice(start + cut);
		}, whole),
	);
}

/** An object of these members; `__proto__` is one like any other, as JSON makes it. */
export function objectOf(
	value: Arbitrary<unknown>,
	name: Arbitrary<string> = memberName,
): Arbitrary<Record<string, unknown>> {
	return fc
		.array(fc.tuple(name, value), { maxLength: 5 })
		.map((members) => Object.fromEntries(members));
}

/** Whatever JSON can hold, a few levels deep. */
export const wildValue: Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.oneof(wildText, fc.double(), fc.integer(), fc.boolean(), fc.constant(null)),
		fc.array(tie('value'), { maxLength: 4 }),
		objectOf(tie('value')),
	),
})).value;

/** JSON of a depth that recursion does not survive. */
export const deepJson: Arbitrary<string> = fc
	.record({
		open: fc.constantFrom('[', '{"a":', '{"__proto__":', '[[],'),
		depth: fc.constantFrom(10, 1_000, 20_000, 50_000),
		closed: fc.boolean(),
	})
	.map(({ open, depth, closed }) => {
		const close = open.startsWith('{') ? '}' : ']';
		return open.repeat(depth) + (closed ? `1${close.repeat(depth)}` : '');
	});

/** Members of an object replaced by anything, left out, or under another name. */
export function withChanges(
	source: Readonly<Record<string, unknown>>,
	value: Arbitrary<unknown> = wildValue,
): Arbitrary<Record<string, unknown>> {
	const names = Object.keys(source);
	const changes = fc.array(
		fc.tuple(fc.constantFrom(...names), fc.option(value, { nil: undefined })),
		{
			maxLength: 3,
		},
	);
	return fc
		.tuple(changes, objectOf(value))
		.map(([replaced, added]) =>
			Object.fromEntries([...Object.entries(source), ...replaced, ...Object.entries(added)]),
		);
}
