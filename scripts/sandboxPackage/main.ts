/** `npm run build:sandbox`: builds the sandbox's own package, and packs it where that is asked for. */
import { rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { ROOT } from '../build/entries';
import { parseCommandLine } from '../commandLine';
import { formatError } from '../n8n/userError';
import { buildSandboxPackage, packSandbox, SANDBOX_FOLDER } from './buildPackage';

const HELP = `npm run build:sandbox                   builds the sandbox's own package in dist-sandbox
npm run build:sandbox -- --pack DIR     and packs it: the tarball goes to DIR
npm run build:sandbox -- --folder DIR   builds it in DIR: empty, new, or a former build`;

async function main(): Promise<void> {
	const { help, pack, ...values } = parseCommandLine('npm run build:sandbox', {
		options: {
			folder: { type: 'string' },
			pack: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	}).values;
	if (help) {
		process.stdout.write(`${HELP}\n`);
		return;
	}
	const folder = values.folder === undefined ? SANDBOX_FOLDER : resolve(values.folder);
	const { manifest, bundled } = await buildSandboxPackage(folder);
	const name = ({ name, version }: { name: string; version: string }) => `${name} ${version}`;
	process.stdout.write(`built   ${relative(ROOT, folder)}: ${name(manifest)}\n`);
	process.stdout.write(`imports ${Object.entries(manifest.dependencies).flat().join(' ')}\n`);
	process.stdout.write(`bundles ${bundled.map(name).join(', ')}\n`);
	if (pack === undefined) return;
	const tarball = await packSandbox({ folder: resolve(pack) }, folder);
	rmSync(join(resolve(pack), 'pack.log'), { force: true });
	process.stdout.write(`packed  ${tarball}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${formatError(error)}\n`);
	process.exitCode = 1;
});
