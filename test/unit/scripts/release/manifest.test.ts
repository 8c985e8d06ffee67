import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { judgeOwner, readReleasedManifest } from '../../../../scripts/release/manifest';

const ROOT = join(__dirname, '../../../..');
const HOMEPAGE = 'https://github.com/somebody/n8n-nodes-huawei-push';

const SET = {
	...readReleasedManifest(ROOT),
	homepage: HOMEPAGE,
	author: { name: 'Somebody', email: 'push@somebody.example' },
	repository: { url: `git+${HOMEPAGE}.git` },
	bugs: { url: `${HOMEPAGE}/issues` },
};

describe('the owner of a package', () => {
	it('is set when every address is one of theirs', () => {
		expect(judgeOwner(SET)).toEqual([]);
	});

	it.each([
		['author.email', { author: { name: 'Somebody', email: 'maintainers@nobody.invalid' } }],
		['homepage', { homepage: 'https://github.com/nobody.invalid/n8n-nodes-huawei-push' }],
		['repository.url', { repository: { url: 'git+https://nobody.invalid/a.git' } }],
		['bugs.url', { bugs: { url: 'https://github.com/nobody.invalid/a/issues' } }],
	])('is not set while %s is a placeholder', (member, change) => {
		expect(judgeOwner({ ...SET, ...change }).join('\n')).toContain(
			`${member} of package.json is still a placeholder`,
		);
	});

	it('is in doubt where the addresses name different repositories', () => {
		const bugs = { url: 'https://github.com/somebody-else/n8n-nodes-huawei-push/issues' };
		expect(judgeOwner({ ...SET, bugs })).toEqual([
			expect.stringContaining('name different repositories'),
			expect.stringContaining('npm run owner'),
		]);
	});

	it('is the same wherever the repository is named', () => {
		const files = execFileSync('git', ['grep', '-lI', 'github.com/', '--', '.', ':!test'], {
			cwd: ROOT,
			encoding: 'utf8',
		});
		const named = files
			.trim()
			.split('\n')
			.flatMap((file) => [
				...readFileSync(join(ROOT, file), 'utf8').matchAll(
					/https:\/\/github\.com\/[^/\s]+\/n8n-nodes-huawei-push(?![\w-])/g,
				),
			])
			.map(([address]) => address);
		expect(named.length).toBeGreaterThan(8);
		expect([...new Set(named)]).toEqual([readReleasedManifest(ROOT).homepage]);
	});
});
