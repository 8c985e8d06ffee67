/** What the pages for the roles repeat of the catalog and of the panel, against both. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { HuaweiPush } from '../../../nodes/HuaweiPush/HuaweiPush.node';
import { CONSOLE_MENUS, CONSOLE_STEPS } from '../../../push-kit/catalog/consoleSteps';
import { RECEIPT_RESULTS } from '../../../push-kit/catalog/receiptResults';

const DOCS = join(__dirname, '../../../docs');
const read = (name: string): string => readFileSync(join(DOCS, `${name}.md`), 'utf8');
const ROLE_PAGES = ['roles', 'app-developer', 'before-you-send', 'campaigns', 'nothing-shows'];

/** The text under a heading, up to the next one of its rank. */
function sectionOf(page: string, heading: string): string {
	const [, after = ''] = page.split(`\n## ${heading}\n`);
	return after.split('\n## ')[0] ?? '';
}

/** First and second cell of each row of the tables in a text, heads and rules left out. */
function rowsOf(text: string): string[][] {
	return text
		.split('\n\n')
		.map((part) => part.trim())
		.filter((part) => part.startsWith('|'))
		.flatMap((part) => part.split('\n').slice(2))
		.map((line) =>
			line
				.split('|')
				.slice(1, 3)
				.map((cell) => cell.trim()),
		);
}

/** What the panel shows as names of fields and of choices. */
function labelsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(labelsOf);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, member]) =>
		(key === 'displayName' || key === 'name') && typeof member === 'string'
			? [member]
			: labelsOf(member),
	);
}

const EXAMPLES = join(DOCS, '../examples');

/** Workflows of `examples/` and their nodes, as n8n lists them. */
const namesOfExamples = readdirSync(EXAMPLES)
	.filter((name) => name.endsWith('.json'))
	.flatMap((name) => labelsOf(JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8'))));

const LABELS = new Set([
	...namesOfExamples,
	...labelsOf(new HuaweiPush().description.properties),
	// The outputs, an example, and columns of Huawei's push report.
	...['Accepted', 'Problem', 'Token Intake', 'Shown'],
	// Of n8n and of Excel.
	...['Wait', 'Filter', 'Edit Fields', 'Loop Over Items'],
	...['CSV UTF-8', 'Basic Auth', 'Production URL'],
	// Marks of the page itself.
	...['Tell:', 'Tell them apart:', 'Next:', 'Skill', 'Execute step'],
]);

const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/g)].map(Number);

const MENUS: readonly string[] = [
	...Object.values(CONSOLE_MENUS),
	'your project',
	...rowsOf(sectionOf(read('console'), 'Named in these pages only')).map(([menu = '']) => menu),
];

describe.each(ROLE_PAGES)('docs/%s.md', (name) => {
	const page = read(name);

	it('is at most 120 lines long and says first who should read it', () => {
		const [heading = '', about = ''] = page.split('\n\n');
		expect(heading).toMatch(/^# \w/);
		expect(about).toMatch(/^For \w/);
		expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
	});

	it.each(['../README', 'troubleshooting'])('is linked from docs/%s.md', (from) => {
		expect(read(from)).toMatch(new RegExp(`\\]\\((docs/)?${name}\\.md[)#]`));
	});

	it('names menus of AppGallery Connect as the node does', () => {
		const paths = page
			.split(/\n\n|\n(?=- )/)
			.map((part) => part.replace(/\s+/g, ' '))
			.flatMap((part) => [...part.matchAll(/(?:Development and services|_Push Kit) > [^.,;:_]+/g)]);
		const menus = paths.flatMap(([path]) => path.replaceAll('_', '').trim().split(' > '));
		expect(menus.filter((menu) => !MENUS.includes(menu))).toEqual([]);
	});

	it('names in italics only what stands in the panel, in a console or at an output', () => {
		const italics = [...page.matchAll(/(?<!\w)_([A-Z][^_]+)_(?!\w)/g)];
		const names = italics.flatMap(([, text = '']) => text.replace(/\s+/g, ' ').split(' > '));
		expect(names.filter((one) => !LABELS.has(one) && !MENUS.includes(one))).toEqual([]);
	});
});

describe('docs/before-you-send.md', () => {
	const page = read('before-you-send');

	it('has the penalties of the catalog, step by step', () => {
		const steps = sectionOf(page, 'The three kinds of penalty')
			.split('\n')
			.filter((line) => /^\d\. /.test(line))
			.map((line) => numbersIn(line.slice(3)));
		const [, counted = ''] = CONSOLE_STEPS.penalty.split('within 12 months');
		const [after = ''] = counted.split('. ');
		const [, second, third, fourth] = steps;
		expect([second, third, fourth].flat()).toEqual(numbersIn(after));
		expect(steps).toHaveLength(4);
	});

	it('has the days of the catalog to correct and to appeal', () => {
		const letter = sectionOf(page, 'When Huawei writes to you').replace(/\s+/g, ' ');
		expect(CONSOLE_STEPS.penalty).toMatch(
			/within 7 days, or appeal within 3 working days, three times/,
		);
		expect(letter).toMatch(/within 7 days.*within \*\*3 working days\*\*.*\*\*three times\*\*/);
	});
});

describe('docs/nothing-shows.md', () => {
	const page = read('nothing-shows');
	const results = rowsOf(sectionOf(page, 'Three looks that halve the search'));
	const causes = sectionOf(page, 'The causes, the likeliest first')
		.split('\n')
		.filter((line) => /^\d+\. /.test(line));

	it('has a place for each result of a receipt', () => {
		const placed = results.flatMap(([result = '']) => numbersIn(result));
		expect(placed.sort((a, b) => a - b)).toEqual(RECEIPT_RESULTS.map(({ result }) => result));
	});

	it('sends to causes that exist', () => {
		const named = results.flatMap(([, cause = '']) => numbersIn(cause));
		expect(named.length).toBeGreaterThan(10);
		expect(named.filter((number) => number < 1 || number > causes.length)).toEqual([]);
	});
});
