import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CONSOLE_MENUS, CONSOLE_PAGE, CONSOLE_STEPS } from '../../../push-kit/catalog/consoleSteps';

const PAGE = readFileSync(join(__dirname, '../../../docs/console.md'), 'utf8');

/** The rows of the table under a heading, cell by cell. */
function readTable(heading: string): string[][] {
	const [, after = ''] = PAGE.split(`\n## ${heading}\n`);
	const [section = ''] = after.split('\n## ');
	const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
	return rows.map((row) =>
		row
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
}

const LABELS = new Map(
	readTable('The labels').map(([english = '', chinese = '']) => [english, chinese]),
);
const STEPS = readTable('The steps').map(([, english = '', chinese = '']) => ({
	english,
	chinese,
}));

/** Places of a path that are no labels, but the operator's own. */
const OWN: ReadonlyMap<string, string> = new Map([
	['AppGallery Connect', 'AppGallery Connect'],
	['HUAWEI Developers', 'HUAWEI Developers'],
	['your project', '项目'],
	['your app', '应用'],
]);
/** Longest first: one menu's name may begin another's. */
const MENUS: readonly string[] = Object.values(CONSOLE_MENUS).sort((a, b) => b.length - a.length);
const NAMES = [...OWN.keys(), ...MENUS];

/** The path of a step, name by name: what stands between the signs `>`. */
function pathOf(step: string): string[] {
	const [first = '', ...rest] = step.split(' > ');
	if (rest.length === 0) return [];
	const start = NAMES.find((name) => first.endsWith(name));
	const names = rest.map((text, index) =>
		index < rest.length - 1 ? text : NAMES.find((name) => text.startsWith(name)),
	);
	return [start, ...names].map((name) => name ?? `no menu in: ${step}`);
}

const BY_ID = Object.entries(CONSOLE_STEPS);

describe('docs/console.md', () => {
	it('is the page that every step leads to', () => {
		expect(CONSOLE_PAGE.endsWith('/docs/console.md')).toBe(true);
	});

	it.each(MENUS)('has the Chinese label of %s', (menu) => {
		expect(LABELS.get(menu) ?? '').toMatch(
			menu === 'API Console' ? /^API Console$/ : /\p{Script=Han}/u,
		);
	});

	it('has no label that no step names', () => {
		expect([...LABELS.keys()].filter((name) => !MENUS.includes(name))).toEqual([]);
	});

	it.each(BY_ID)('knows each menu of the step %s', (_id, step) => {
		expect(pathOf(step).filter((name) => !NAMES.includes(name))).toEqual([]);
		// A capital letter within a sentence is a menu, a name of Huawei's or a word of theirs.
		const strange = step
			.replace(/\([^)]*\)/g, '')
			.match(/(?<=\b(?:click|create a|an|under|the) )[A-Z][a-z-]+/g);
		for (const word of strange ?? []) expect(MENUS.join('\n')).toContain(word);
	});

	it.each(BY_ID)('has the way of the step %s in both languages', (_id, step) => {
		const path = pathOf(step);
		const buttons = MENUS.filter((menu) => !path.includes(menu) && step.includes(menu));
		const row = STEPS.find(
			({ english }) =>
				english.replace(/[,;].*$/, '') === (path.length > 0 ? path.join(' > ') : buttons[0]) &&
				buttons.every((button) => english.includes(button)),
		);
		expect(row?.english).toBeDefined();
		const chinese = path.map((name) => OWN.get(name) ?? LABELS.get(name)?.replace(/ \(.*$/, ''));
		if (path.length > 0) expect(row?.chinese.replace(/[,;].*$/, '')).toBe(chinese.join(' > '));
		for (const button of buttons) expect(row?.chinese).toContain(LABELS.get(button));
	});
});
