/** The table of docs/compatibility.md: a row for each version of n8n that was walked, on each major version of Node. */
import { table } from '../docs/markdown';
import { STEPS, type WalkStep } from './walk';

export interface WalkedVersion {
	/** Of n8n. */
	n8n: string;
	/** Of the Node that ran it. */
	node: string;
	passed: readonly WalkStep[];
	isPinned: boolean;
}

const HEAD = ['n8n', 'Node.js', ...STEPS];
const TABLE = /^\| n8n .*(?:\n\|.*)*/m;
const PINNED = ' (pinned)';

export function drawTable(versions: readonly WalkedVersion[]): string {
	return table(HEAD, versions.map(cellsOf));
}

/**
 * The page with the rows of `versions` in the place of those that it has of them. What was walked another time stays.
 *
 * @throws {RangeError} if the page has no table
 */
export function updatePage(page: string, versions: readonly WalkedVersion[]): string {
	const former = TABLE.exec(page)?.[0];
	if (former === undefined) throw new RangeError('The page has no table of versions.');
	const isRepinned = versions.some(({ isPinned }) => isPinned);
	const kept = former.split('\n').slice(2).map(readCells);
	const rows = new Map(
		[...(isRepinned ? kept.map(withoutPin) : kept), ...versions.map(cellsOf)].map((cells) => [
			keyOf(cells),
			cells,
		]),
	);
	const sorted = [...rows.values()].sort((one, other) =>
		keyOf(one).localeCompare(keyOf(other), 'en', { numeric: true }),
	);
	return page.replace(former, () => table(HEAD, sorted));
}

function cellsOf({ n8n, node, passed, isPinned }: WalkedVersion): string[] {
	const steps = STEPS.map((step) => (passed.includes(step) ? 'yes' : 'NO'));
	return [isPinned ? `${n8n}${PINNED}` : n8n, node, ...steps];
}

/** Only one version is: another that was walked at its time is an older one now. */
function withoutPin([n8n = '', ...rest]: readonly string[]): string[] {
	return [n8n.replace(PINNED, ''), ...rest];
}

function readCells(line: string): string[] {
	return line
		.replace(/^\||\|$/g, '')
		.split('|')
		.map((cell) => cell.trim());
}

/** The version of n8n without what stands behind it, and the major one of Node. */
function keyOf([n8n = '', node = '']: readonly string[]): string {
	return `${n8n.split(' ')[0]} ${node.split('.')[0]}`;
}
