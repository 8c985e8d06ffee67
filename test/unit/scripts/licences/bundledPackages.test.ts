import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { findBundledPackages, listSources } from '../../../../scripts/licences/bundledPackages';

const root = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function place(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

function placePackage(folder: string, manifest: object, texts: Record<string, string>): void {
	place(`${folder}/package.json`, JSON.stringify(manifest));
	for (const [name, text] of Object.entries(texts)) place(`${folder}/${name}`, text);
}

placePackage(
	'node_modules/whole',
	{ name: 'whole', version: '1.2.3', license: 'MIT' },
	{ 'LICENSE.md': 'Copyright A\r\nGranted.\r\n', 'README.md': 'read', 'licenses.js': 'code' },
);
placePackage(
	'node_modules/@scope/noticed',
	{ name: '@scope/noticed', version: '2.0.0', license: 'Apache-2.0' },
	{ LICENCE: 'Apache', NOTICE: 'Made by B' },
);
placePackage(
	'node_modules/@scope/noticed/node_modules/whole',
	{ name: 'whole', version: '0.9.0', license: 'ISC' },
	{ COPYING: 'Older' },
);
placePackage('node_modules/bare', { name: 'bare', version: '1.0.0', license: 'MIT' }, {});
placePackage('node_modules/mute', { name: 'mute', version: '1.0.0' }, { LICENSE: 'text' });

describe('findBundledPackages', () => {
	it('reads each package once, with every text its licence needs', () => {
		const packages = findBundledPackages(root, [
			'nodes/HuaweiPush/HuaweiPush.node.ts',
			'node_modules/whole/dist/a.js',
			'node_modules/whole/dist/b.js',
			'node_modules/@scope/noticed/index.js',
			'node_modules/@scope/noticed/node_modules/whole/index.js',
		]);
		expect(packages).toEqual([
			{
				name: '@scope/noticed',
				version: '2.0.0',
				licence: 'Apache-2.0',
				text: 'Apache\n\nMade by B',
				folder: 'node_modules/@scope/noticed',
			},
			{
				name: 'whole',
				version: '0.9.0',
				licence: 'ISC',
				text: 'Older',
				folder: 'node_modules/@scope/noticed/node_modules/whole',
			},
			{
				name: 'whole',
				version: '1.2.3',
				licence: 'MIT',
				text: 'Copyright A\nGranted.',
				folder: 'node_modules/whole',
			},
		]);
	});

	it.each([
		['bare', 'node_modules/bare has no text of its licence.'],
		['mute', 'node_modules/mute/package.json tells no licence.'],
		['gone', 'node_modules/gone is bundled, and is no package.'],
	])('refuses a package that nobody may hand on: %s', (name, words) => {
		expect(() => findBundledPackages(root, [`node_modules/${name}/index.js`])).toThrow(words);
	});
});

describe('listSources', () => {
	it('names what left something in a bundle, once', () => {
		const output = (inputs: Record<string, number>) => ({
			bytes: 1,
			imports: [],
			exports: [],
			inputs: Object.fromEntries(
				Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]),
			),
		});
		const outputs = {
			'dist/a.js': output({ 'a.ts': 10, 'node_modules/jose/sign.js': 5, 'left-out.ts': 0 }),
			'dist/b.js': output({ 'b.ts': 10, 'node_modules/jose/sign.js': 5 }),
		};
		expect(listSources({ outputs })).toEqual(['a.ts', 'node_modules/jose/sign.js', 'b.ts']);
	});
});
