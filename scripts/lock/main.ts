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

const HELP = `npm run lock   after npm install: completes package-lock.json by the packages for other platforms that the
               registry did not have, and asks npm ci whether it takes the lock`;

const LOCK = join(REPOSITORY, 'package-lock.json');

interface LockedPackage {
	version?: string;
	optional?: boolean;
	dev?: boolean;
	os?: string[];
	cpu?: string[];
	optionalDependencies?: Record<string, string>;
}

interface Lock {
	packages: Record<string, LockedPackage>;
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = [
	'arm64',
	'arm',
	'ia32',
	'loong64',
	'ppc64',
	'riscv64',
	's390x',
	'wasm32',
	'x64',
];

/** Whether `parent` would find `name`: in its own folder or in one above, as Node.js looks it up. */
function isLocked({ packages }: Lock, parent: string, name: string): boolean {
	for (
		let folder = parent;
		;
		folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
	) {
		if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
		if (folder === '' || !folder.includes('/')) return false;
		if (!folder.includes('/node_modules/')) return `node_modules/${name}` in packages;
	}
}

/** The platform by the words of a package's name, such as `core-darwin-arm64`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu'> {
	const words = (name.split('/').at(-1) ?? '').split('-');
	const os = SYSTEMS.filter((system) => words.includes(system));
	const cpu = PROCESSORS.filter((processor) => words.includes(processor));
	return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }) };
}

function completeLock(lock: Lock): string[] {
	const added: string[] = [];
	for (const [parent, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
		for (const [name, version] of Object.entries(optionalDependencies)) {
			// Builds for platforms are pinned by their parents; what is a range is no such build.
			if (isLocked(lock, parent, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
			lock.packages[`node_modules/${name}`] = {
				version,
				dev: true,
				optional: true,
				...platformOf(name),
			};
			added.push(name);
		}
	}
	const entries = Object.entries(lock.packages);
	lock.packages = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
	return added;
}

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
