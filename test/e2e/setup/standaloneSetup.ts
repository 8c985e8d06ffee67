/** Installs n8n and a browser once for the end-to-end tests that start all they need by themselves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideChromium } from '../../../scripts/browser/chromium';
import { FOLDER_VARIABLE, installN8n } from '../../../scripts/n8n/install';
import { formatError } from '../../../scripts/n8n/userError';
import { showProgress } from '../../../scripts/progress';

export default async function standaloneSetup(): Promise<void> {
	const progress = showProgress(process.stdout);
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-huawei-push-e2e-'));
	try {
		await provideChromium(progress, folder);
		process.env[FOLDER_VARIABLE] ??= (await installN8n({ progress })).folder;
	} catch (error) {
		throw new Error(`The end-to-end tests cannot start.\n${formatError(error)}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
