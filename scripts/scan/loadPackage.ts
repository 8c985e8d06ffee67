/**
 * Loads an unpacked package as n8n does, from a folder in which nothing but n8n-workflow can be
 * required. Runs in a process of its own, so that no library of this project can slip in.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGE_NAME = 'n8n-nodes-huawei-push';

/** Prints the names of all loaded types; fails if there is none. */
const LOADER = `
const { PackageDirectoryLoader } = require(process.argv[1]);
const loader = new PackageDirectoryLoader(process.argv[2]);
loader.loadAll().then(() => {
	const names = [...Object.keys(loader.nodeTypes), ...Object.keys(loader.credentialTypes)];
	for (const { type } of Object.values(loader.nodeTypes)) {
		if (!(type.description.properties.length > 0)) throw new Error('A node has no properties');
	}
	process.stdout.write(JSON.stringify(names), () => process.exit(0));
}).catch((error) => { console.error(error); process.exit(1); });
`;

/**
 * @param unpacked the content of the tarball
 * @param clean a folder to make, outside of this project
 * @returns the names of the node and credential types
 * @throws {Error} if the package does not load
 */
export async function loadPackage(unpacked: string, clean: string): Promise<string[]> {
	const target = join(clean, 'node_modules', PACKAGE_NAME);
	mkdirSync(target, { recursive: true });
	cpSync(unpacked, target, { recursive: true });
	const peer = dirname(require.resolve('n8n-workflow/package.json'));
	symlinkSync(peer, join(clean, 'node_modules', 'n8n-workflow'), 'dir');

	const core = require.resolve('n8n-core');
	const result = spawnSync(process.execPath, ['-e', LOADER, core, target], {
		cwd: clean,
		encoding: 'utf8',
		env: { ...process.env, N8N_USER_FOLDER: clean },
	});
	if (result.status !== 0) {
		throw new Error(`The packed tarball does not load in a clean folder:\n${result.stderr}`);
	}
	const names: string[] = JSON.parse(result.stdout.slice(result.stdout.lastIndexOf('[')));
	return names;
}
