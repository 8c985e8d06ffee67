/** Links between the pages: whoever opens the README finds every page of docs/, and no link leads nowhere. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

const ROOT = join(__dirname, '../../..');
const START = 'README.md';

/** Pages that are no part of docs/, but link into it or are linked from it. */
const OTHERS = [
	START,
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'RELEASING.md',
	'SECURITY.md',
	'examples/README.md',
	'examples/messages/README.md',
	'sandbox/README.md',
];
const listFiles = (folder: string): string[] =>
	readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) =>
			posix.join(relative(ROOT, parentPath).replaceAll('\\', '/'), name),
		)
		.sort();
const FILES = [...listFiles('docs'), ...listFiles('examples')];
const PAGES = [...OTHERS, ...FILES.filter((file) => /^docs\/.*\.md$/.test(file))];

interface Link {
	/** As it stands in the page. */
	readonly target: string;
	/** Path from the root. */
	readonly file: string;
	readonly anchor: string | undefined;
}

/** A page without what GitHub shows as it stands: fenced blocks, code spans, comments. */
function proseOf(text: string): string {
	return text
		.replace(/^ *(```|~~~).*\n[^]*?^ *\1 *$/gm, '')
		.replace(/<!--[^]*?-->/g, '')
		.replace(/(`+)[^`]+\1/g, '');
}

/** Links and pictures that stay within the repository, also those of reference definitions. */
function linksOf(path: string, text: string): Link[] {
	const prose = proseOf(text);
	const targets = [
		...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g),
		...prose.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm),
		...prose.matchAll(/<(?:a|img)\b[^>]*\s(?:href|src)="([^"]+)"/g),
	].map(([, target = '']) => target);
	return targets
		.filter((target) => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target))
		.map((target) => {
			const [file = '', anchor] = decodeURI(target).split('#');
			const folder = posix.dirname(path);
			return { target, file: file === '' ? path : posix.join(folder, file), anchor };
		});
}

/** Headings as GitHub makes anchors of them: a heading that comes again gets a number. */
function anchorsOf(text: string): Set<string> {
	const anchors = new Set<string>();
	const headings = text
		.replace(/^ *(```|~~~).*\n[^]*?^ *\1 *$/gm, '')
		.matchAll(/^ {0,3}#{1,6} +(.+?)(?: +#+)?$/gm);
	for (const [, heading = ''] of headings) {
		const anchor = heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
			.replaceAll(' ', '-');
		let unique = anchor;
		for (let again = 1; anchors.has(unique); again++) unique = `${anchor}-${again}`;
		anchors.add(unique);
	}
	return anchors;
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const isFile = (path: string): boolean =>
	existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile();

/** What links lead to from the README, directly or over others; a folder leads to its README. */
function readReachable(): Set<string> {
	const reached = new Set([START]);
	for (const path of reached) {
		if (!path.endsWith('.md') || !isFile(path)) continue;
		for (const { file } of linksOf(path, read(path))) {
			reached.add(file.replace(/\/$/, ''));
			const page = posix.join(file, 'README.md');
			if (isFile(page)) reached.add(page);
		}
	}
	return reached;
}

const REACHABLE = readReachable();

describe.each(PAGES)('%s', (path) => {
	const links = linksOf(path, read(path));

	it('links only to what the repository has', () => {
		const missing = links.filter(({ file }) => !existsSync(join(ROOT, file)));
		expect(missing.map(({ target }) => target)).toEqual([]);
	});

	it('links only to headings that exist', () => {
		const missing = links
			.filter(({ file, anchor }) => anchor !== undefined && isFile(file))
			.filter(({ file, anchor = '' }) => !anchorsOf(read(file)).has(anchor));
		expect(missing.map(({ target }) => target)).toEqual([]);
	});

	it('can be reached from the README', () => {
		expect([...REACHABLE]).toContain(path);
	});
});

it('no file of docs/ or examples/ is left out: a page links to it, or to its folder', () => {
	const orphans = FILES.filter(
		(file) => !REACHABLE.has(file) && !REACHABLE.has(posix.dirname(file)),
	);
	expect(FILES.length).toBeGreaterThan(60);
	expect(orphans).toEqual([]);
});
