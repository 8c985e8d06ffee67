/** `npm run docs`: draws the pages that follow the catalog, the rules and the forms. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { PAGES } from './pages';

const ROOT = join(__dirname, '../..');

for (const { path, draw } of PAGES) {
	const file = join(ROOT, path);
	const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const drawn = draw();
	writeFileSync(file, drawn);
	process.stdout.write(`${path} ${drawn === before ? 'is as it was' : 'is new'}\n`);
}
