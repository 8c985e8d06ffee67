/**
 * `npm run owner`: gives the package an owner. Addresses stand in package.json and, because n8n's rules want literals,
 * in credentials, codex files and hints; this sets them all at once.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../build/entries';
import { parseCommandLine } from '../commandLine';
import { formatError, UserError } from '../n8n/userError';
import { putBadges } from './badges';
import { replaceOwner } from './replaceOwner';
import { readReleasedManifest } from './manifest';

const HELP = `npm run owner -- --repository <owner>/<name> --author "<name>" --email <address>

Sets whose package this is, in every file that says so, and puts badges into the guides. The repository is the one
at GitHub that publishes.`;

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
	const { repository, author, email, help } = values;
	if (help) {
		process.stdout.write(`${HELP}\n`);
		return;
	}
	if (!/^[\w-]+\/[\w.-]+$/.test(repository ?? '') || !author || !email?.includes('@')) {
		throw new UserError('Repository, author and e-mail address are needed, all three.', HELP);
	}
	const manifest = readReleasedManifest(ROOT);
	const owner = { homepage: `https://github.com/${repository}`, author, email };
	const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
	for (const name of listed.split('\0').filter((file) => TEXT.test(file))) {
		const before = readFileSync(join(ROOT, name), 'utf8');
		const replaced = replaceOwner(before, manifest, owner);
		const after = GUIDES.has(name) ? putBadges(replaced, { ...manifest, ...owner }) : replaced;
		if (after === before) continue;
		writeFileSync(join(ROOT, name), after);
		process.stdout.write(`changed ${name}\n`);
	}
}

try {
	main();
} catch (error) {
	process.stderr.write(`${formatError(error)}\n`);
	process.exitCode = 1;
}
