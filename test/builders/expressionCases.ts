/** Expressions as people and programs write them, and an item with every kind of value: what must not differ. */

import fc from 'fast-check';

/** What JSON can hold, which is what n8n hands from node to node. */
export const PLAIN_ITEM = {
	name: 'Ann',
	empty: '',
	space: ' ',
	zero: 0,
	one: 1,
	big: 1e21,
	small: 1e-7,
	frac: 0.1,
	yes: true,
	no: false,
	nul: null,
	obj: { a: 1, b: { c: 'deep' }, n: null },
	arr: [1, 'two', null, { x: 3 }],
	nested: [[1, 2], [3]],
	emptyarr: [],
	emptyobj: {},
	'order id': 'ORD-7',
	'a.b': 'dotted',
	'a-b': 'dash',
	名: '中',
	'0': 'zerokey',
	$d: 'dollar',
	_u: 'under',
	length: 'LEN',
	isProxy: 'mine',
	toJSON: 'tj',
	json: 'J',
	item: 'It',
	hasOwnProperty: 'hop',
	then: 'th',
	prototype: 'pt',
	'x y': { 'z w': 'zw' },
	html: '<b>&"\'`${x}</b>',
	nl: 'a\nb\r\nc\u2028d',
	brace: '{{ $json.name }}',
	eq: '=1+1',
	back: 'a\\b',
	emoji: '👍🏽',
	numstr: '007',
	deep: { l1: { l2: { l3: [{ v: 'found' }] } } },
	keys: 'kk',
	first: 'ff',
	isEmpty: 'ie',
	default: 'df',
	class: 'cl',
	if: 'if',
	this: 'th',
};

/** What stands behind `$json`. */
const PATHS = [
	...Object.keys(PLAIN_ITEM).flatMap((name) => [`.${name}`, `["${name}"]`, `?.${name}`]),
	...['.missing', '.missing.child', '.missing?.child.grand', '.nul.child', '.nul?.child'],
	...['.name.length', '.name.child', '.name[0]', '.one.child', '.yes.child', '.obj.a.x'],
	...['.arr[0]', '.arr[1]', '.arr[2]', '.arr[3].x', '.arr[9]', '.arr[9].x', '.arr.length'],
	...['.arr["1"]', '.arr[01]', '.arr.name', '.arr["-1"]', '.arr.map', '.arr.first', '.arr[ 1 ]'],
	...['.arr[1.0]', '.arr[1e0]', '.arr[0x1]', '.obj.b.c', '.obj["b"]["c"]', '.nested[0][1]', '[0]'],
	...['.deep.l1.l2.l3[0].v', '?.deep?.l1?.l2?.l3?.[0]?.v', '["x y"]["z w"]', "['order id']"],
	...['.toString', '.constructor', '.constructor2', '.__proto__', '.valueOf', '.obj.toString'],
	...['["__proto__"]', '["constructor"]', '["mainModule"]', '["binding"]', '[""]', '["it\'s"]', ''],
	...['.', '[name]', '[`name`]', '["na" + "me"]', '.name.toUpperCase()', '.name || "x"', '. name'],
	...[' .name', '\n.name', '[ "name"]', '.name;', '.name // c', '.name /* c */', '.name }', '.#x'],
	...['.name!', '.name ?? "x"', '.missing ?? "x"', '.arr[3]["x"]', '.emptyobj.x', '.emptyarr[0]'],
];

const WRAPPINGS: ReadonlyArray<(path: string) => string> = [
	(path) => `={{ $json${path} }}`,
	(path) => `={{$json${path}}}`,
	(path) => `={{\n  $json${path}\t}}`,
	(path) => `=Hello {{ $json${path} }}!`,
	(path) => `={{ $json${path} }} `,
	(path) => `= {{ $json${path} }}`,
	(path) => `={{ $json${path} }}{{ $json${path} }}`,
	(path) => `=A (x) {{ $json${path} }}, {{ $json["order id"] }} "q" \${z} \`t\` }} end`,
	(path) => `=Hi.toTitleCase() {{ $json${path} }}`,
];

const ODD = [
	...['=', '=x', '=={{ $json.name }}', '={{ }}', '={{}}', '={{ $json }}', '=a {{ $json }}'],
	...['={{ $json.name', '=a {{ $json.name', '={{ $json.name }', '={{{ $json.name }}}'],
	...[
		'={{ {{ $json.name }} }}',
		'=\\{{ $json.name }}',
		'=\\\\{{ $json.name }}',
		'=a\\b {{ $json.name }}',
	],
	...[
		'={{ $json.name }} a\\\\b',
		'={{ $JSON.name }}',
		'={{ $json.name, $json.zero }}',
		'={{ ($json.name) }}',
	],
	...['={{ $json["a}}b"] }}', '=}} {{ $json.name }}', '=x .constructor {{ $json.name }}'],
	...['={{ $item.json.name }}', '={{ $input.item.json.name }}', '={{ $json.name }}\\'],
	...["={{ $json['na\\u006de'] }}", '={{ $json.n\\u0061me }}', '=<!-- {{ $json.name }} -->'],
	...[
		'=// {{ $json.name }}',
		'=\u0000{{ $json.name }}',
		'={{ $json.name }}\r\n',
		'={{\u00a0$json.name\ufeff}}',
	],
	...[
		'={{ $json\u2028.name }}',
		'= {{ $json.name }} {{ 1 + 1 }}',
		'=<%= $json.name %> {{ $json.name }}',
	],
	'={{ $json.name }}, {{ $json.missing.x }} {{ $json.nul.x }}',
];

/** Every path in every wrapping, and the odd ones. */
export const EXPRESSIONS: readonly string[] = [
	...new Set([...PATHS.flatMap((path) => WRAPPINGS.map((wrap) => wrap(path))), ...ODD]),
];

const step = fc.oneof(
	fc.constantFrom(...PATHS),
	fc.constantFrom(...Object.keys(PLAIN_ITEM)).map((name) => `.${name}`),
	fc.nat(4).map((index) => `[${index}]`),
	fc.string({ maxLength: 4 }).map((name) => `["${name}"]`),
);

const block = fc
	.tuple(fc.array(step, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ' ', '\n', '\t '))
	.map(([steps, blank]) => `{{${blank}$json${steps.join('')}${blank}}}`);

const text = fc.oneof(
	fc.constant(''),
	fc.string({ maxLength: 6 }),
	fc.string({ unit: 'grapheme' }),
);

/** Templates of several blocks and any text between them. */
export const anyExpression = fc
	.array(fc.oneof(block, text), { minLength: 1, maxLength: 5 })
	.map((pieces) => `=${pieces.join('')}`);
