/** Where a test belongs, and how long a file may be: see docs/testing.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import { readImports, type Import } from '../../scripts/architecture/imports';

const ROOT = join(__dirname, '../..');
const SOURCES = ['bench', 'credentials', 'nodes', 'push-kit', 'sandbox', 'scripts'];

/** Folders of tests of what is no source, and what they test. */
const NO_SOURCES: ReadonlyMap<string, string> = new Map([
	['containers', 'Dockerfile and compose.yaml'],
	['docs', 'pages of docs/, against the tables of the code'],
	['examples', 'the code in the workflows of examples/'],
	['fuzz', 'the runner and the laws of test/fuzz/'],
]);

/** Tables of one row for each code of Huawei's: nothing in them could move to another file. */
const LONG_TABLES = ['push-kit/catalog/receiptResults.ts', 'push-kit/catalog/responseCodes.ts'];

/** The files in a folder and below, by path from the root, but those that a program has written. */
function listFiles(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((file) => !/(^|\/)(node_modules|dist|__snapshots__)\/|\.generated\./.test(file))
		.filter((file) => !file.startsWith('test/mutate/'));
}

function foldersOf(files: readonly string[]): string[] {
	return [...new Set(files.map((file) => dirname(file)))];
}

/** Whether a file of the tests may take from another: its neighbours, those above, the builders. */
function isNear({ from, to }: Import): boolean {
	const folder = dirname(to);
	return (
		`${dirname(from)}/`.startsWith(`${folder}/`) ||
		folder.split('/').slice(0, 2).join('/') === 'test/builders' ||
		// Every end-to-end test stands on what is set up there.
		(dirname(from) === 'test/e2e' && folder === 'test/e2e/setup') ||
		(dirname(from) === 'test/unit/fuzz' && folder === 'test/fuzz')
	);
}

describe('the tests', () => {
	it.each(['unit', 'integration', 'fuzz'])('of test/%s stand where their sources do', (kind) => {
		const rooms = foldersOf(listFiles(`test/${kind}`))
			.map((folder) => folder.replace(new RegExp(`^test/${kind}/?`), ''))
			.filter((room) => room !== '' && !NO_SOURCES.has(room));
		const known = new Set(
			SOURCES.flatMap((folder) => foldersOf(listFiles(folder))).flatMap(withParents),
		);
		expect(rooms.length).toBeGreaterThan(5);
		expect(rooms.filter((room) => !known.has(room))).toEqual([]);
	});

	it('take from their own folder, from one above, or from the builders', () => {
		const imports = readImports(ROOT, ['test']).filter(({ to }) => to.startsWith('test/'));
		expect(imports.length).toBeGreaterThan(200);
		const far = imports.filter((one) => !isNear(one));
		expect(far.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
	});
});

/** A folder and those that hold it. */
function withParents(folder: string): string[] {
	return folder.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));
}

describe('a file', () => {
	it('has 250 lines at most', () => {
		const files = [...SOURCES, 'test']
			.flatMap(listFiles)
			.filter((file) => /\.(ts|mts|mjs|vue|css)$/.test(file) && !LONG_TABLES.includes(file));
		expect(files.length).toBeGreaterThan(400);
		const lengths = files.map((file) => ({
			file,
			lines: readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length,
		}));
		expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
	});
});
