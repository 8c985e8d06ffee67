/**
 * `npm run test:e2e:prepare`: installs what the end-to-end tests need and this machine lacks, the pinned
 * n8n and a browser. `npm run test:e2e` does the same by itself; the gate lets it run beside other steps.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n } from '../../../scripts/n8n/install';
import { PACKAGE_NAME } from '../../../scripts/n8n/places';
import { formatError } from '../../../scripts/n8n/userError';
import { showProgress } from '../../../scripts/progress';
import { listenForInterruption } from '../../../scripts/start/shutdown';
import { provideChromium } from '../../../scripts/browser/chromium';

async function main(): Promise<void> {
	const progress = showProgress(process.stdout);
	const { signal } = listenForInterruption();
	const folder = mkdtempSync(join(tmpdir(), `${PACKAGE_NAME}-prepare-`));
	try {
		await provideChromium(progress, folder);
		await installN8n({ progress, signal });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`\n${formatError(error)}\n`);
	process.exitCode = 1;
});
