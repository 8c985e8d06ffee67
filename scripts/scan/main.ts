/**
 * `npm run scan`: what the bundles weigh and consist of, whether the licences of others come along, n8n's own scanner over the sources and over the packed
 * tarball, then the proof that the tarball loads where nothing else is installed. The scanner alone would let an
 * unbundled package pass.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar';

import type * as Scanner from '@n8n/scan-community-package/scanner/scanner.mjs';

import { readEntries, ROOT } from '../build/entries';
import { judgeNotices, NOTICES } from '../licences/notices';
import { describeBundle, judgeBundle } from './bundleBudget';
import { loadPackage } from './loadPackage';
import { judgePackage } from './packageBudget';
import { measureBundles, type Bundles } from './measureBundles';

/** What the scanner lints of a source checkout. */
const SOURCE_PATTERNS = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];

interface PackedFile {
	filename: string;
	size: number;
	unpackedSize: number;
	entryCount: number;
}

function run(command: string, args: readonly string[], cwd: string): string {
	const result = spawnSync(command, args, { cwd, encoding: 'utf8' });
	if (result.status !== 0) {
		throw new Error(`${command} ${args.join(' ')} failed:\n${result.stderr || result.stdout}`);
	}
	return result.stdout;
}

function pack(folder: string): PackedFile {
	const output = run(
		'npm',
		['pack', '--json', '--loglevel=error', '--pack-destination', folder],
		ROOT,
	);
	const files: PackedFile[] = JSON.parse(output.slice(output.indexOf('[')));
	const [file] = files;
	if (file === undefined) throw new Error('npm pack made no tarball');
	return file;
}

async function scan(
	{ analyzePackage }: typeof Scanner,
	label: string,
	folder: string,
	patterns?: string[],
) {
	const result = await analyzePackage(folder, patterns);
	process.stdout.write(`${result.passed ? 'passed' : 'FAILED'}  scanner: ${label}\n`);
	if (!result.passed) process.stdout.write(`${result.message ?? ''}\n${result.details ?? ''}\n`);
	return result.passed;
}

/** Judges every bundle; the budgets are those of the action node, the largest by far. */
function weigh({ sources }: Bundles): boolean {
	const reports = [...sources].map(([entry, bundled]) => {
		const report = judgeBundle(bundled);
		return tell(`${entry}: ${describeBundle(report)}`, report.faults);
	});
	return !reports.includes(false);
}

/** Says what was looked at, with the faults below it. Returns whether there are none. */
function tell(what: string, faults: readonly string[]): boolean {
	process.stdout.write(`${faults.length === 0 ? 'passed' : 'FAILED'}  ${what}\n`);
	for (const fault of faults) process.stdout.write(`${fault}\n`);
	return faults.length === 0;
}

/** Whether each library's licence comes with its code. */
function checkLicences(unpacked: string, { packages }: Bundles): boolean {
	const file = join(unpacked, NOTICES);
	const notices = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	const names = packages.map(({ name, version, licence }) => `${name} ${version} ${licence}`);
	return tell(`licences: ${names.join(', ')}`, judgeNotices(notices, packages));
}

async function main(): Promise<void> {
	const scanner = await import('@n8n/scan-community-package/scanner/scanner.mjs');
	const work = mkdtempSync(join(tmpdir(), 'huawei-push-scan-'));
	try {
		const source = join(work, 'source');
		mkdirSync(source);
		for (const name of ['package.json', 'nodes', 'credentials', 'icons']) {
			cpSync(join(ROOT, name), join(source, name), { recursive: true });
		}
		const packed = pack(work);
		await extract({ file: join(work, packed.filename), cwd: work });
		const unpacked = join(work, 'package');
		const kilobytes = Math.round(packed.unpackedSize / 1024);
		process.stdout.write(`packed: ${packed.entryCount} files, ${kilobytes} kB unpacked\n`);

		const bundles = await measureBundles(readEntries());
		const results = [
			weigh(bundles),
			checkLicences(unpacked, bundles),
			await scan(scanner, 'sources', source, SOURCE_PATTERNS),
			await scan(scanner, 'packed tarball', unpacked, ['**/*.js', 'package.json']),
		];
		const loaded = await loadPackage(unpacked, join(work, 'clean'));
		process.stdout.write(`passed  loads in a clean folder: ${loaded.names.join(', ')}\n`);
		const { loadMilliseconds, workflowMilliseconds } = loaded;
		const figures = `tarball ${(packed.size / 1000).toFixed(1)} kB, both nodes load in ${loadMilliseconds.toFixed(1)} ms, n8n-workflow in ${workflowMilliseconds.toFixed(1)}`;
		results.push(
			tell(figures, judgePackage({ bytes: packed.size, loadMilliseconds, workflowMilliseconds })),
		);
		const { dependencies } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
		if (dependencies !== undefined) throw new Error('package.json must not have dependencies');
		if (results.includes(false)) process.exitCode = 1;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
