/** `npm run release`: everything of a release but the publication, which is the workflow's. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { ROOT } from '../build/entries';
import { cleanNpmEnvironment } from '../n8n/runCommand';
import { formatError, UserError } from '../n8n/userError';
import { HELP, parseArguments, type ReleaseArguments } from './arguments';
import { judgeChangelog, readNotes } from './changelog';
import { judgeOwner, readReleasedManifest } from './manifest';
import { PRODUCTS, type Product } from './products';
import { writeSbom, type Lock } from './sbom';
import { judgeTag } from './tag';

const RESULTS = join(ROOT, 'results', 'release');

/** What a release must be free of. */
function findFaults({ tag }: ReleaseArguments, changelog: string): string[] {
	const manifests = PRODUCTS.map(({ manifest }) => manifest);
	const versions = new Set(manifests.map(({ version }) => version));
	return [
		...new Set(manifests.flatMap(judgeOwner)),
		...[...versions].flatMap((version) => [
			...judgeChangelog(changelog, version),
			...(tag === undefined ? [] : judgeTag(tag, version)),
		]),
	];
}

/** Makes tarball and SBOM of one package. Returns the paths of both. */
async function make(product: Product, lock: Lock): Promise<string[]> {
	const { tarball, parts } = await product.make({ folder: RESULTS });
	const sbom = tarball.replace(/\.tgz$/, '.cdx.json');
	writeFileSync(
		sbom,
		writeSbom({
			product: product.manifest,
			tarball: readFileSync(tarball),
			packages: parts,
			lock,
		}),
	);
	return [tarball, sbom];
}

/** Asks npm what it would publish; scripts stay off, as in the workflow. */
function rehearse(tarball: string): void {
	const args = ['publish', '--dry-run', '--ignore-scripts', '--access', 'public', tarball];
	const env = cleanNpmEnvironment();
	const { status, stderr } = spawnSync('npm', args, { cwd: ROOT, env, encoding: 'utf8' });
	process.stdout.write(stderr);
	if (status !== 0) throw new UserError(`npm would not publish ${basename(tarball)}.`);
}

/** In the format of `sha256sum --check`. */
function checksumsOf(files: readonly string[]): string {
	const lines = files.map((file) => {
		const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
		return `${digest}  ${basename(file)}\n`;
	});
	return lines.join('');
}

async function release(args: ReleaseArguments): Promise<void> {
	const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
	const faults = findFaults(args, changelog);
	for (const fault of faults) process.stdout.write(`${args.dry ? 'later ' : 'FAILED'}  ${fault}\n`);
	if (faults.length > 0 && !args.dry) throw new UserError('This cannot be released yet.');

	rmSync(RESULTS, { recursive: true, force: true });
	mkdirSync(RESULTS, { recursive: true });
	const lock: Lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
	const files: string[] = [];
	for (const product of PRODUCTS) files.push(...(await make(product, lock)));
	const { version } = readReleasedManifest(ROOT);
	writeFileSync(join(RESULTS, 'SHA256SUMS'), checksumsOf(files));
	writeFileSync(join(RESULTS, 'NOTES.md'), `${readNotes(changelog, version)}\n`);
	rmSync(join(RESULTS, 'pack.log'), { force: true });
	for (const name of [...files.map((file) => basename(file)), 'SHA256SUMS', 'NOTES.md']) {
		process.stdout.write(`made    results/release/${name}\n`);
	}
	if (args.dry) files.filter((file) => file.endsWith('.tgz')).forEach(rehearse);
}

async function main(): Promise<void> {
	const args = parseArguments(process.argv.slice(2));
	if (args.help) process.stdout.write(`${HELP}\n`);
	else await release(args);
}

main().catch((error: unknown) => {
	process.stderr.write(`${formatError(error)}\n`);
	process.exitCode = 1;
});
