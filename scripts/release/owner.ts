/**
 * `npm run owner`: gives the package an owner. Addresses stand in package.json and, because n8n's rules want literals,
 * in credentials, codex files and hints; this sets them all at once.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../build/entries';
import { parseCommandLine } from '../commandLine';
import { formatError, UserError } from '../n8n/userError';
import { putBadges } from './badges';
import { readOwner, replaceOwner } from './replaceOwner';
import { readReleasedManifest } from './manifest';

const HELP = `npm run owner -- --repository <owner>/<name> --author "<name>" --email <address>

Sets whose package this is, in every file that says so, and puts badges into the guides. The repository is the one
at GitHub that publishes.`;

const MANIFEST = 'package.json';

/** Files that git knows and that hold text which may name the owner. */
const TEXT = /\.(?:ts|json|md|yml|snap)$|(?:^|\/)LICENSE$/;

/** They show badges. */
const GUIDES: ReadonlySet<string> = new Set(['README.md', 'docs/zh-CN/README.md']);

function main(): void {
	const { values } = parseCommandLine('npm run owner', {
		options: {
			repository: { type: 'string' },
			author: { type: 'string' },
			email: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(`${HELP}\n`);
		return;
	}
	const owner = readOwner(values);
	if (owner === undefined) {
		throw new UserError('Repository, author and e-mail address are needed, all three.', HELP);
	}
	const manifest = readReleasedManifest(ROOT);
	const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
	const changes = listed
		.split('\0')
		.filter((file) => TEXT.test(file) && existsSync(join(ROOT, file)))
		.flatMap((file) => {
			const before = readFileSync(join(ROOT, file), 'utf8');
			const replaced = replaceOwner(before, manifest, owner);
			const after = GUIDES.has(file) ? putBadges(replaced, { ...manifest, ...owner }) : replaced;
			return after === before ? [] : [{ file, after }];
		})
		// Last what names the former owner: where a file cannot be written, the next try changes the rest.
		.sort((one, other) => Number(one.file === MANIFEST) - Number(other.file === MANIFEST));
	for (const { file, after } of changes) {
		writeFileSync(join(ROOT, file), after);
		process.stdout.write(`changed ${file}\n`);
	}
}

try {
	main();
} catch (error) {
	process.stderr.write(`${formatError(error)}\n`);
	process.exitCode = 1;
}
