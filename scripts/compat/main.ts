/** `npm run compat`: the packed package in older, the pinned and newer versions of n8n. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

import { startSandbox } from '../../sandbox/server';
import { parseCommandLine } from '../commandLine';
import { N8nClient } from '../n8n/client';
import { installPackage, packPackage } from '../n8n/package';
import { REPOSITORY } from '../n8n/places';
import { cleanNpmEnvironment } from '../n8n/runCommand';
import { startN8n } from '../n8n/server';
import { formatError } from '../n8n/userError';
import { showProgress } from '../progress';
import { installVersion } from './installVersion';
import { drawTable, updatePage, type WalkedVersion } from './table';
import { chooseVersions, pinnedVersion, type Version } from './versions';
import { readStored, walk, type WalkStep } from './walk';

const HELP = `npm run compat                     the oldest known and the pinned version of n8n
npm run compat -- --newest         the newest of the registry as well
npm run compat -- --only 2.8.4     one version, whichever
npm run compat -- --own-node       with the Node that runs this, not the one that came with n8n
npm run compat -- --write-docs     writes the rows to docs/compatibility.md

Installs what is missing into the cache folder (some 3 GB each).`;

const PAGE = join(REPOSITORY, 'docs', 'compatibility.md');

/** The versions of this package whose workflows are tried. */
const STORED = ['0.1.0'];

const progress = showProgress(process.stdout);

/** Returns a row of the table; none where this version cannot be installed here, which says nothing of the package. */
async function tryVersion(
	version: Version,
	{ tarball, folder, ownNode }: { tarball: string; folder: string; ownNode: boolean },
): Promise<WalkedVersion | undefined> {
	const passed: WalkStep[] = [];
	let node: string | undefined;
	try {
		const installation = await installVersion(version, { progress, ownNode });
		node = execFileSync(installation.nodeBinary, ['--version'], { encoding: 'utf8' })
			.trim()
			.replace(/^v/, '');
		const userFolder = join(folder, version.n8n);
		await installPackage(tarball, userFolder);
		const sandbox = await startSandbox();
		try {
			const n8n = await startN8n({
				installation,
				userFolder,
				logFile: join(folder, `${version.n8n}.log`),
				environment: version.disabledModules
					? { N8N_DISABLED_MODULES: version.disabledModules }
					: {},
			});
			try {
				const client = new N8nClient(n8n.url);
				await client.setUpOwner({
					email: 'compat@example.com',
					firstName: 'Older',
					lastName: 'Version',
					password: `Push-${randomBytes(6).toString('hex')}-1`,
				});
				for (const stored of STORED) {
					await walk(client, sandbox, readStored(stored), (step) => passed.push(step));
				}
			} finally {
				await n8n.stop();
			}
		} finally {
			await sandbox.close();
		}
	} catch (error) {
		progress.note(`n8n ${version.n8n}: ${formatError(error)}`);
		process.exitCode = 1;
	}
	const isPinned = version.n8n === pinnedVersion().n8n;
	return node === undefined ? undefined : { n8n: version.n8n, node, passed, isPinned };
}

async function main(): Promise<void> {
	const { values } = parseCommandLine('npm run compat', {
		options: {
			newest: { type: 'boolean', default: false },
			only: { type: 'string' },
			'own-node': { type: 'boolean', default: false },
			'write-docs': { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(`${HELP}\n`);
		return;
	}
	const ownNode = values['own-node'];
	const newest = values.newest
		? execFileSync('npm', ['view', 'n8n', 'version'], {
				encoding: 'utf8',
				env: cleanNpmEnvironment(),
			}).trim()
		: undefined;
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-huawei-push-compat-'));
	try {
		const tarball = await packPackage({ folder: join(folder, 'package') });
		const walked: WalkedVersion[] = [];
		for (const version of chooseVersions(newest, values.only)) {
			const row = await tryVersion(version, { tarball, folder, ownNode });
			if (row !== undefined) walked.push(row);
		}
		process.stdout.write(`\n${drawTable(walked)}\n`);
		if (values['write-docs']) writeFileSync(PAGE, updatePage(readFileSync(PAGE, 'utf8'), walked));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${formatError(error)}\n`);
	process.exitCode = 1;
});
