import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { clearFolder } from '../../../../scripts/sandboxPackage/clearFolder';
import { UserError } from '../../../../scripts/n8n/userError';

const MANIFEST = '{"name":"n8n-nodes-huawei-push-sandbox"}';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'clear-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fill(files: Readonly<Record<string, string>>): void {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
}

test.each([
	['nothing', {}],
	[
		'a former build, packed and installed',
		{
			'package.json': MANIFEST,
			'bin/sandbox.js': '',
			'inbox/dist/index.html': '',
			'node_modules/axios/package.json': '{}',
			'n8n-nodes-huawei-push-sandbox-0.1.0.tgz': '',
		},
	],
])('a folder with %s is emptied', (_, files) => {
	fill(files);
	clearFolder(folder);
	expect(readdirSync(folder)).toEqual([]);
});

test('a folder that is not there is made', () => {
	clearFolder(join(folder, 'new', 'one'));
	expect(existsSync(join(folder, 'new', 'one'))).toBe(true);
});

test.each([
	['notes beside a former build', { 'package.json': MANIFEST, 'notes.txt': 'mine' }],
	['a repository of it', { 'package.json': MANIFEST, '.git/HEAD': 'ref' }],
	['another package', { 'package.json': '{"name":"mine"}' }],
	['no package', { 'bin/mine': '' }],
	['a manifest that is none', { 'package.json': 'null' }],
	['a broken manifest', { 'package.json': '{' }],
	['another tarball', { 'package.json': MANIFEST, 'mine.tgz': '' }],
])('%s stays as it is', (_, files) => {
	fill(files);
	expect(() => clearFolder(folder)).toThrow(UserError);
	for (const name of Object.keys(files)) expect(existsSync(join(folder, name))).toBe(true);
});
