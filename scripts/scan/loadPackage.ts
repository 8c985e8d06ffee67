/**
 * Loads an unpacked package as n8n does, from a folder in which nothing but n8n-workflow can be
 * required. Runs in a process of its own, so that no library of this project can slip in.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGE_NAME = 'n8n-nodes-huawei-push';

/**
 * Prints the names of all loaded types, and the least time that both nodes take to load anew, and n8n-workflow beside
 * them; fails if there is no type, or if n8n finds no output schema of an operation.
 */
const LOADER = `
const { dirname, join } = require('node:path');
const { PackageDirectoryLoader, loadOutputSchema } = require(process.argv[1]);
const loader = new PackageDirectoryLoader(process.argv[2]);
loader.loadAll().then(() => {
	const names = [...Object.keys(loader.nodeTypes), ...Object.keys(loader.credentialTypes)];
	for (const [name, { type: { description }, sourcePath }] of Object.entries(loader.nodeTypes)) {
		if (!(description.properties.length > 0)) throw new Error('A node has no properties');
		const operations = description.properties
			.filter((property) => property.name === 'operation')
			.flatMap(({ displayOptions, options }) =>
				displayOptions.show.resource.flatMap((resource) =>
					options.map(({ value }) => ({ resource, operation: value }))));
		for (const operation of operations.length > 0 ? operations : [{}]) {
			const nodeDir = dirname(join(process.argv[2], sourcePath));
			if (loadOutputSchema({ nodeDir, version: description.version, ...operation }) === undefined) {
				throw new Error(name + ' has no output schema of ' + JSON.stringify(operation));
			}
		}
	}
	const nodes = Object.values(loader.nodeTypes).map(({ sourcePath }) => join(process.argv[2], sourcePath));
	const workflow = dirname(require.resolve('n8n-workflow'));
	const time = (folder, load) => {
		for (const file of Object.keys(require.cache)) if (file.startsWith(folder)) delete require.cache[file];
		const begun = process.cpuUsage();
		load();
		const { user, system } = process.cpuUsage(begun);
		return (user + system) / 1000;
	};
	// The processor's time, and the shortest of many: what else the machine does only ever adds.
	let loadMilliseconds = Infinity;
	let workflowMilliseconds = Infinity;
	for (let round = 0; round < 40; round++) {
		loadMilliseconds = Math.min(loadMilliseconds, time(process.argv[2], () => {
			for (const node of nodes) {
				const [NodeType] = Object.values(require(node));
				new NodeType();
			}
		}));
		workflowMilliseconds = Math.min(workflowMilliseconds, time(workflow, () => require('n8n-workflow')));
	}
	process.stdout.write(JSON.stringify({ names, loadMilliseconds, workflowMilliseconds }), () => process.exit(0));
}).catch((error) => { console.error(error); process.exit(1); });
`;

export interface LoadedPackage {
	/** Of the node and credential types. */
	names: string[];
	/** What both nodes take of the processor in a warm process. */
	loadMilliseconds: number;
	/** What n8n-workflow takes there. */
	workflowMilliseconds: number;
}

/**
 * @param unpacked the content of the tarball
 * @param clean a folder to make, outside of this project
 * @throws {Error} if the package does not load
 */
export async function loadPackage(unpacked: string, clean: string): Promise<LoadedPackage> {
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
	const loaded: LoadedPackage = JSON.parse(result.stdout.slice(result.stdout.lastIndexOf('{')));
	return loaded;
}
