import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { importsOf, listSources, readImports } from '../../../../scripts/architecture/imports';
import { PAGE, placePicture } from '../../../../scripts/architecture/page';
import { drawPicture, PICTURED_FOLDERS } from '../../../../scripts/architecture/picture';

const ROOT = join(__dirname, '../../../..');
const COMMITTED = readFileSync(join(ROOT, PAGE), 'utf8');

describe('docs/architecture.md', () => {
	it('shows the imports of today; npm run architecture draws them anew', () => {
		const picture = drawPicture(readImports(ROOT, PICTURED_FOLDERS));
		expect(COMMITTED).toBe(placePicture(COMMITTED, picture));
	});

	it('names only files and folders that there are', () => {
		const named = [...COMMITTED.matchAll(/`([\w./-]+\/[\w./-]*|[\w/.-]+\.(?:ts|json|md|mjs))`/g)]
			.map(([, name = '']) => name)
			.filter((name) => !name.startsWith('n8n-'));
		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
	});
});

describe('the imports', () => {
	it('are read in every form that sources have', () => {
		const text = [
			"import { a } from './a';",
			"import type { B } from '../b';",
			"import {\n\tc,\n\ttype D,\n} from './c';",
			"export type { E } from './e';",
			"export * from './f';",
			"import './g';",
			"import { h } from 'package';",
			'const text = "import { i } from \'./i\'";',
			"// import { j } from './j';",
		].join('\n');
		expect(importsOf(text)).toEqual([
			{ name: './a', typesOnly: false },
			{ name: '../b', typesOnly: true },
			{ name: './c', typesOnly: false },
			{ name: './e', typesOnly: true },
			{ name: './f', typesOnly: false },
			{ name: './g', typesOnly: false },
		]);
	});

	it('are found: no source of the published package stands alone but the entries', () => {
		const folders = ['credentials', 'nodes', 'push-kit'];
		// Some facts of the catalog are told by the drawn pages of docs alone.
		const users = [...folders, 'scripts/docs'];
		const known = new Set(readImports(ROOT, users).flatMap(({ from, to }) => [from, to]));
		const files = folders.flatMap((folder) => listSources(ROOT, folder));
		expect(files.length).toBeGreaterThan(100);
		const inner = files.filter((file) => !/\.(node|credentials)\.ts$/.test(file));
		expect(inner.filter((file) => !known.has(file))).toEqual([]);
	});
});

describe('the picture', () => {
	const arrow = (from: string, to: string, typesOnly = false) => ({ from, to, typesOnly });

	it('has one arrow for all imports from one room to another, dotted for types only', () => {
		const lines = drawPicture([
			arrow('nodes/HuaweiPush/run/a.ts', 'nodes/HuaweiPush/form/b.ts'),
			arrow('nodes/HuaweiPush/run/c.ts', 'nodes/HuaweiPush/form/b.ts', true),
			arrow('nodes/HuaweiPush/run/a.ts', 'nodes/HuaweiPush/actions/d.ts', true),
			arrow('nodes/HuaweiPush/run/a.ts', 'nodes/HuaweiPush/run/c.ts'),
			arrow('nodes/HuaweiPush/panel.ts', 'push-kit/json.ts'),
		]).split('\n');
		expect(lines.filter((line) => line.includes('>'))).toEqual([
			'\tnode --> json',
			'\trun --> form',
			'\trun -.-> actions',
		]);
	});

	it('has a room for every source, or says which has none', () => {
		expect(() => drawPicture([arrow('attic/a.ts', 'push-kit/json.ts')])).toThrow(
			'attic/a.ts lies in no room of the picture',
		);
	});

	it('goes between its marks, and leaves the rest of the page alone', () => {
		const page = 'Before\n<!-- picture: npm run architecture -->\nold\n<!-- /picture -->\nAfter\n';
		const placed = placePicture(page, 'flowchart TD');
		expect(placed).toContain('```mermaid\nflowchart TD\n```');
		expect(placed).not.toContain('old');
		expect(placed.startsWith('Before\n') && placed.endsWith('\nAfter\n')).toBe(true);
		expect(placePicture(placed, 'flowchart TD')).toBe(placed);
		expect(() => placePicture('no marks', 'flowchart TD')).toThrow(RangeError);
	});
});
