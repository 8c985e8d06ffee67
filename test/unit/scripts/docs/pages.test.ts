import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PAGES } from '../../../../scripts/docs/pages';

const ROOT = join(__dirname, '../../../..');

/** The cells of a line of a table; `\|` is no border. */
function cellsOf(line: string): string[] {
	return line
		.replace(/^\| | \|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim());
}

/** The tables of a page, each with its head, its rule and its rows. */
function tablesOf(page: string): string[][][] {
	return page
		.split('\n\n')
		.filter((part) => part.startsWith('| '))
		.map((part) => part.trimEnd().split('\n').map(cellsOf));
}

describe.each(PAGES.map(({ path, draw }) => [path, draw] as const))('%s', (path, draw) => {
	const onDisk = readFileSync(join(ROOT, path), 'utf8');

	it('is what `npm run docs` would write', () => {
		expect(onDisk).toBe(draw());
	});

	it('is left alone by `npm run format`', () => {
		expect(readFileSync(join(ROOT, '.prettierignore'), 'utf8').split('\n')).toContain(path);
	});

	it('says first that it is drawn, then what it is and from which pages of Huawei', () => {
		const [mark, heading, about = ''] = onDisk.split('\n\n');
		expect(mark).toMatch(/^<!-- Drawn by npm run docs /);
		expect(heading).toMatch(/^# \w/);
		expect(about).toMatch(/Huawei's pages `(?:push|liveview|priority|arkts)-/);
		expect(about).toContain('generated');
	});

	it('has tables that render: each line of them as many cells as the head', () => {
		const tables = tablesOf(onDisk);
		expect(tables.length).toBeGreaterThan(3);
		for (const [head = [], rule = [], ...rows] of tables) {
			expect(rule.every((cell) => cell === '---')).toBe(true);
			expect(rows.length).toBeGreaterThan(0);
			for (const row of [rule, ...rows]) expect(row).toHaveLength(head.length);
		}
	});

	it('leaves no undefined, no empty code span and no open one', () => {
		expect(onDisk).not.toMatch(/\bundefined\b|\bNaN\b|\[object|``/);
		for (const line of onDisk.split('\n')) {
			expect((line.match(/`/g) ?? []).length % 2).toBe(0);
		}
	});
});
