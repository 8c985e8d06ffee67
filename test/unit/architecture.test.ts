import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Every source of the product, with the sources that it imports; packages by their name. */
const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(
	['credentials', 'nodes', 'push-kit', 'sandbox']
		.flatMap((folder) => listSources(join(ROOT, folder)))
		.map((file) => [nameOf(file), readImports(file)]),
);

function listSources(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.d\.ts$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => !file.includes(`${sep}inbox${sep}`));
}

function nameOf(file: string): string {
	return relative(ROOT, file).split(sep).join('/').replace(/\.ts$/, '');
}

function readImports(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const found = [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, name = '']) => name);
	return found.map((name) => (name.startsWith('.') ? resolveImport(file, name) : name));
}

function resolveImport(file: string, name: string): string {
	const path = posix.normalize(nameOf(join(dirname(file), name)));
	return IS_FOLDER(path) ? `${path}/index` : path;
}

function IS_FOLDER(path: string): boolean {
	try {
		readdirSync(join(ROOT, path));
		return true;
	} catch {
		return false;
	}
}

/** Imports that lead from a folder to another, as sentences. */
function arrows(from: RegExp, to: RegExp): string[] {
	return [...IMPORTS]
		.filter(([file]) => from.test(file))
		.flatMap(([file, imports]) =>
			imports.filter((name) => to.test(name)).map((name) => `${file} -> ${name}`),
		);
}

/** A way along the imports that comes back to where it began; `undefined` if there is none. */
function findCircle(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
	const done = new Set<string>();
	const visit = (node: string, way: readonly string[]): string[] | undefined => {
		if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
		if (done.has(node)) return undefined;
		for (const next of graph.get(node) ?? []) {
			const circle = visit(next, [...way, node]);
			if (circle !== undefined) return circle;
		}
		done.add(node);
		return undefined;
	};
	for (const node of graph.keys()) {
		const circle = visit(node, []);
		if (circle !== undefined) return circle;
	}
	return undefined;
}

function graphOf(root: RegExp, name: (file: string) => string): Map<string, Set<string>> {
	const graph = new Map<string, Set<string>>();
	for (const [file, imports] of IMPORTS) {
		if (!root.test(file)) continue;
		const targets = imports.filter((target) => root.test(target)).map(name);
		const known = graph.get(name(file)) ?? new Set<string>();
		graph.set(name(file), known);
		for (const target of targets) if (target !== name(file)) known.add(target);
	}
	return graph;
}

describe('the domain', () => {
	it('knows nothing of n8n, of the nodes, or of the sandbox', () => {
		expect(arrows(/^push-kit\//, /^(n8n|@n8n|nodes\/|credentials\/|sandbox\/)/)).toEqual([]);
	});
});

describe('the sandbox', () => {
	it('takes nothing of the client but texts of its catalog', () => {
		expect(arrows(/^sandbox\//, /^(nodes|credentials|push-kit\/(?!catalog\/))/)).toEqual([]);
	});
});

describe('nodes and credentials', () => {
	it('know nothing of the sandbox and of each other', () => {
		expect(arrows(/^(nodes|credentials)\//, /^sandbox\//)).toEqual([]);
		expect(arrows(/^nodes\//, /^credentials\//)).toEqual([]);
		expect(arrows(/^nodes\/HuaweiPush\//, /^nodes\/HuaweiPushTrigger\//)).toEqual([]);
		expect(arrows(/^nodes\/HuaweiPushTrigger\//, /^nodes\/HuaweiPush\//)).toEqual([]);
	});

	it('import nothing that n8n does not provide, but jose', () => {
		const packages = arrows(
			/^(nodes|credentials|push-kit)\//,
			/^(?!nodes\/|credentials\/|push-kit\/|examples\/messages\/)/,
		)
			.map((arrow) => arrow.split(' -> ')[1])
			.filter((name) => !/\.generated$/.test(name ?? ''));
		expect([...new Set(packages)].sort()).toEqual(['jose', 'n8n-workflow', 'node:crypto']);
	});
});

describe('the example messages', () => {
	it('are shown by panel and seed, and rule nothing', () => {
		expect(arrows(/^(?!nodes\/HuaweiPush\/actions\/|sandbox\/seed\/)/, /^examples\//)).toEqual([]);
	});
});

describe('the arrows run one way', () => {
	it.each([
		['files of the domain', /^push-kit\//, (file: string) => file],
		['files of the credentials', /^credentials\//, (file: string) => file],
		['files of the trigger', /^nodes\/HuaweiPushTrigger\//, (file: string) => file],
		['rooms of the domain', /^push-kit\//, (file: string) => file.split('/', 2).join('/')],
		['files of the action node', /^nodes\/HuaweiPush\//, (file: string) => file],
		[
			'rooms of the action node',
			/^nodes\/HuaweiPush\/.*\//,
			(file: string) => file.split('/', 3).join('/'),
		],
	])('%s', (_, root, name) => {
		expect(findCircle(graphOf(root, name))).toBeUndefined();
	});
});

describe('the rooms of the action node', () => {
	const room = (name: string) => new RegExp(`^nodes/HuaweiPush/${name}/`);

	it('stand on parameters, which know none of the others', () => {
		expect(arrows(room('parameters'), /^nodes\/HuaweiPush\/(actions|form|run)\//)).toEqual([]);
		expect(arrows(room('form'), /^nodes\/HuaweiPush\/(actions|run)\//)).toEqual([]);
	});

	it('hand the actions to panel and run: neither asks for them', () => {
		expect(arrows(room('actions'), room('run'))).toEqual([]);
		expect(arrows(room('run'), /^nodes\/HuaweiPush\/actions\/(?!operation$)/)).toEqual([]);
	});
});
