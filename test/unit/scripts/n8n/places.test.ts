import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { isWhole, STAMP } from '../../../../scripts/n8n/buildInstallation';
import { findCacheFolder, nameInstallation, readManifest } from '../../../../scripts/n8n/places';

test('the cache folder follows XDG_CACHE_HOME, if it is an absolute path', () => {
	const named = resolve('/var/cache');
	expect(findCacheFolder({ XDG_CACHE_HOME: named })).toBe(join(named, 'n8n-nodes-huawei-push'));
	const usual = findCacheFolder({});
	expect(isAbsolute(usual)).toBe(true);
	expect(usual).toContain('n8n-nodes-huawei-push');
	expect(findCacheFolder({ XDG_CACHE_HOME: 'relative' })).toBe(usual);
});

const onLinux = process.platform === 'linux' && !process.env.XDG_CACHE_HOME ? test : test.skip;
onLinux('without it the cache folder stands where Linux keeps caches', () => {
	expect(findCacheFolder({})).toBe(join(homedir(), '.cache', 'n8n-nodes-huawei-push'));
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
});
