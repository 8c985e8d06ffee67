import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const FOLDERS = ['.', '.github', '.github/workflows', 'docs', 'docs/zh-CN', 'examples', 'sandbox'];
const PAGES = FOLDERS.flatMap((folder) =>
	readdirSync(join(ROOT, folder))
		.filter((name) => /\.(md|json|ya?ml)$/.test(name))
		.map((name) => join(folder, name)),
);

/** As git writes them, and as a formatter takes them for quotations. */
const MARKS = /^(<<<<<<< |>>>>>>> |(> ){5,})/m;

it.each(PAGES)('%s holds no mark of a merge', (page) => {
	expect(readFileSync(join(ROOT, page), 'utf8')).not.toMatch(MARKS);
});
