import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { completeLock, type Lock } from '../../../../scripts/lock/completeLock';

const lockOf = (packages: Lock['packages']): Lock => ({ packages: { '': {}, ...packages } });
const parentOf = (optionalDependencies: Record<string, string>) => ({
	version: '1.0.0',
	optionalDependencies,
});

it('adds a build for another platform, and says for which', () => {
	const lock = lockOf({ 'node_modules/swc': parentOf({ '@swc/core-darwin-arm64': '1.2.3' }) });
	expect(completeLock(lock)).toEqual(['@swc/core-darwin-arm64']);
	expect(lock.packages['node_modules/@swc/core-darwin-arm64']).toEqual({
		version: '1.2.3',
		dev: true,
		optional: true,
		os: ['darwin'],
		cpu: ['arm64'],
	});
	expect(completeLock(lock)).toEqual([]);
});

it.each([
	['@esbuild/openbsd-x64', { os: ['openbsd'], cpu: ['x64'] }],
	['@esbuild/netbsd-arm64', { os: ['netbsd'], cpu: ['arm64'] }],
	['@esbuild/sunos-x64', { os: ['sunos'], cpu: ['x64'] }],
	['@esbuild/aix-ppc64', { os: ['aix'], cpu: ['ppc64'] }],
	['@esbuild/linux-mips64el', { os: ['linux'], cpu: ['mips64el'] }],
	['@linux/core-wasm32-wasi', { cpu: ['wasm32'] }],
])('installs %s nowhere else', (name, platform) => {
	const lock = lockOf({ 'node_modules/parent': parentOf({ [name]: '1.2.3' }) });
	completeLock(lock);
	const { os, cpu } = lock.packages[`node_modules/${name}`] ?? {};
	expect({ ...(os && { os }), ...(cpu && { cpu }) }).toEqual(platform);
});

it.each(['^1.2.3', '~1.2.3', '1.2', '1.2.3 || 2.0.0', '1.2.3 - 2.0.0', 'npm:other@1.2.3'])(
	'adds nothing for the range %s',
	(range) => {
		const lock = lockOf({ 'node_modules/parent': parentOf({ 'fsevents-darwin': range }) });
		expect(completeLock(lock)).toEqual([]);
	},
);

it.each([
	['node_modules/a/node_modules/b', 'node_modules/x-linux'],
	['node_modules/a/node_modules/b', 'node_modules/a/node_modules/x-linux'],
	['node_modules/a/node_modules/b', 'node_modules/a/node_modules/b/node_modules/x-linux'],
	['node_modules/@s/a/node_modules/@t/b', 'node_modules/@s/a/node_modules/x-linux'],
	['sandbox/inbox', 'node_modules/x-linux'],
	['', 'node_modules/x-linux'],
])('finds what "%s" would find in %s', (parent, place) => {
	const packages = { [parent]: parentOf({ 'x-linux': '1.2.3' }), [place]: { version: '1.2.3' } };
	expect(completeLock(lockOf(packages))).toEqual([]);
});

it('gives two parents the version that each of them pins', () => {
	const lock = lockOf({
		'node_modules/a': parentOf({ 'x-linux': '1.0.0' }),
		'node_modules/b': parentOf({ 'x-linux': '2.0.0' }),
		'node_modules/c/node_modules/x-linux': { version: '2.0.0' },
	});
	expect(completeLock(lock)).toEqual(['x-linux', 'x-linux']);
	expect(lock.packages['node_modules/x-linux']?.version).toBe('1.0.0');
	expect(lock.packages['node_modules/b/node_modules/x-linux']?.version).toBe('2.0.0');
});

it('leaves what npm has locked in another version, as overrides do', () => {
	const lock = lockOf({
		'node_modules/a': parentOf({ 'x-linux': '1.0.0' }),
		'node_modules/x-linux': { version: '1.0.1', integrity: 'sha512-x' },
	});
	expect(completeLock(lock)).toEqual([]);
});

it('adds nothing to the lock of this repository', () => {
	const path = join(__dirname, '../../../../package-lock.json');
	const lock: Lock = JSON.parse(readFileSync(path, 'utf8'));
	const before = Object.keys(lock.packages);
	expect(completeLock(lock)).toEqual([]);
	expect(Object.keys(lock.packages)).toEqual(before);
});
