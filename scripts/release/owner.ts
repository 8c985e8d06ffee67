/**
 * `npm run owner`: gives the package an owner. Addresses stand in package.json and, because n8n's rules want literals,
 * in credentials, codex files and hints; this sets them all at once.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ROOT } from '../build/entries';
import { readOwner, replaceOwner } from './replaceOwner';
import { readReleasedManifest } from './manifest';

const HELP = `npm run owner -- --repository <owner>/<name> --author "<name>" --email <address>

Sets whose package this is, in every file that says so. The repository is the one at GitHub that publishes.`;

const MANIFEST = 'package.json';

/** Files that git knows and that hold text which may name the owner. */
const TEXT = /\.(?:ts|json|md|yml|snap)$|(?:^|\/)LICENSE$/;

function main(): void {
	const { values } = parseArgs({
		options: {
			repository: { type: 'string' },
			author: { type: 'string' },
			email: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	const owner = readOwner(values);
	if (values.help || owner === undefined) {
		process.stdout.write(`${HELP}\n`);
		if (!values.help) process.exitCode = 1;
		return;
	}
	const manifest = readReleasedManifest(ROOT);
	const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
	const changes = listed
		.split('\0')
		.filter((file) => TEXT.test(file) && existsSync(join(ROOT, file)))
		.flatMap((file) => {
			const before = readFileSync(join(ROOT, file), 'utf8');
			const after = replaceOwner(before, manifest, owner);
			return after === before ? [] : [{ file, after }];
		})
		// Last what names the former owner: where a file cannot be written, the next try changes the rest.
		.sort((one, other) => Number(one.file === MANIFEST) - Number(other.file === MANIFEST));
	for (const { file, after } of changes) {
		writeFileSync(join(ROOT, file), after);
		process.stdout.write(`changed ${file}\n`);
	}
}

main();
