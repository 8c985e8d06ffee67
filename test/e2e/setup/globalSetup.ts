/** Starts sandbox and n8n once for all end-to-end tests. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FOLDER_VARIABLE } from '../../../scripts/n8n/install';
import { formatError } from '../../../scripts/n8n/userError';
import { showProgress } from '../../../scripts/progress';
import { startStack } from '../../../scripts/start/stack';
import { provideChromium } from '../../../scripts/browser/chromium';
import { keepForTeardown } from './globalTeardown';
import { shareStack } from './sharedStack';

/** Set where `dist` was just built, and where others pack it at the same time. */
const BUILT_VARIABLE = 'HUAWEI_PUSH_BUILT';

export default async function globalSetup(): Promise<void> {
	const progress = showProgress(process.stdout);
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-huawei-push-e2e-'));
	try {
		const chromium = await provideChromium(progress, folder);
		const stack = await startStack({ folder, progress, isBuilt: process.env[BUILT_VARIABLE] === 'true' });
		// `npm start` inside the tests uses the same installation, also where CI=true made it anew.
		process.env[FOLDER_VARIABLE] = stack.installation.folder;
		shareStack(stack, chromium);
		keepForTeardown(stack, folder);
	} catch (error) {
		throw new Error(`The end-to-end tests cannot start.\n${formatError(error)}`);
	}
}
