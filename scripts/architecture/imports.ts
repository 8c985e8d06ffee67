/** Who imports whom: read from the sources, so that a picture of the house cannot flatter it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/** One import of a source of ours by another; paths from the root, with `/` and their ending. */
export interface Import {
	readonly from: string;
	readonly to: string;
	/** Whether nothing of it is left when the program runs. */
	readonly typesOnly: boolean;
}

const SOURCE = /(?<!\.d)\.ts$|\.vue$/;
const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.{1,2}\/[^']+)'/gm;
const ENDINGS = ['', '.ts', '.vue', '/index.ts'];

/** The sources in a folder and below, in alphabetical order; written declarations and tests do not count. */
export function listSources(root: string, folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && SOURCE.test(entry.name))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((file) => !/(^|\/)(node_modules|dist)\//.test(file))
		.sort();
}

/** Every import between the sources of these folders; packages and generated files are left out. */
export function readImports(root: string, folders: readonly string[]): Import[] {
	return folders
		.flatMap((folder) => listSources(root, folder))
		.flatMap((from) =>
			importsOf(readFileSync(join(root, from), 'utf8')).flatMap(({ name, typesOnly }) => {
				const to = resolve(root, from, name);
				return to === undefined ? [] : [{ from, to, typesOnly }];
			}),
		);
}

/** The relative imports of a source's text, as they are written. */
export function importsOf(text: string): Array<{ name: string; typesOnly: boolean }> {
	return [...text.matchAll(STATEMENT)].map(([, type, name = '']) => ({
		name,
		typesOnly: type !== undefined,
	}));
}

function resolve(root: string, from: string, name: string): string | undefined {
	const path = posix.join(dirname(from), name);
	const found = ENDINGS.map((ending) => path + ending).filter((file) => SOURCE.test(file));
	return found.find((file) => existsSync(join(root, file)));
}
