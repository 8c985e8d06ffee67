import { replaceOwner } from '../../../../scripts/release/replaceOwner';

const BEFORE = {
	author: { name: 'a package contributors', email: 'maintainers@nobody.invalid' },
	homepage: 'https://github.com/nobody.invalid/a-package',
};
const AFTER = {
	author: 'B & "Co" $&',
	email: 'push@b.example',
	homepage: 'https://github.com/b/a-package',
};

describe('replaceOwner', () => {
	it('sets every address of a manifest, and the author', () => {
		const { author, homepage } = BEFORE;
		const manifest = {
			name: 'a-package',
			homepage,
			author,
			repository: { url: `git+${homepage}.git` },
		};
		const replaced: unknown = JSON.parse(
			replaceOwner(JSON.stringify(manifest, null, '  '), BEFORE, AFTER),
		);
		expect(replaced).toEqual({
			name: 'a-package',
			homepage: AFTER.homepage,
			author: { name: AFTER.author, email: AFTER.email },
			repository: { url: `git+${AFTER.homepage}.git` },
		});
	});

	it('sets the holder of the licence, and nobody in its place', () => {
		expect(replaceOwner('Copyright (c) 2026 a package contributors\n', BEFORE, AFTER)).toBe(
			`Copyright (c) 2026 ${AFTER.author}\n`,
		);
		const other = 'Copyright (c) 2018 Filip Skokan\n';
		expect(replaceOwner(other, BEFORE, AFTER)).toBe(other);
	});

	it('leaves prose alone', () => {
		const prose = 'Thanks to a package contributors, and to nobody.invalid.';
		expect(replaceOwner(prose, BEFORE, AFTER)).toBe(prose);
	});
});
