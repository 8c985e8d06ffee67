import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMissingTools, isWhole, STAMP } from '../../../../scripts/n8n/buildInstallation';
import { findCacheFolder, nameInstallation, readManifest } from '../../../../scripts/n8n/places';

test('the cache folder follows XDG_CACHE_HOME, if it is an absolute path', () => {
	const usual = join(homedir(), '.cache', 'n8n-nodes-huawei-push');
	expect(findCacheFolder({})).toBe(usual);
	expect(findCacheFolder({ XDG_CACHE_HOME: 'relative' })).toBe(usual);
	expect(findCacheFolder({ XDG_CACHE_HOME: '/var/cache' })).toBe(
		'/var/cache/n8n-nodes-huawei-push',
	);
});

test('installations of different platforms have different names, equal ones the same', () => {
	expect(nameInstallation('pinned')).toMatch(/^n8n-[0-9a-f]{16}$/);
	expect(nameInstallation('pinned')).toBe(nameInstallation('pinned'));
	expect(nameInstallation('pinned')).not.toBe(nameInstallation('darwin-arm64-v24.0.0'));
});

test('n8n and its Node are pinned exactly', () => {
	const { dependencies, n8nVersion } = readManifest();
	expect(n8nVersion).toBe(dependencies.n8n);
	for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

describe('an installation', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'places-test-'));
	});

	afterEach(() => rmSync(folder, { recursive: true }));

	test('is not whole for its stamp alone', () => {
		expect(isWhole(folder)).toBe(false);
		writeFileSync(join(folder, STAMP), '{}');
		expect(isWhole(folder)).toBe(false);
	});

	test('needs build tools, which are looked for on the PATH', () => {
		expect(findMissingTools({ PATH: folder })).toEqual(['python3', 'make', 'g++']);
		writeFileSync(join(folder, 'make'), '', { mode: 0o755 });
		writeFileSync(join(folder, 'g++'), '', { mode: 0o644 });
		expect(findMissingTools({ PATH: `/nowhere:${folder}` })).toEqual(['python3', 'g++']);
	});
});
