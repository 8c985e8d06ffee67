import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../builders/useSandbox';
import { dryRun } from './dryRun';

const sandbox = useSandbox();

/** The title of each item's notification, or what was told instead. */
async function titles(title: string, ...items: IDataObject[]): Promise<unknown[]> {
	const { composed } = await dryRun(sandbox, { title }, items);
	return composed.map(({ shown, fault }) => fault ?? shown.title);
}

const titleOf = async (title: string, item: IDataObject) => (await titles(title, item))[0];

/** In Fixed and in Expression mode alike. */
const MODES = [
	['Fixed', ''],
	['Expression', '='],
] as const;

describe('what came from an item is never read again', () => {
	const HOSTILE = [
		...[
			'{{phone}}',
			'{{ phone }}',
			'{{phone|x}}',
			'{{ $json.phone }}',
			'={{ 1+1 }}',
			'={{ $json.phone }}',
		],
		...[
			"{{ $('Start').item.json.phone }}",
			'[status]',
			'{{status}}',
			'{{ constructor }}',
			'}}{{',
			'{{',
		],
		...['$json.phone', '${phone}', '<%= phone %>', '\\{{phone}}', '{{{phone}}}', '={{', '=x'],
	];

	it.each(HOSTILE)('%s', async (name) => {
		const item = { name, phone: '13800000000' };
		for (const [, mode] of MODES) {
			expect(await titleOf(`${mode}{{name}}`, item)).toBe(name);
			expect(await titleOf(`${mode}Hi {{name}}!`, item)).toBe(`Hi ${name}!`);
			expect(await titleOf(`${mode}{{none|x}} {{name}}`, item)).toBe(`x ${name}`);
			expect(await titleOf(`${mode}{{ $json.name }}`, item)).toBe(name);
			expect(await titleOf(`${mode}Hi {{ $json.name }} and {{phone}}`, item)).toBe(
				`Hi ${name} and 13800000000`,
			);
		}
		expect(await titleOf('={{ $json.name.concat("!") }}', item)).toBe(`${name}!`);
	});

	it('not even what a language model wrote', async () => {
		const model = { query: { Title: 'For {{name}} only: {{ $json.secret }}' } };
		const title = '={{ /*n8n-auto-generated-fromAI-override*/ $json.query.Title }}';
		expect(await titleOf(title, { ...model, name: 'Ann', secret: 'S' })).toBe(model.query.Title);
	});
});

describe.each(MODES)('a merge field in %s mode', (_, mode) => {
	it.each<[string, IDataObject, unknown]>([
		['Hi {{name}}', { name: 'Ann' }, 'Hi Ann'],
		['Hi {{ name }}', { name: 'Ann' }, 'Hi Ann'],
		['Hi {{name|there}}', { name: 'Ann' }, 'Hi Ann'],
		['Hi {{name|there}}', {}, 'Hi there'],
		['Hi {{ name | dear friend }}', { name: null }, 'Hi dear friend'],
		['Hi {{name|there}}', { name: '' }, 'Hi there'],
		['Hi {{name|there}}', { name: ' \n' }, 'Hi there'],
		['Hi{{name|}}!', {}, 'Hi!'],
		['Hi {{name|{there}}', {}, 'Hi {there'],
		['{{n}} points', { n: 0 }, '0 points'],
		['{{n}}', { n: 12.5 }, '12.5'],
		['{{on}}', { on: false }, 'false'],
		['{{姓名}}，您好', { 姓名: '李雷' }, '李雷，您好'],
		['{{姓名|您}}好', {}, '您好'],
		['{{name}} {{name}} {{n}}', { name: 'A', n: 1 }, 'A A 1'],
		['{{name}}', { name: '  Ann ' }, '  Ann '],
		['{{length}}', { length: 'L' }, 'L'],
		['{{constructor}}', { constructor: 'C' }, 'C'],
		['{{toString|none}}', {}, 'none'],
		['{{constructor|none}}', {}, 'none'],
		['{{__proto__|none}}', {}, 'none'],
	])('%s of %j', async (title, item, text) => {
		expect(await titleOf(mode + title, item)).toBe(text);
	});

	it.each<[string, IDataObject, RegExp]>([
		['Hi {{name}}', {}, /^Item 1: Title asks for \{\{name\}\}, but this item has no name\./],
		['Hi {{name}}', { name: null }, /Title asks for \{\{name\}\}/],
		['Hi {{name}}', { name: ' ' }, /Title asks for \{\{name\}\}.*write \{\{name\|…\}\}/],
		['Hi {{name}}', { name: { first: 'A' } }, /Title .*name is an object or a list\./],
		['Hi {{name|there}}', { name: ['A'] }, /Title .*name is an object or a list\./],
		['{{name|}}', {}, /Title is empty/],
		['Hi {{name}}', { Name: 'Ann' }, /has no name\./],
		['{{constructor}}', {}, /has no constructor/],
		['{{__proto__}}', {}, /has no __proto__/],
	])('%s of %j is a fault of its item', async (title, item, words) => {
		const [good, bad] = await titles(mode + title, { name: 'Good', constructor: 'C' }, item);
		expect(String(bad)).toMatch(words.source.startsWith('^Item') ? /^Item 2: / : words);
		if (title.includes('name}}') && !title.includes('proto')) expect(good).toBe('Hi Good');
	});
});

