/** Installs a version of n8n beside the pinned one, with the same Node or that of this process, once for all clones. */
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { isWhole, STAMP } from '../n8n/buildInstallation';
import { installN8n, type Installation } from '../n8n/install';
import { explainFailure } from '../n8n/installFailure';
import { findCacheFolder, readManifest } from '../n8n/places';
import { chooseNode, describeMachine, findNodeBinary, type NodeForN8n } from '../n8n/platform';
import { cleanNpmEnvironment, runCommand } from '../n8n/runCommand';
import { findMissingTools } from '../n8n/searchPath';
import { UserError } from '../n8n/userError';
import { runStep, type Progress } from '../progress';
import { pinnedVersion, type Version } from './versions';

/** Throws UserError where this version cannot be installed here; nothing of it is left by then. */
export async function installVersion(
	version: Version,
	{ progress, ownNode }: { progress: Progress; ownNode: boolean },
): Promise<Installation> {
	if (!ownNode && version.n8n === pinnedVersion().n8n) return await installN8n({ progress });
	const machine = describeMachine();
	const pinned = chooseNode(machine);
	const { system } = pinned;
	const node: NodeForN8n = ownNode ? { kind: 'own', system, path: machine.node.path } : pinned;
	// What is compiled for one major version of Node may crash another.
	const suffix = ownNode ? `-node${machine.node.version.split('.')[0]}` : '';
	const folder = join(
		findCacheFolder(),
		`compat-${version.n8n}-${process.platform}-${process.arch}${suffix}`,
	);
	if (!isWhole(folder)) {
		const partial = `${folder}.partial`;
		rmSync(partial, { recursive: true, force: true });
		mkdirSync(partial, { recursive: true });
		try {
			await runStep(progress, `Installing n8n ${version.n8n} (some minutes, once)`, async () => {
				await build(partial, version, node);
			});
		} catch (error) {
			rmSync(partial, { recursive: true, force: true });
			const { buildTools, toolsAdvice } = node.system;
			throw explainFailure(error, findMissingTools(buildTools, process.env), toolsAdvice);
		}
		rmSync(folder, { recursive: true, force: true });
		renameSync(partial, folder);
	}
	return {
		folder,
		version: version.n8n,
		nodeBinary: findNodeBinary(folder, node),
		n8nScript: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		dispose: async () => undefined,
	};
}

async function build(folder: string, { n8n, overrides }: Version, node: NodeForN8n) {
	const nodePackage = node.kind === 'pinned' ? node.nodePackage : undefined;
	const pinnedNode = nodePackage && {
		[nodePackage]: readManifest().optionalDependencies[nodePackage],
	};
	const dependencies = { n8n, ...pinnedNode };
	const manifest = { name: `compat-${n8n}`, private: true, dependencies, overrides };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
	const env = cleanNpmEnvironment();
	const command = { cwd: folder, env, logFile: join(folder, 'install.log') };
	await runCommand('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], command);
	// Compiled for the Node that will load it, with the headers that came along.
	const nodeFolder =
		node.kind === 'pinned'
			? join(folder, 'node_modules', node.nodePackage)
			: dirname(dirname(realpathSync(node.path)));
	const path = `${join(nodeFolder, 'bin')}${delimiter}${env.PATH ?? ''}`;
	const hasHeaders = existsSync(join(nodeFolder, 'include', 'node'));
	await runCommand('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
		...command,
		env: { ...env, PATH: path, ...(hasHeaders && { npm_config_nodedir: nodeFolder }) },
	});
	const binary = join(folder, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
	if (!existsSync(binary))
		throw new UserError(`sqlite3 of n8n ${n8n} was not built.`, dirname(binary));
	writeFileSync(join(folder, STAMP), `${JSON.stringify({ ...dependencies }, null, '\t')}\n`);
}
