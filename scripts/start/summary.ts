/** The closing words of `npm start`. */
import { maskToken } from './expectation';
import type { CustomerObservation, Observation } from './observation';

const HEADINGS = ['Customer', 'Push token', 'Outcome', 'Receipt', 'Verdict'];

/** Characters of a receipt's text: the table shall fit into a terminal. */
const MAX_TEXT = 50;

/** A table with a row for each customer. */
export function formatTable({ customers }: Observation): string {
	const rows = [HEADINGS, ...customers.map(formatRow)];
	const widths = HEADINGS.map((_, column) =>
		Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
	);
	const lines = rows.map((row) => formatLine(row, widths));
	const rule = widths.map((width) => '─'.repeat(width)).join('──');
	lines.splice(1, 0, `  ${rule}`);
	return lines.join('\n');
}

function formatRow(customer: CustomerObservation): string[] {
	const { name, pushToken, outcomes, reason, receipts, receiptText, verdict } = customer;
	return [
		name,
		maskToken(pushToken),
		`${outcomes.join(', ') || 'nothing came out'}${reason ? ` (${reason})` : ''}`,
		receipts.length === 0
			? '-'
			: `${receipts.join(', ')}${receiptText ? ` (${shorten(receiptText)})` : ''}`,
		verdict ?? '-',
	];
}

function shorten(text: string): string {
	return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}

function formatLine(cells: string[], widths: number[]): string {
	const padded = cells.map((cell, column) => {
		const missing = (widths[column] ?? 0) - [...cell].length;
		return cell + ' '.repeat(Math.max(0, missing));
	});
	return `  ${padded.join('  ')}`.trimEnd();
}

/** What was sent and what came back, in one sentence each. */
export function formatFigures({ customers, requests }: Observation): string {
	const accepted = customers.filter(({ output }) => output === 'Accepted').length;
	const problem = customers.filter(({ output }) => output === 'Problem').length;
	const receipts = customers.reduce((sum, { receipts: own }) => sum + own.length, 0);
	return [
		`  Campaign: ${customers.length} customers in ${requests} ${requests === 1 ? 'request' : 'requests'}, ${accepted} on output Accepted, ${problem} on output Problem.`,
		`  Receipts: ${receipts} came back, signed, and started the receipt workflow.`,
	].join('\n');
}

export interface Places {
	n8nUrl: string;
	sandboxUrl: string;
	email: string;
	password: string;
	/** Of the forms that start examples. */
	formLogin: { user: string; password: string };
	logFile: string;
}

/** Where to look, and how to get in. */
export function formatPlaces({
	n8nUrl,
	sandboxUrl,
	email,
	password,
	formLogin,
	logFile,
}: Places): string {
	return [
		`  n8n       ${n8nUrl}`,
		`            sign in with ${email} and ${password}`,
		`            forms of the examples: ${formLogin.user} and ${formLogin.password}`,
		`  Sandbox   ${sandboxUrl}`,
		`            key, Client ID and receipt secret: ${sandboxUrl}/#/connect (n8n's credentials hold them already)`,
		`  n8n's log ${logFile}`,
	].join('\n');
}
