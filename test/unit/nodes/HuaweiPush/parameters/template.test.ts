import fc from 'fast-check';

import {
	isN8nExpression,
	readTemplate,
	writePlaceholders,
	type Piece,
} from '../../../../../nodes/HuaweiPush/parameters/template';
import { expectLinearTime, HOSTILE_LENGTH } from '../../../../builders/cpuTime';

/** Long enough for anything that is not linear to take minutes. */

const FRAGMENTS = ['{{', '}}', '{', '}', '|', '||', ' ', '\n', 'name', '$json', '.a', '["b c"]'];

const templates = fc
	.array(fc.oneof(fc.constantFrom(...FRAGMENTS, "'x'", '\\', '名字', '$now', '[0]'), fc.string()))
	.map((parts) => parts.join(''));

const sourceOf = (piece: Piece) => (piece.kind === 'text' ? piece.text : piece.source);

describe('readTemplate', () => {
	it('gives pieces that are the template again, whatever stands in it', () => {
		fc.assert(
			fc.property(templates, (template) => {
				expect(readTemplate(template).map(sourceOf).join('')).toBe(template);
			}),
			{ numRuns: 2000 },
		);
	});

	it('never leaves a piece empty, nor two texts side by side', () => {
		fc.assert(
			fc.property(templates, (template) => {
				const pieces = readTemplate(template);
				expect(pieces.every((piece) => piece.kind !== 'text' || piece.text !== '')).toBe(true);
				expect(
					pieces.some(({ kind }, index) => kind === 'text' && pieces[index + 1]?.kind === 'text'),
				).toBe(false);
			}),
		);
	});

	it.each<[string, Array<Partial<Piece>>]>([
		['', []],
		['Hello', [{ kind: 'text', text: 'Hello' }]],
		['{{name}}', [{ kind: 'merge', name: 'name' }]],
		['{{ name }}', [{ kind: 'merge', name: 'name' }]],
		['{{name|there}}', [{ kind: 'merge', name: 'name', fallback: 'there' }]],
		['{{ name | dear friend }}', [{ kind: 'merge', name: 'name', fallback: 'dear friend' }]],
		['{{name|}}', [{ kind: 'merge', name: 'name', fallback: '' }]],
		['{{ a | b | c }}', [{ kind: 'merge', name: 'a', fallback: 'b | c' }]],
		['{{姓名|您}}', [{ kind: 'merge', name: '姓名', fallback: '您' }]],
		['{{_id}}', [{ kind: 'merge', name: '_id' }]],
		['{{ $json.name }}', [{ kind: 'path', path: 'name' }]],
		['{{$json.a.b[0].c}}', [{ kind: 'path', path: 'a.b[0].c' }]],
		['{{ $json["push token"] }}', [{ kind: 'path', path: '["push token"]' }]],
		["{{ $json['a b'].c }}", [{ kind: 'path', path: "['a b'].c" }]],
		['{{ $json.姓名 }}', [{ kind: 'path', path: '姓名' }]],
	])('%j', (template, pieces) => {
		expect(readTemplate(template)).toMatchObject(pieces);
	});

	it.each([
		'{{a||b}}',
		'{{a.b}}',
		'{{ a ?? b }}',
		"{{ 'x' }}",
		'{{ 1+1 }}',
		'{{ first name }}',
		'{{ first-name }}',
		'{{ Date }}',
		'{{ undefined }}',
		'{{ NaN }}',
		'{{ null }}',
		'{{ true }}',
		'{{ this }}',
		'{{ JSON }}',
		'{{ $json }}',
		'{{ $json.name.length() }}',
		'{{ $json.items.map(x => x.a) }}',
		'{{ $json?.name }}',
		'{{ $json["a\\"b"] }}',
		"{{ $('Customers').item.json.name }}",
		'{{ $now }}',
		'{{}}',
		'{{ }}',
	])('%s is no field of the item', (template) => {
		expect(readTemplate(template)).toEqual([{ kind: 'braces', source: template }]);
	});

	it.each(['name', 'length', 'constructor', '__proto__', 'toString', 'status'])(
		'takes a field called %s for a field',
		(name) => {
			expect(readTemplate(`{{${name}}}`)).toMatchObject([{ kind: 'merge', name }]);
		},
	);

	it.each(['Hello {{name}', 'Hello {{name', 'Hello {{ $json.name }', 'Hello {{ $json.name'])(
		'%s: a slip behind the name is not taken for a text',
		(template) => {
			expect(readTemplate(template)).toEqual([
				{ kind: 'text', text: 'Hello ' },
				{ kind: 'braces', source: template.slice('Hello '.length) },
			]);
		},
	);

	it.each(['a {{', 'a {{ :-)', 'a }} b', '{ name }', '{"a":{"b":1}}'])('%s is a text', (text) => {
		expect(readTemplate(text)).toEqual([{ kind: 'text', text }]);
	});

	it.each([
		['opened again and again', '{{'.repeat(HOSTILE_LENGTH / 2)],
		['one brace', '{'.repeat(HOSTILE_LENGTH)],
		['opened with words between', '{{ a '.repeat(HOSTILE_LENGTH / 5)],
		['blanks within', `{{${' '.repeat(HOSTILE_LENGTH)}`],
		['blanks behind a name', `{{name${' '.repeat(HOSTILE_LENGTH)}x}}`],
		['a long path', `{{ $json${'.a'.repeat(HOSTILE_LENGTH / 2)}! }}`],
		['a long quoted path', `{{ $json${'["a"]'.repeat(HOSTILE_LENGTH / 5)}! }}`],
		['a quote without end', `{{ $json["${'a'.repeat(HOSTILE_LENGTH)} }}`],
		['many fields', '{{a}}'.repeat(HOSTILE_LENGTH / 5)],
	])('takes no more than linear time: %s', (_, template) => {
		expectLinearTime(() => readTemplate(template).some(isN8nExpression));
	});
});

describe('isN8nExpression', () => {
	const isIt = (source: string) => isN8nExpression({ kind: 'braces', source });

	it.each([
		"{{ $('Customers').item.json.name }}",
		'{{ $input.item.json.name }}',
		'{{ $node["A"].json.x }}',
		'{{ $json.a || "x" }}',
		'{{ $now.toISO() }}',
		'{{ $fromAI("title") }}',
		'{{ $ifEmpty($json.a, "x") }}',
		'{{ DateTime.now().toISO() }}',
		'{{ new Date().toISOString() }}',
		'{{ Math.round(4.2) }}',
		'{{ JSON.stringify({}) }}',
	])('%s', (source) => {
		expect(isIt(source)).toBe(true);
	});

	it.each(["{{ $t('key') }}", '{{ item.name }}', '{{#if a}}', '{{> partial}}', '{{ 1+1 }}'])(
		'%s may be the app’s own',
		(source) => {
			expect(isIt(source)).toBe(false);
		},
	);
});

describe('writePlaceholders', () => {
	const notation = { words: new Set(['status', 'flightNo']), texts: /./ };

	it.each([
		['[status]', '{{status}}'],
		['[flightNo] [status]!', '{{flightNo}} {{status}}!'],
		['[Status] [other] [ status ] [[status]]', '[Status] [other] [ status ] [{{status}}]'],
		['[status', '[status'],
	])('%s becomes %s', (typed, written) => {
		expect(writePlaceholders(typed, notation)).toBe(written);
	});

	it.each([['['], ['[a'], ['[status]']])('takes no more than linear time: %s', (part) => {
		expectLinearTime(() => writePlaceholders(part.repeat(HOSTILE_LENGTH / part.length), notation));
	});
});
