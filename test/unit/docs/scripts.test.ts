/** The commands of package.json: each is named where contributors look, and leads to a file that is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
const names = Object.keys(scripts);

/** The commands a text names: `npm run x`, and those that npm runs without `run`. */
function namedIn(text: string): string[] {
	const run = [...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
	const short = [...text.matchAll(/npm (start|test)\b/g)].map(([, name = '']) => name);
	return [...new Set([...run, ...short])];
}

describe('the commands of package.json', () => {
	it('are all named in CONTRIBUTING.md', () => {
		const page = read('CONTRIBUTING.md');
		const named = [
			...namedIn(page),
			...(page.includes('`prepublishOnly`') ? ['prepublishOnly'] : []),
		];
		expect(names.filter((name) => !named.includes(name))).toEqual([]);
	});

	it('are all there that a page, a workflow or the gate names', () => {
		const pages = [
			'README.md',
			'CONTRIBUTING.md',
			'RELEASING.md',
			'SECURITY.md',
			'.ci/run',
			...['docs', '.github/workflows'].flatMap((folder) =>
				readdirSync(join(ROOT, folder))
					.filter((name) => /\.(?:md|yml)$/.test(name))
					.map((name) => `${folder}/${name}`),
			),
		];
		const unknown = pages.flatMap((page) =>
			namedIn(read(page))
				.filter((name) => !names.includes(name))
				.map((name) => `${page}: npm run ${name}`),
		);
		expect(unknown).toEqual([]);
	});

	it('lead to files and commands that are there', () => {
		const lines = Object.values(scripts).join('\n');
		const files = [...lines.matchAll(/(?:tsx|--config|-p) (\S+)/g)].map(([, file = '']) => file);
		expect(files.length).toBeGreaterThan(10);
		expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
		expect(namedIn(lines).filter((name) => !names.includes(name))).toEqual([]);
	});
});