describe('what else stands in double braces', () => {
	it.each([
		['={{ $json.name }}, {{name}}', 'Ann, Ann'],
		["={{ $('Start').item.json.name }} {{name}}", 'Ann Ann'],
		['={{ $now.year > 2000 }} {{name}}', 'true Ann'],
		['={{ $json.none }}{{name}}', 'Ann'],
		['={{ null }}{{ undefined }}{{ NaN }}{{name}}', 'Ann'],
		['={{ $json.name || "x" }}', 'Ann'],
		["={{ 'x' }} {{name}}", 'x Ann'],
		['={{ 1+1 }} {{name}}', '2 Ann'],
		['={{ $json.n }}', '3'],
		['={{ true }}', 'true'],
		['Hi {{ $json.name }}', 'Hi Ann'],
		['{{ $json.name }}', 'Ann'],
		['{{ $json["name"] }} {{ $json.list[1] }}', 'Ann b'],
		['{{ $json.deep.name }}{{ $json.none }}', 'Deep'],
		['{ name } }} { {', '{ name } }} { {'],
		['50 % {{ :-)', '50 % {{ :-)'],
	])('%s', async (title, text) => {
		const item = { name: 'Ann', n: 3, list: ['a', 'b'], deep: { name: 'Deep' } };
		expect(await titleOf(title, item)).toBe(text);
	});

	it.each([
		...["{{ $('Customers').item.json.name }}", '{{ $now }}', '{{ $json.name || "x" }}', '{{a||b}}'],
		...[
			'{{a.b}}',
			"{{ 'x' }}",
			'{{ 1+1 }}',
			'{{ $input.item.json.name }}',
			'{{ undefined }}',
			'{{}}',
		],
		...[
			'{{ Date }}',
			'{{ DateTime.now() }}',
			'{{ first name }}',
			'{{ $json?.name }}',
			'{{ $json }}',
		],
		...['{{name}', 'Hi {{name', '{{ $json.name }', "{{ $fromAI('title') }}", '{{ name ? 1 : 2 }}'],
	])('%s left in Fixed mode is refused, and the switch is named', async (title) => {
		const told = String(await titleOf(title, { name: 'Ann', a: 'A', b: 'B' }));
		expect(told).toMatch(
			/^Item 1: Title holds \{\{.* as plain text.*Switch the field to Expression/s,
		);
		expect(told).not.toContain('[object');
	});

	it.each([
		'={{ $json.v }}',
		'=Hello {{ $json.v }}',
		'={{ $json.v }} ',
		'{{ $json.v }}',
		'Hi {{ $json.v }}',
	])('%s of an object is refused', async (title) => {
		const told = String(await titleOf(title, { v: { name: { first: 'Ann' } } }));
		expect(told).toMatch(/^Item 1: Title (is given an object|has an object in its text)/);
	});

	it('a date is no object: n8n’s $now is a text', async () => {
		expect(String(await titleOf('={{ $now }}', {}))).toMatch(/^\d{4}-\d\d-\d\dT/);
		expect(String(await titleOf('={{ new Date(0) }}', {}))).toMatch(/^1970-01-01T/);
	});
});

describe('in every text for people', () => {
	const item = { name: 'Ann', n: 7 };

	it('of a notification, collections included', async () => {
		const { composed } = await dryRun(
			sandbox,
			{
				body: '={{ $json.n }} for {{name}}',
				additionalFields: {
					style: 3,
					inboxContent: 'One {{name}}\nTwo {{none|of them}}',
					bigBody: '{{n}}',
				},
			},
			[item],
		);
		expect(composed[0]?.shown).toMatchObject({
			body: '7 for Ann',
			inboxContent: ['One Ann', 'Two of them'],
			bigBody: '7',
		});
	});

	it('a line break of a value makes no line more', async () => {
		const additionalFields = { style: 3, inboxContent: 'Hi {{name}}\nBye' };
		const { composed } = await dryRun(sandbox, { additionalFields }, [{ name: 'A' }]);
		expect(composed[0]?.shown.inboxContent).toEqual(['Hi A', 'Bye']);
	});

	it('equal texts travel together, different ones do not', async () => {
		const items = ['Ann', 'Ben', 'Ann', '', 'there'].map((name) => ({ name }));
		const { requests, composed } = await dryRun(sandbox, { title: 'Hi {{name|there}}' }, items);
		expect(requests).toBe(3);
		expect(composed[0]?.tokens).toEqual(['customer-token-0', 'customer-token-2']);
		expect(composed[3]?.tokens).toEqual(['customer-token-3', 'customer-token-4']);
	});
});
