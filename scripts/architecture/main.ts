/** `npm run architecture`: draws today's imports into `docs/architecture.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readImports } from './imports';
import { PAGE, placePicture } from './page';
import { drawPicture, PICTURED_FOLDERS } from './picture';

const ROOT = join(__dirname, '../..');
const path = join(ROOT, PAGE);
const page = readFileSync(path, 'utf8');
const drawn = placePicture(page, drawPicture(readImports(ROOT, PICTURED_FOLDERS)));
writeFileSync(path, drawn);
process.stdout.write(drawn === page ? `${PAGE} is as it was\n` : `${PAGE} has a new picture\n`);
