/** `results/soak-<load>.json`: what the last run of each load found out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { REPOSITORY } from '../../scripts/n8n/places';
import type { Machine } from '../machine';
import type { LoadName } from './arguments';
import type { SoakResult } from './soak';

/** Returns the file's path from the root. */
export function writeResult(load: LoadName, machine: Machine, result: SoakResult): string {
	const path = join('results', `soak-${load}.json`);
	const file = join(REPOSITORY, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify({ load, machine, ...result }, null, '\t')}\n`);
	return path;
}
