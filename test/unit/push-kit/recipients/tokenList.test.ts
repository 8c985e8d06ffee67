import fc from 'fast-check';

import { readTokenList } from '../../../../push-kit/recipients/tokenList';

const A = 'TOKEN-A';
const B = 'TOKEN-B';

const SEPARATORS = [
	...[
		',',
		', ',
		';',
		'; ',
		'|',
		' | ',
		'\t',
		' ',
		'\n',
		'\r\n',
		'\r',
		'，',
		'；',
		'、',
		'｜',
		' / ',
	],
	...['\u00A0', '\u3000', '\u2028', '\0', '\\n', '\\t', ',\n', '\n\n', '<br>', '<br/>', '&nbsp;'],
	...['\n- ', '\n* ', '\n• ', '\n1. ', '\n2) ', '\n(3) ', '\n4、', '\n- [ ] ', '\n- [x] ', ' and '],
];

const WRAPPINGS: ReadonlyArray<readonly [string, string]> = [
	...['"', "'", '`', '``', '**', '\\"', '\\\\\\"', '""'].map((mark) => [mark, mark] as const),
	...(
		['“”', '‘’', '„“', '«»', '「」', '『』', '【】', '（）', '()', '[]', '{}', '<>'] as const
	).map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const),
	['', ''],
	['\uFEFF', ''],
	['', '\u200B'],
	['\u2068', '\u2069'],
	['&quot;', '&quot;'],
];

const LISTS: ReadonlyArray<readonly [string, string]> = [
	['', ''],
	['[', ']'],
	['{', '}'],
	['(', ')'],
	['\uFEFF', '\n'],
	['- ', ''],
	['1. ', ''],
	['```\n', '\n```'],
	['array(', ')'],
];

/** As Huawei makes them: letters, digits, `-` and `_`, over a hundred characters; here from sixteen on. */
const tokens = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{14,60}[A-Za-z0-9]$/);

describe('a list of valid tokens', () => {
	it('comes back whole, however it is joined and wrapped', () => {
		const writing = fc.record({
			list: fc.array(tokens, { maxLength: 12 }),
			separators: fc.array(fc.constantFrom(...SEPARATORS), { minLength: 12, maxLength: 12 }),
			wrapping: fc.constantFrom(...WRAPPINGS),
			around: fc.constantFrom(...LISTS),
		});
		fc.assert(
			fc.property(writing, ({ list, separators, wrapping, around }) => {
				const text = list
					.map((token, index) => {
						const separator = index === 0 ? '' : (separators[index] ?? '');
						return `${separator}${wrapping[0]}${token}${wrapping[1]}`;
					})
					.join('');
				expect(readTokenList(`${around[0]}${text}${around[1]}`)).toEqual(list);
			}),
			{ numRuns: 3000 },
		);
	});

	it('comes back whole from JSON and JSON within JSON, at any depth', () => {
		const nested = fc.letrec<{ tree: unknown[] }>((tie) => ({
			tree: fc.array(fc.oneof({ maxDepth: 3 }, tokens, tie('tree'))),
		})).tree;
		fc.assert(
			fc.property(nested, (tree) => {
				const list = tree.flat(Infinity);
				expect(readTokenList(tree)).toEqual(list);
				expect(readTokenList(JSON.stringify(tree))).toEqual(list);
				expect(readTokenList(JSON.stringify(tree, null, 2))).toEqual(list);
				expect(readTokenList(JSON.stringify(JSON.stringify(tree)))).toEqual(list);
			}),
		);
	});

	it('keeps doubles and order', () => {
		expect(readTokenList('B A B')).toEqual(['B', 'A', 'B']);
	});
});

