/** The figures as a table, for the terminal and for the documentation. */
import type { Figure, Goal, Measured, Unit } from './figures';

/** The row's name says what is counted. */
const PLAIN_UNITS: readonly Unit[] = ['count', 'messages', 'power'];

const HEADINGS = ['', 'This package', 'Peer', 'Ratio', 'Goal', 'Reached'];

/** For the terminal. */
export function formatTable(figures: readonly Figure[]): string {
	return layOut([HEADINGS, ...figures.map(formatRow)]);
}

/** For Markdown. */
export function formatMarkdownTable(figures: readonly Figure[]): string {
	return writeMarkdown([HEADINGS, ...figures.map(formatRow)]);
}

type Rows = readonly [headings: readonly string[], ...rows: ReadonlyArray<readonly string[]>];

/** Padded columns, a rule under the headings. */
export function layOut(rows: Rows): string {
	const widths = rows[0].map((_, column) =>
		Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
	);
	const lines = rows.map((row) =>
		row
			.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0))
			.join('  ')
			.trimEnd(),
	);
	lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('──'));
	return lines.map((line) => `  ${line}`).join('\n');
}

/** The same as Markdown has it. */
export function writeMarkdown([headings, ...rows]: Rows): string {
	const rule = headings.map((_, column) => (column === 0 ? '---' : '---:'));
	return [headings, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function pad(text: string, width: number, alignRight: boolean): string {
	const missing = ' '.repeat(Math.max(0, width - [...text].length));
	return alignRight ? missing + text : text + missing;
}

function formatRow({ name, ours, peer, ratio, goal, reached }: Figure): string[] {
	return [
		name,
		formatMeasured(ours),
		peer ? formatMeasured(peer) : '–',
		ratio === undefined ? '–' : formatRatio(ratio),
		goal ? formatGoal(goal, ours) : '–',
		reached === undefined ? '–' : reached ? 'yes' : 'no',
	];
}

export function formatMeasured({ value, unit }: Measured): string {
	const number = formatNumber(value);
	return PLAIN_UNITS.includes(unit) ? number : `${number} ${unit}`;
}

function formatRatio(ratio: number): string {
	return `${formatNumber(ratio)} x`;
}

function formatGoal({ kind, value }: Goal, { unit }: Measured): string {
	if (kind === 'ratioAtLeast') return `${formatNumber(value)} x`;
	const text = formatMeasured({ value, unit, rounds: [] });
	return kind === 'atMost' ? `at most ${text}` : text;
}

/** Three figures that mean something: 12,345, 123, 12.3, 1.23, 0.123; whole numbers as they are. */
export function formatNumber(value: number): string {
	if (Number.isInteger(value)) return value.toLocaleString('en-US');
	const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
	return value.toLocaleString('en-US', {
		minimumFractionDigits: Math.min(3, digits),
		maximumFractionDigits: Math.min(3, digits),
	});
}
