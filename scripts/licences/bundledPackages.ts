/** The packages of others whose code stands in a bundle, read from where the bundler took it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

export interface BundledPackage {
	readonly name: string;
	readonly version: string;
	/** Its SPDX identifier, as the package itself tells it. */
	readonly licence: string;
	/** The whole text that its licence asks to be handed on, with a NOTICE where it has one. */
	readonly text: string;
	/** Where it stands, from the root: two versions of one package stand in two folders. */
	readonly folder: string;
}

/** The innermost package of a path: what a library brings along is not that library. */
const FOLDER = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//;
/** `LICENSE`, `LICENCE.md`, `LICENSE-MIT.txt`, `NOTICE` ... */
const TEXT = /^(?:licen[sc]e|copying|notice)(?:[.-].*)?$/i;

/** The paths of all sources that left something in one of the bundles. */
export function listSources({ outputs }: Pick<Metafile, 'outputs'>): string[] {
	const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
	return [
		...new Set(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path)),
	];
}

/**
 * @param root the folder the paths start from
 * @param paths sources that left something in a bundle, as a bundler's metafile names them
 * @returns the packages, once each, by name and version
 * @throws {Error} if one of them tells no licence or comes without its text: then nobody may publish it
 */
export function findBundledPackages(root: string, paths: Iterable<string>): BundledPackage[] {
	const folders = new Set<string>();
	for (const path of paths) {
		const folder = FOLDER.exec(path)?.[1];
		if (folder !== undefined) folders.add(folder);
	}
	return [...folders]
		.map((folder) => readPackage(root, folder))
		.sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}

function readPackage(root: string, folder: string): BundledPackage {
	const path = join(root, folder);
	const file = join(path, 'package.json');
	if (!existsSync(file)) throw new Error(`${folder} is bundled, and is no package.`);
	const { name, version, license }: { name: string; version: string; license?: unknown } =
		JSON.parse(readFileSync(file, 'utf8'));
	if (typeof license !== 'string') throw new Error(`${folder}/package.json tells no licence.`);
	const texts = readdirSync(path)
		.filter((entry) => TEXT.test(entry))
		.sort()
		.map((entry) => readFileSync(join(path, entry), 'utf8').replaceAll('\r\n', '\n').trim());
	if (texts.length === 0) throw new Error(`${folder} has no text of its licence.`);
	return { name, version, licence: license, text: texts.join('\n\n'), folder };
}
