/** The Chinese guide tells what the README tells: section by section, with the same names and commands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { RESOURCES } from '../../../nodes/HuaweiPush/actions';
import { PAGES } from '../../../scripts/docs/pages';
import {
	codeBlocks,
	linksOf,
	readSections,
	withoutCode,
	type Section,
} from '../../builders/markdown';
import { PANEL_LABELS } from '../../builders/panelLabels';

const ROOT = join(__dirname, '../../..');
const CHINESE = 'docs/zh-CN';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const README = readSections(read('README.md'));
const GUIDE = readSections(read(`${CHINESE}/README.md`));
const PAGES_IN_CHINESE = readdirSync(join(ROOT, CHINESE)).map((file) => `${CHINESE}/${file}`);

/** The twin of a section of the README, with the sections of the guide's own that follow it. */
function twinOf({ title }: Section): string {
	const start = GUIDE.findIndex((section) => section.twinOf === title);
	if (start === -1) return '';
	const next = GUIDE.findIndex(({ twinOf }, index) => index > start && twinOf !== undefined);
	return GUIDE.slice(start, next === -1 ? undefined : next)
		.map((section) => `${section.title}\n${section.text}`)
		.join('\n');
}

/** The labels of Huawei's consoles, as `docs/console.md` has them, by their English name. */
const LABELS = new Map(
	[...read('docs/console.md').matchAll(/^\| ([^|]+) \| ([^|(]+?)(?: \([^|]*\))? \|/gm)].map(
		([, english = '', chinese = '']) => [english.toLowerCase(), chinese],
	),
);

/** The parts of a text that stay as they are in any language, each once. */
function namesIn(text: string): string[] {
	const prose = withoutCode(text);
	const words = [
		...prose.matchAll(/`([^`]+)`/g),
		...prose.matchAll(/(?<![\w*])_([^_\n]+(?:\n[^_\n]+)?)_(?!\w)/g),
		...prose.matchAll(/(?<![\w.`-])(\d[\d,]*\d|\d)(?![\w-])/g),
	].flatMap(([, name = '']) => name.replace(/\s+/g, ' ').split(' > '));
	return [...new Set(words)].filter((name) => !/^\d\.?$/.test(name));
}

/** Whether the guide has a name, or the label that the Chinese console has for it. */
function isNamed(name: string, guide: string): boolean {
	if (/^\d/.test(name)) return new RegExp(`(?<![\\d,])${name}(?![\\d]|,\\d)`).test(guide);
	const label = LABELS.get(name.toLowerCase());
	return guide.includes(name) || (label !== undefined && guide.includes(label));
}

/** The files of this repository that a text links, from the root. */
function filesLinked(text: string, folder: string): string[] {
	return linksOf(text)
		.filter((target) => !/^(https?:|#)/.test(target))
		.map((target) => posix.join(folder, target.replace(/#.*$/, '')).replace(/\/$/, ''));
}

/** The rows of all tables of a text, without head and rule. */
function countRows(text: string): number {
	const rows = text.match(/^\|.*\|$/gm) ?? [];
	return rows.length - 2 * rows.filter((row) => /^[|\s:-]+$/.test(row)).length;
}

describe('the Chinese guide', () => {
	it('has a twin of each section of the README, at the same level and in the same order', () => {
		const twins = GUIDE.filter(({ twinOf: original }) => original !== undefined);
		expect(README.length).toBeGreaterThan(8);
		expect(twins.map((twin) => [twin.level, twin.twinOf])).toEqual(
			README.map(({ level, title }) => [level, title]),
		);
	});

	it('has sections of its own only below a twin', () => {
		const own = GUIDE.filter(({ twinOf: original }) => original === undefined);
		expect(own.filter(({ level }) => level < 3)).toEqual([]);
	});

	it('is Chinese, and has no empty section', () => {
		expect(
			GUIDE.filter(({ title, text }) =>
				[title, text].some((part) => !/\p{Script=Han}/u.test(part)),
			),
		).toEqual([]);
	});
});

describe('what the Chinese guide names', () => {
	it('are labels of the form, of the consoles, or what the pages in English name', () => {
		const known = [...LABELS.values()];
		const pages = ['README.md', 'docs/campaigns.md'].map(read).join('\n').replace(/\s+/g, ' ');
		const labels = GUIDE.flatMap(({ text }) => [
			...withoutCode(text).matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g),
		]).flatMap(([, label = '']) => label.split(' > '));
		expect(labels.length).toBeGreaterThan(60);
		expect(
			labels.filter(
				(label) => !PANEL_LABELS.has(label) && !known.includes(label) && !isNamed(label, pages),
			),
		).toEqual([]);
	});

	it('are all resources and operations', () => {
		const rows = GUIDE.flatMap(({ text }) => text.match(/^\|.*\|$/gm) ?? []);
		for (const { option, operations } of RESOURCES) {
			const row = rows.find((line) => line.startsWith(`| ${option.name} |`)) ?? '';
			const [, , , cell = ''] = row.split('|');
			const named = cell.split(', ').map((name) => name.replace(/（.*?）/g, '').trim());
			expect(named.sort()).toEqual(operations.map(({ name }) => name).sort());
		}
	});
});

describe.each(README.map((section) => [section.title, section] as const))(
	'the Chinese twin of "%s"',
	(_title, section) => {
		const twin = twinOf(section);

		it('has its commands and examples, word for word', () => {
			expect(codeBlocks(twin)).toEqual(codeBlocks(section.text));
		});

		// Labels of the form, names of fields, figures: what a change of the README mostly is.
		it('has its names and figures', () => {
			expect(namesIn(section.text).filter((name) => !isNamed(name, twin))).toEqual([]);
		});

		it('has a row for each row of its tables, or more', () => {
			expect(countRows(twin)).toBeGreaterThanOrEqual(countRows(section.text));
		});

		it('links the files that it links', () => {
			const files = filesLinked(section.text, '.').filter((file) => !file.startsWith(CHINESE));
			const linked = filesLinked(twin, CHINESE);
			expect(files.filter((file) => !linked.includes(file))).toEqual([]);
		});
	},
);

describe('the pages in Chinese', () => {
	it('are linked by the README, and the guide links the README and the drawn pages', () => {
		const fromReadme = filesLinked(read('README.md'), '.');
		expect(PAGES_IN_CHINESE.filter((page) => !fromReadme.includes(page))).toEqual([]);
		const fromGuide = filesLinked(read(`${CHINESE}/README.md`), CHINESE);
		expect(fromGuide).toEqual(
			expect.arrayContaining(['README.md', ...PAGES.map(({ path }) => path)]),
		);
	});
});
