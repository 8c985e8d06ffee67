import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { drawTable, updatePage, type WalkedVersion } from '../../../../scripts/compat/table';
import { pinnedVersion } from '../../../../scripts/compat/versions';
import { STEPS } from '../../../../scripts/compat/walk';

const PAGE = readFileSync(join(__dirname, '../../../../docs/compatibility.md'), 'utf8');
const walked = (n8n: string, change: Partial<WalkedVersion> = {}): WalkedVersion => ({
	n8n,
	node: '24.1.0',
	passed: STEPS,
	isPinned: false,
	...change,
});
const page = (rows: readonly WalkedVersion[]) => `Before.\n\n${drawTable(rows)}\n\nAfter.\n`;

test('a step that was not reached stands as NO', () => {
	const [, , row] = drawTable([walked('2.1.0', { passed: ['loads', 'tests'] })]).split('\n');
	expect(row).toBe('| 2.1.0 | 24.1.0 | yes | yes | NO | NO | NO | NO |');
});

test('a version walked again replaces its row, another one stays; the oldest is first', () => {
	const former = [walked('2.41.1', { passed: [], isPinned: true }), walked('2.8.4')];
	const latest = [walked('2.41.1', { isPinned: true }), walked('2.40.7')];
	expect(updatePage(page(former), latest)).toBe(
		page([walked('2.8.4'), walked('2.40.7'), walked('2.41.1', { isPinned: true })]),
	);
});

test('another Node has a row of its own, a newer one of the same major version does not', () => {
	const former = page([walked('2.8.4', { node: '20.1.0' }), walked('2.8.4')]);
	expect(updatePage(former, [walked('2.8.4', { node: '24.2.0' })])).toBe(
		page([walked('2.8.4', { node: '20.1.0' }), walked('2.8.4', { node: '24.2.0' })]),
	);
});

test('a version that is no longer the pinned one loses the word', () => {
	const former = page([walked('2.41.1', { isPinned: true })]);
	expect(updatePage(former, [walked('2.41.1')])).toBe(page([walked('2.41.1')]));
});

test('a page without the table is not written', () => {
	expect(() => updatePage('Nothing.\n', [])).toThrow(RangeError);
});

test('docs/compatibility.md has such a table, with the pinned version in it', () => {
	const { n8n } = pinnedVersion();
	expect(PAGE).toContain(`| ${n8n} (pinned) |`);
	expect(updatePage(PAGE, [walked('0.1.0')])).toContain('\n| 0.1.0 | 24.1.0 | yes |');
	expect(PAGE).not.toContain('| NO');
});

test('the version that was pinned before loses the word where another is pinned now', () => {
	const former = page([walked('2.41.1', { isPinned: true })]);
	expect(updatePage(former, [walked('2.42.0', { isPinned: true })])).toBe(
		page([walked('2.41.1'), walked('2.42.0', { isPinned: true })]),
	);
	expect(updatePage(former, [walked('2.42.0')])).toBe(
		page([walked('2.41.1', { isPinned: true }), walked('2.42.0')]),
	);
});

test('the table may be the last of the page', () => {
	const former = `Before.\n\n${drawTable([walked('2.8.4')])}\n`;
	expect(updatePage(former, [walked('2.10.0')])).toBe(
		`Before.\n\n${drawTable([walked('2.8.4'), walked('2.10.0')])}\n`,
	);
});
