import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { runProgram } from './program';

/**
 * Builds and packs the sandbox's own package as `npm run build:sandbox` does.
 *
 * @param work a folder that is empty or missing; the tarball goes to `packed` in it
 * @returns the path of the tarball
 */
export async function packSandboxPackage(work: string): Promise<string> {
	await mkdir(work, { recursive: true });
	const packed = join(work, 'packed');
	const flags = ['--folder', join(work, 'built'), '--pack', packed];
	const { ended, read } = runProgram('scripts/sandboxPackage/main.ts', flags, work);
	if ((await ended) !== 0) throw new Error(read());
	const tarball = (await readdir(packed)).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`No tarball was made:\n${read()}`);
	return join(packed, tarball);
}
