import { readOwner, replaceOwner } from '../../../../scripts/release/replaceOwner';

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

	it('leaves what only begins or ends like an address of the owner', () => {
		const { author, homepage } = BEFORE;
		const others = `${homepage}-sandbox ${homepage}2 ${homepage}.wiki x${author.email} ${author.email}.example`;
		expect(replaceOwner(others, BEFORE, AFTER)).toBe(others);
		expect(replaceOwner(`See ${homepage}. Write to <${author.email}>.`, BEFORE, AFTER)).toBe(
			`See ${AFTER.homepage}. Write to <${AFTER.email}>.`,
		);
		for (const tail of ['/issues', '.git', '#readme', ')', "'", '']) {
			expect(replaceOwner(homepage + tail, BEFORE, AFTER)).toBe(AFTER.homepage + tail);
		}
	});

	it('renames no customer who is called like the author', () => {
		const before = { ...BEFORE, author: { name: 'Anna', email: 'anna@nobody.invalid' } };
		const customer = '{ "name": "Anna", "author": { "email": "x", "name": "Anna" } }';
		expect(replaceOwner(customer, before, AFTER)).toBe(customer);
		expect(replaceOwner('"author": {\r\n\t"name": "Anna",', before, AFTER)).toBe(
			`"author": {\r\n\t"name": ${JSON.stringify(AFTER.author)},`,
		);
	});

	it.each([
		['no author', { ...BEFORE, author: undefined }],
		['an author in one line', { ...BEFORE, author: 'Anna <anna@nobody.invalid>' }],
		['no address', { ...BEFORE, author: { name: 'Anna' } }],
		['an empty address', { ...BEFORE, author: { name: 'Anna', email: '' } }],
		['an empty name', { ...BEFORE, author: { name: '', email: 'anna@nobody.invalid' } }],
		['no homepage', { author: BEFORE.author }],
	])('touches nothing where package.json has %s', (_, before) => {
		const manifest: typeof BEFORE = JSON.parse(JSON.stringify(before));
		expect(() => replaceOwner('return undefined;', manifest, AFTER)).toThrow(RangeError);
	});
});

describe('readOwner', () => {
	const given = { repository: 'b/a-package', author: 'B', email: 'push@b.example' };

	it('reads the repository as people name it', () => {
		const homepage = 'https://github.com/b/a-package';
		for (const repository of [
			'b/a-package',
			' b/a-package.git ',
			`${homepage}.git`,
			`${homepage}/`,
		])
			expect(readOwner({ ...given, repository })).toEqual({
				homepage,
				author: 'B',
				email: 'push@b.example',
			});
	});

	it.each([
		{ repository: undefined },
		{ repository: 'a-package' },
		{ repository: 'b/' },
		{ repository: 'b/..' },
		{ repository: '-b/a' },
		{ repository: 'b/a/c' },
		{ repository: 'https://gitlab.com/b/a' },
		{ author: ' ' },
		{ author: 'B\nC' },
		{ email: undefined },
		{ email: 'b' },
		{ email: "o'b@b.example" },
		{ email: 'B <b@b.example>' },
	])('refuses %j', (change) => {
		expect(readOwner({ ...given, ...change })).toBeUndefined();
	});
});
