/** Builds and packs this package, and puts it where n8n's community-node installer would. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from 'tar';
import { PACKAGE_NAME, REPOSITORY } from './places';
import { runNpm } from './npm';
import { CommandError, cleanNpmEnvironment } from './runCommand';
import { UserError } from './userError';

export interface PackOptions {
	/** Where the tarball and the log go; made if missing. */
	folder: string;
	signal?: AbortSignal;
	/** Whether `dist` holds what is to be packed. */
	isBuilt?: boolean;
}

/** Runs `npm run build`, unless that was done, and `npm pack`. Returns the path of the tarball. */
export async function packPackage(options: PackOptions): Promise<string> {
	return await packFolder(REPOSITORY, options);
}

/**
 * The same for any package that is built by now, or whose `npm run build` builds it.
 *
 * @param source the folder with its package.json
 */
export async function packFolder(
	source: string,
	{ folder, signal, isBuilt = false }: PackOptions,
): Promise<string> {
	mkdirSync(folder, { recursive: true });
	const options = {
		cwd: source,
		env: cleanNpmEnvironment(),
		logFile: join(folder, 'pack.log'),
		signal,
	};
	try {
		if (!isBuilt) await runNpm(['run', 'build'], options);
		await runNpm(['pack', '--ignore-scripts', '--pack-destination', folder], options);
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		throw new UserError(
			`${error.message} Its last lines:\n${error.output}`,
			'Run `npm run build` to see all of it.',
		);
	}
	const manifest: { name: string; version: string } = JSON.parse(
		readFileSync(join(source, 'package.json'), 'utf8'),
	);
	const tarball = join(folder, `${manifest.name}-${manifest.version}.tgz`);
	if (!existsSync(tarball)) throw new Error(`npm pack left no tarball in ${folder}.`);
	return tarball;
}

/**
 * Unpacks the tarball into `<userFolder>/.n8n/nodes/node_modules/<name>` and leaves the two manifests
 * as n8n 2.41 leaves them after an installation from its settings page. (n8n's record of it in the
 * database is missing: the nodes load and work without, only the settings page does not list them.)
 */
export async function installPackage(tarball: string, userFolder: string): Promise<string> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const folder = join(nodes, 'node_modules', PACKAGE_NAME);
	mkdirSync(folder, { recursive: true });
	await extract({ file: tarball, cwd: folder, strip: 1 });
	const manifestFile = join(folder, 'package.json');
	const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, unknown>;
	for (const member of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
		delete manifest[member];
	}
	writeJson(manifestFile, manifest);
	writeJson(join(nodes, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [PACKAGE_NAME]: manifest.version },
	});
	return folder;
}

function writeJson(file: string, content: unknown): void {
	writeFileSync(file, JSON.stringify(content, null, 2));
}
