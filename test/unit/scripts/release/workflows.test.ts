import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WORKFLOWS = join(__dirname, '../../../../.github/workflows');

const lines = readdirSync(WORKFLOWS).flatMap((name) =>
	readFileSync(join(WORKFLOWS, name), 'utf8')
		.split('\n')
		.map((line) => ({ name, line: line.trim() })),
);

describe('the workflows', () => {
	it('use actions that nobody can change behind a tag, and say which version each is', () => {
		const used = lines.filter(({ line }) => /\buses:/.test(line));
		expect(used.length).toBeGreaterThan(5);
		const loose = used.filter(({ line }) => !/@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line));
		expect(loose).toEqual([]);
	});

	it('use one version of each action', () => {
		const used = new Set(lines.flatMap(({ line }) => /\buses: (\S+)/.exec(line)?.[1] ?? []));
		const names = [...used].map((action) => action.split('@')[0]);
		expect(names).toEqual([...new Set(names)]);
	});

	it('write what GitHub hands them into no script', () => {
		const filled = lines.filter(({ line }) => /run:.*\$\{\{/.test(line));
		expect(filled).toEqual([]);
	});
});
