/** n8n's editor in a headless Chromium that reaches nothing but this machine. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import { REPOSITORY } from '../../../scripts/n8n/places';
import type { SharedStack } from './sharedStack';

const SCREENSHOTS = join(REPOSITORY, 'results', 'screenshots');
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
/** Pages of n8n load slowly on a small machine. */
const TIMEOUT_MS = 60_000;

export interface Editor {
	page: Page;
	/** Saves what is seen as `results/screenshots/<name>.png`. */
	keepScreenshot(name: string): Promise<void>;
	close(): Promise<void>;
}

/** Opens a browser and signs in as the owner. */
export async function openEditor({ chromium: path, n8nUrl, login }: SharedStack): Promise<Editor> {
	mkdirSync(SCREENSHOTS, { recursive: true });
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath: path, args: ARGUMENTS });
	const page = await openPage(browser);
	await page.goto(`${n8nUrl}/signin`);
	await page.getByRole('textbox', { name: 'Email' }).fill(login.email);
	await page.getByLabel('Password').fill(login.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL('**/home/workflows');
	return {
		page,
		keepScreenshot: async (name) => {
			await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
		},
		close: async () => await browser.close(),
	};
}

async function openPage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
	context.setDefaultTimeout(TIMEOUT_MS);
	// The page of a node asks a public registry about its package.
	await context.route('**/*', async (route) => {
		const { hostname } = new URL(route.request().url());
		await (hostname === '127.0.0.1' ? route.continue() : route.abort());
	});
	return await context.newPage();
}
