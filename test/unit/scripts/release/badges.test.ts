import { readFileSync } from 'node:fs';

import { putBadges } from '../../../../scripts/release/badges';

const MANIFEST = {
	name: 'n8n-nodes-huawei-push',
	homepage: 'https://github.com/someone/n8n-nodes-huawei-push',
	license: 'MIT',
};

describe('putBadges', () => {
	it.each(['README.md', 'docs/zh-CN/README.md'])('puts them below the title of %s', (path) => {
		// Once there is an owner, the guides have them.
		const guide = readFileSync(path, 'utf8').replace(/^\n(?:\[!\[.+\n)+/m, '');
		const title = guide.split('\n').find((line) => line.startsWith('# ')) ?? '';
		const lines = putBadges(guide, MANIFEST).split('\n');
		const first = lines.indexOf(title) + 1;
		expect(lines.slice(first, first + 5)).toEqual([
			'',
			expect.stringMatching(/^\[!\[Tests\]\(.+\/someone\/.+\/ci\.yml\/badge\.svg\)\]\(.+\)$/),
			expect.stringMatching(/^\[!\[Version at npm\]\(.+\)\]\(.+\)$/),
			expect.stringMatching(/^\[!\[License: MIT\]\(.+\)\]\(.+\)$/),
			'',
		]);
		expect(lines.filter((line) => !line.startsWith('[![')).join('\n')).toBe(
			guide.replace(`${title}\n`, `${title}\n\n`),
		);
	});

	it('puts them once', () => {
		const once = putBadges('# A guide\n\nText.\n', MANIFEST);
		expect(putBadges(once, MANIFEST)).toBe(once);
	});
});
