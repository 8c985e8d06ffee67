/** n8n's editor in a headless Chromium that reaches nothing but this machine. */
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import type { Login } from '../n8n/workflow';

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

/** A running n8n, and the browser to look at it with. */
interface EditorPlace {
	n8nUrl: string;
	login: Pick<Login, 'email' | 'password'>;
	/** Path of the browser. */
	chromium: string;
}

export interface SignedIn {
	page: Page;
	close(): Promise<void>;
}

/** Opens a browser and signs in as the owner. */
export async function signInToEditor(
	{ chromium: executablePath, n8nUrl, login }: EditorPlace,
	viewport = { width: 1600, height: 1000 },
): Promise<SignedIn> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
	try {
		const page = await openPage(browser, viewport);
		await page.goto(`${n8nUrl}/signin`);
		await page.getByRole('textbox', { name: 'Email' }).fill(login.email);
		await page.getByLabel('Password').fill(login.password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL('**/home/workflows');
		return { page, close: async () => await browser.close() };
	} catch (error) {
		await browser.close();
		throw error;
	}
}

async function openPage(
	browser: Browser,
	viewport: { width: number; height: number },
): Promise<Page> {
	const context = await browser.newContext({ viewport });
	context.setDefaultTimeout(TIMEOUT_MS);
	// The page of a node asks a public registry about its package.
	await context.route('**/*', async (route) => {
		const { hostname } = new URL(route.request().url());
		await (hostname === '127.0.0.1' ? route.continue() : route.abort());
	});
	return await context.newPage();
}
