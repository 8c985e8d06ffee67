/** The figures as a table, for the terminal and for the documentation. */
import type { Figure, Goal, Measured } from './figures';

const HEADINGS = ['', 'This package', 'Peer', 'Ratio', 'Goal', 'Reached'];

/** For the terminal: padded columns, a rule under the headings. */
export function formatTable(figures: readonly Figure[]): string {
	const rows = [HEADINGS, ...figures.map(formatRow)];
	const widths = HEADINGS.map((_, column) =>
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

/** For Markdown. */
export function formatMarkdownTable(figures: readonly Figure[]): string {
	const rows = figures.map(formatRow);
	const rule = HEADINGS.map((_, column) => (column === 0 ? '---' : '---:'));
	return [HEADINGS, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
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
	return unit === 'count' || unit === 'power' ? number : `${number} ${unit}`;
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
