/**
 * The tests of a room as one file. Each mutant meets all of them, and most of its time would go into setting up
 * jest and loading the same modules once for every file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** In the tree, so that Stryker copies it; ignored by git, and taken away after the run. */
const FOLDER = 'test/mutate';

/** Long inputs and floods: what they notice of a change, the others notice in a hundredth of the time. */
const LEFT_OUT: ReadonlySet<string> = new Set([
	'campaignsAtOnce.test.ts',
	'longInputs.test.ts',
	'paceSearch.test.ts',
	'replayFlood.test.ts',
]);

/**
 * Writes the file that runs all tests of a folder. Each file's tests stand under its name and the digest of what
 * it holds: Stryker knows tests by their names, and so measures anew what a changed file may notice.
 *
 * @returns its path, from the repository's root
 */
export function gatherTests(room: string, folder: string): string {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.has(basename(file)))
		.sort();
	const lines = files.map((file) => {
		const path = join(folder, file);
		const digest = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 8);
		const from = relative(FOLDER, path).replaceAll('\\', '/').replace(/\.ts$/, '');
		return `describe('${file} ${digest}', () => { require('${from}'); });`;
	});
	mkdirSync(FOLDER, { recursive: true });
	const target = `${FOLDER}/${room}.test.ts`;
	writeFileSync(target, `${lines.join('\n')}\n`);
	return target;
}

/** Takes away what `gatherTests` wrote. */
export function removeGatheredTests(): void {
	rmSync(FOLDER, { recursive: true, force: true });
}
