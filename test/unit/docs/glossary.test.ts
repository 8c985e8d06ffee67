/** The glossary knows the words of the catalog, and no others that nobody uses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CATEGORIES } from '../../../push-kit/catalog/categories';
import { CONSOLE_MENUS } from '../../../push-kit/catalog/consoleSteps';
import { CUSTOM_PUSH_TYPE, MESSAGE_TYPES } from '../../../push-kit/catalog/messageTypes';
import { RECEIPT_EVENTS } from '../../../push-kit/catalog/receiptResults';
import { VERDICTS } from '../../../push-kit/catalog/verdicts';
import { readSections } from '../../builders/markdown';
import { PANEL_LABELS } from '../../builders/panelLabels';

const DOCS = join(__dirname, '../../../docs');
const read = (path: string) => readFileSync(join(DOCS, path), 'utf8');

interface Row {
	readonly english: string;
	readonly chinese: string;
	readonly field: string;
}

function rowsOf(text: string): Row[] {
	const [, , ...rows] = text.match(/^\|.*\|$/gm) ?? [];
	return rows.map((row) => {
		const [english = '', chinese = '', field = ''] = row
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim());
		return { english, chinese, field };
	});
}

const TOPICS = readSections(read('zh-CN/glossary.md')).map(({ title, text }) => ({
	title,
	rows: rowsOf(text),
}));
const ROWS = TOPICS.flatMap(({ rows }) => rows);
/** Where a field or a word of the output is told of. */
const PAGES = ['fields.md', 'codes.md', 'permitted.md', '../README.md'].map(read).join('\n');

/** The names in the last column: of Huawei or of the output, or of the form. */
const codes = (field: string) => [...field.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const labels = (field: string) => [...field.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name);

describe('the glossary', () => {
	it('has 60 to 100 rows, by topic', () => {
		expect(ROWS.length).toBeGreaterThanOrEqual(60);
		expect(ROWS.length).toBeLessThanOrEqual(100);
		expect(TOPICS.filter(({ rows }) => rows.length > 0).length).toBeGreaterThan(4);
	});

	it('has each word once, in English and in Chinese', () => {
		for (const { title, rows } of TOPICS) {
			const words = rows.map(({ english }) => english);
			expect([title, new Set(words).size]).toEqual([title, words.length]);
		}
		expect(
			ROWS.filter(
				({ english, chinese, field }) =>
					!/^[\x20-\x7E]+$/.test(english) || !/\p{Script=Han}/u.test(chinese) || field === '',
			),
		).toEqual([]);
	});

	it('names only fields and labels that exist', () => {
		const unknown = ROWS.flatMap(({ field }) => [
			...codes(field).filter((name) => !PAGES.includes(name)),
			...labels(field).filter((name) => !PANEL_LABELS.has(name)),
		]);
		expect(unknown).toEqual([]);
	});

	it.each(
		MESSAGE_TYPES.map(({ name, pushType }) => [
			name,
			pushType === CUSTOM_PUSH_TYPE ? '任意 `push-type`' : `\`push-type\` ${pushType}`,
		]),
	)('has the message type %s with its push type', (name, pushType) => {
		const row = ROWS.find(({ english }) => english === name);
		expect(row?.field.endsWith(`，${pushType}`)).toBe(true);
	});

	it.each([
		...CATEGORIES.map(({ category }) => category),
		...Object.keys(VERDICTS),
		...['accepted', 'rejected', 'failed', 'unknown', 'skipped'],
		...RECEIPT_EVENTS.map(({ value }) => value),
	])('has %s', (name) => {
		expect(ROWS.filter(({ field }) => codes(field).includes(name))).toHaveLength(1);
	});

	it.each(Object.values(CONSOLE_MENUS).filter((menu) => menu !== 'API Console'))(
		'has the label of the console for %s',
		(menu) => {
			const label = rowsOf(read('console.md').split('\n## The steps')[0] ?? '').find(
				({ english }) => english === menu,
			)?.chinese;
			const rows = TOPICS.flatMap(({ title, rows: words }) =>
				title === '控制台菜单' ? words : [],
			);
			expect(label?.replace(/ \(.*$/, '')).toBe(
				rows.find(({ english }) => english === menu)?.chinese,
			);
		},
	);
});
