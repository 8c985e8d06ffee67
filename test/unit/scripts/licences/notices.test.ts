import { judgeNotices, writeNotices } from '../../../../scripts/licences/notices';

const JOSE = {
	name: 'jose',
	version: '6.2.17',
	licence: 'MIT',
	text: 'Copyright (c) Filip Skokan\n\nPermission is hereby granted',
	folder: 'node_modules/jose',
};
const AJV = {
	name: 'ajv',
	version: '8.20.0',
	licence: 'MIT',
	text: 'Copyright (c) Evgeny Poberezkin\n\nPermission is hereby granted',
	folder: 'node_modules/ajv',
};

describe('the licences of what is bundled', () => {
	it('are handed on with name, version and whole text', () => {
		const notices = writeNotices('a-product', [AJV, JOSE]);
		expect(notices).toContain('Code of others in a-product');
		for (const { name, version, text } of [AJV, JOSE]) {
			expect(notices).toContain(`${name} ${version} (MIT)\n\n${text}\n`);
		}
		expect(judgeNotices(notices, [AJV, JOSE])).toEqual([]);
	});

	it('are missed where the file, a package, a version or a part of a text is missing', () => {
		const missing = 'dist/THIRD_PARTY_LICENSES.txt lacks jose 6.2.17 (MIT), or its text.';
		expect(judgeNotices(undefined, [])).toEqual(['dist/THIRD_PARTY_LICENSES.txt is missing.']);
		expect(judgeNotices(writeNotices('a', [AJV]), [AJV, JOSE])).toEqual([missing]);
		const older = writeNotices('a', [AJV, { ...JOSE, version: '6.2.16' }]);
		expect(judgeNotices(older, [AJV, JOSE])).toEqual([missing]);
		const cut = writeNotices('a', [AJV, { ...JOSE, text: 'Copyright (c) Filip Skokan' }]);
		expect(judgeNotices(cut, [AJV, JOSE])).toEqual([missing]);
	});

	it.each(['GPL-3.0-only', 'SEE LICENSE IN LICENSE.md', 'UNLICENSED'])(
		'are refused where the code may not be mixed in: %s',
		(licence) => {
			const packages = [{ ...JOSE, licence }];
			expect(judgeNotices(writeNotices('a', packages), packages)).toEqual([
				`jose 6.2.17 is under ${licence}, which this package may not be mixed with.`,
			]);
		},
	);
});
