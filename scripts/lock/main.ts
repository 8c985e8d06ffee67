/**
 * `npm run lock`, after every `npm install`: adds to package-lock.json the packages for other platforms
 * that a registry did not have when the lock was made. Without them `npm ci` refuses the lock as
 * incomplete, although it would never install them here.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommandLine } from '../commandLine';
import { runNpm } from '../n8n/npm';
import { PACKAGE_NAME, REPOSITORY } from '../n8n/places';
import { CommandError } from '../n8n/runCommand';
import { formatError, UserError } from '../n8n/userError';
import { completeLock, type Lock } from './completeLock';

const HELP = `npm run lock   after npm install: completes package-lock.json by the packages for other platforms that the
               registry did not have, and asks npm ci whether it takes the lock`;

const LOCK = join(REPOSITORY, 'package-lock.json');

async function main(): Promise<void> {
	const { values } = parseCommandLine('npm run lock', {
		options: { help: { type: 'boolean', short: 'h', default: false } },
	});
	if (values.help) {
		process.stdout.write(`${HELP}\n`);
		return;
	}
	const lock: Lock = JSON.parse(readFileSync(LOCK, 'utf8'));
	const added = completeLock(lock);
	writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
	if (added.length > 0) process.stdout.write(`Added to the lock: ${added.join(', ')}\n`);
	// What npm itself finds missing, such as a package that the registry has no version of.
	const logFile = join(tmpdir(), `${PACKAGE_NAME}-lock-${process.pid}.log`);
	const options = { cwd: REPOSITORY, env: process.env, logFile };
	try {
		await runNpm(['ci', '--dry-run', '--no-audit', '--no-fund', '--loglevel=error'], options);
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		// Its usage, which follows, says nothing of this lock.
		const words = readFileSync(logFile, 'utf8').match(/(?:Missing|Invalid): .*/g) ?? [error.output];
		throw new UserError(
			`npm ci does not take the lock. ${words.join('; ')}`,
			'Choose other versions.',
		);
	} finally {
		rmSync(logFile, { force: true });
	}
	process.stdout.write('The lock is complete: npm ci takes it.\n');
}

main().catch((error: unknown) => {
	process.stderr.write(`${formatError(error)}\n`);
	process.exitCode = 1;
});