describe('lists as people, sheets, databases and models write them', () => {
	it.each<[string, unknown]>([
		['full-width comma', 'TOKEN-A，TOKEN-B'],
		['SQL', "('TOKEN-A','TOKEN-B')"],
		['Postgres', '{TOKEN-A,"TOKEN-B",NULL}'],
		['Postgres, nested', '{{TOKEN-A},{TOKEN-B}}'],
		['COPY of Postgres and MySQL', 'TOKEN-A\n\\N\nTOKEN-B'],
		['Python', "['TOKEN-A', None, 'TOKEN-B']"],
		['NumPy', "array(['TOKEN-A', 'TOKEN-B'])"],
		['PHP print_r', 'Array\n(\n    [0] => TOKEN-A\n    [1] => TOKEN-B\n)\n'],
		['PHP var_export', "array (\n  0 => 'TOKEN-A',\n  1 => 'TOKEN-B',\n)"],
		['PHP keys', "['a' => 'TOKEN-A', 'b' => 'TOKEN-B']"],
		['PHP serialize', 'a:2:{i:0;s:7:"TOKEN-A";i:1;s:7:"TOKEN-B";}'],
		['Ruby', '["TOKEN-A", nil, "TOKEN-B"]'],
		['JSON of arrays', '[["TOKEN-A"],["TOKEN-B"]]'],
		['JSON of PHP with a hole', '{"0":"TOKEN-A","2":"TOKEN-B"}'],
		['JSON with null', '["TOKEN-A",null,"","TOKEN-B"]'],
		['JSON in a fence', '```json\n["TOKEN-A","TOKEN-B"]\n```'],
		['CSV with a header', 'pushToken\nTOKEN-A\nTOKEN-B'],
		['CSV with a header of two words', 'Push Token\nTOKEN-A\nTOKEN-B'],
		['CSV with numbers', 'no,push_token\n1,TOKEN-A\n2,TOKEN-B'],
		['Markdown table', '| # | Token |\n|---|:-----:|\n| 1 | TOKEN-A |\n| 2 | TOKEN-B |'],
		['Markdown links', '[TOKEN-A](https://example.com/a) [TOKEN-B](https://example.com/b)'],
		['Markdown escapes', 'TOKEN\\-A, TOKEN\\-B'],
		['bold and code', '**TOKEN-A** and `TOKEN-B`'],
		['numbers', '1. TOKEN-A\n2. TOKEN-B'],
		['numbers in brackets', '1) TOKEN-A\n2) TOKEN-B'],
		['numbers in two brackets', '(1) TOKEN-A (2) TOKEN-B'],
		['numbers in Chinese', '1、TOKEN-A\n2、TOKEN-B'],
		['numbers with a colon', '1: TOKEN-A\n2: TOKEN-B'],
		['numbers without a blank', '1.TOKEN-A\n2.TOKEN-B'],
		['bullets without a blank', '•TOKEN-A\n•TOKEN-B'],
		['check boxes', '- [ ] TOKEN-A\n- [x] TOKEN-B'],
		['a label', 'Token: TOKEN-A\nToken: TOKEN-B'],
		['a heading', '# Tokens\nTOKEN-A\nTOKEN-B'],
		['HTML', '<ul><li>TOKEN-A</li><li>TOKEN-B</li></ul>'],
		['HTML lines', 'TOKEN-A<br />TOKEN-B'],
		['HTML quotes', '&quot;TOKEN-A&quot;,&quot;TOKEN-B&quot;'],
		['bytes of nothing', 'TOKEN-A\0\0\0TOKEN-B\0'],
		['words between', 'TOKEN-A and TOKEN-B'],
		['words between, in Chinese', 'TOKEN-A 和 TOKEN-B'],
		['zero-width within', 'TOK\u200BEN-A \uFEFFTOKEN-B\u2060'],
		['direction marks', '\u2066TOKEN-A\u2069 \u202ATOKEN-B\u202C'],
		['numbers in circles', '① TOKEN-A\n② TOKEN-B'],
		['numbers behind a hash', '#1 TOKEN-A\n#2 TOKEN-B'],
		['numbers in Chinese letters', '一、TOKEN-A\n二、TOKEN-B'],
		['XML', '<?xml version="1.0"?><list><item>TOKEN-A</item><item id="2">TOKEN-B</item></list>'],
		['property list', '<array>\n\t<string>TOKEN-A</string>\n\t<string>TOKEN-B</string>\n</array>'],
		['settings', 'PUSH_TOKEN=TOKEN-A\nPUSH_TOKEN="TOKEN-B"'],
		['settings of a list', 'tokens = TOKEN-A, TOKEN-B'],
		['Python 2', "[u'TOKEN-A', u'TOKEN-B']"],
		['Python bytes', '[b\'TOKEN-A\', rb"TOKEN-B"]'],
		['a chat', '张三：TOKEN-A\n李四：TOKEN-B'],
		['a log', '2026-05-06T10:00:00.123Z TOKEN-A\n2026/5/6 10:23:01 TOKEN-B'],
		['errors of spreadsheets', 'TOKEN-A\n#NV\n#BEZUG!\n#ERROR!\n#SPILL!\nTOKEN-B'],
		['quoted twice', '"""TOKEN-A""","""TOKEN-B"""'],
	])('%s', (_, value) => {
		expect(readTokenList(value)).toEqual([A, B]);
	});

	it.each<unknown>([
		...[
			undefined,
			null,
			'',
			' ',
			'\uFEFF',
			'\u200B',
			'\0',
			{},
			[],
			[null, undefined, ''],
			true,
			false,
		],
		...['null', 'NULL', 'undefined', 'None', 'nil', 'NaN', 'N/A', 'n/a', 'n.a.', '#N/A', '#REF!'],
		...[
			'-',
			'--',
			'—',
			'–',
			'?',
			'...',
			'…',
			'[]',
			'{}',
			'""',
			"''",
			'[null]',
			'["",null]',
			'(null)',
		],
		...[
			'[object Object]',
			'<null>',
			'\\N',
			'unknown',
			'无',
			'暂无',
			'没有',
			'未知',
			'无数据',
			'TBD',
			'-1',
			'#NV',
			'#WERT!',
			'#ERROR!',
			'token',
			'pushToken',
			'*',
			'#',
		],
		...['[{}]', '{"token":"A"}', '[{"token":"A"}]', Number.NaN, 0, 2 ** 60, 'https://example.com'],
	])('%j holds none', (value) => {
		expect(readTokenList(value)).toEqual([]);
	});

	it.each<[unknown, string[]]>([
		[4711, ['4711']],
		['4711', ['4711']],
		['4711, 4712', ['4711', '4712']],
		['a:b_c-d.e=', ['a:b_c-d.e=']],
		['-starts-with-a-dash', ['-starts-with-a-dash']],
		['T', ['T']],
		['x/+b"', ['x/+b']],
		['<TOKEN-A> <TOKEN-B>', [A, B]],
		['https://example.com/?token=TOKEN-A', []],
		['one=token=', ['one=token=']],
	])('%j is %j', (value, list) => {
		expect(readTokenList(value)).toEqual(list);
	});

	it('does not fall over a list that is nested without end', () => {
		expect(readTokenList(`${'['.repeat(100_000)}"TOKEN-A"${']'.repeat(100_000)}`)).toEqual([A]);
	});

	it('finds nothing in lists within lists without end', () => {
		let value: unknown = 'TOKEN-A';
		for (let level = 0; level < 100_000; level += 1) value = [value];
		expect(readTokenList(value)).toEqual([]);
	});
});
