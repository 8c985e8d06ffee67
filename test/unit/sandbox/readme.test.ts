import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FAULTS, type FaultKind } from '../../../sandbox/delivery/faultKinds';
import { FATES, type Fate } from '../../../sandbox/devices/fates';
import { DEFAULT_SETTINGS } from '../../../sandbox/state/settings';

const README = readFileSync(join(__dirname, '../../../sandbox/README.md'), 'utf8');

/** The rows of the first table under a heading, without head and rule; backquotes taken away. */
function readTable(heading: string): string[][] {
	const [, section = ''] = README.split(`\n### ${heading}\n`);
	const lines = section.split('\n');
	const start = lines.findIndex((line) => line.startsWith('|'));
	const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
	return lines.slice(start + 2, end).map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim().replace(/`/g, '')),
	);
}

describe('the README of the sandbox', () => {
	it('has the fates as they are', () => {
		const rows = FATES.map(({ fate, script, effect, needsReason }: Fate) => [
			fate,
			JSON.stringify(needsReason ? { ...script, reason: '...' } : script),
			effect,
		]);
		expect(readTable('Fates')).toEqual(rows);
	});

	it('has the faults as they are', () => {
		const rows = FAULTS.map(({ fault, stage, effect, status, delay, members = {} }: FaultKind) => [
			fault,
			stage === 'after' ? 'yes' : 'no',
			effect,
			Object.keys(members).join(', '),
			[status && `status ${status}`, delay && `delay ${delay}`].filter(Boolean).join(', '),
		]);
		expect(readTable('Faults')).toEqual(rows);
	});

	it('has the settings as they are', () => {
		const rows = Object.entries(DEFAULT_SETTINGS).map(([name, value]) => [
			name,
			value === '' ? 'empty' : String(value),
		]);
		expect(readTable('Settings').map(([name, value]) => [name, value])).toEqual(rows);
	});
});
