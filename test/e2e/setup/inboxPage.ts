/** The sandbox's inbox in a headless Chromium, with a sandbox of its own behind it. */
import AxeBuilder from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { buildPageIfStale } from '../../../sandbox/process/buildPage';
import type { Sandbox, SandboxOptions } from '../../../sandbox/server';
import { REPOSITORY } from '../../../scripts/n8n/places';
import { showProgress } from '../../../scripts/progress';
import { Client, startTestSandbox } from '../../builders/sandbox/client';
import { standIn } from '../../builders/useSandbox';
import { provideChromium } from '../../../scripts/browser/chromium';

const SCREENSHOTS = join(REPOSITORY, 'results', 'screenshots');
const TIMEOUT_MS = 20_000;
export const DESKTOP = { width: 1280, height: 800 };
export const TELEPHONE = { width: 390, height: 844 };

export interface View {
	colorScheme: 'light' | 'dark';
	viewport: { width: number; height: number };
}

/** A sandbox, a client that sends to it, and a page that looks at it. */
export interface Inbox {
	sandbox: Sandbox;
	client: Client;
	page: Page;
	/** Loads a part of the page, such as `devices` or `inbox/12`. */
	open(path: string): Promise<void>;
	/** The phone of the message that is open. */
	phone(): Locator;
	/** Opens another window with another size or colour scheme. */
	openView(view: View): Promise<Page>;
	keepScreenshot(name: string, page?: Page): Promise<void>;
	/** What the browser complained about, such as a breach of the content security policy. */
	complaints: string[];
	close(): Promise<void>;
}

async function openPage(browser: Browser, view: View, complaints: string[]): Promise<Page> {
	const context = await browser.newContext({ ...view, locale: 'en-GB' });
	context.setDefaultTimeout(TIMEOUT_MS);
	const page = await context.newPage();
	page.on('pageerror', ({ message }) => complaints.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	return page;
}

export async function openInbox(options: SandboxOptions = {}): Promise<Inbox> {
	mkdirSync(SCREENSHOTS, { recursive: true });
	await buildPageIfStale((line) => process.stdout.write(`${line}\n`));
	const executablePath = await provideChromium(showProgress(process.stdout), tmpdir());
	const sandbox = await startTestSandbox(options);
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
	const complaints: string[] = [];
	const page = await openPage(browser, { colorScheme: 'light', viewport: DESKTOP }, complaints);
	return {
		sandbox,
		client: new Client(sandbox),
		page,
		complaints,
		open: async (path) => {
			await page.goto(`${sandbox.url}/#/${path}`);
			await page.getByText('Live', { exact: true }).waitFor();
		},
		phone: () => page.getByRole('group', { name: /^Phone/ }),
		openView: async (view) => await openPage(browser, view, complaints),
		keepScreenshot: async (name, other = page) => {
			await other.screenshot({ path: join(SCREENSHOTS, `inbox-${name}.png`) });
		},
		close: async () => {
			await browser.close();
			await sandbox.close();
		},
	};
}

/**
 * An inbox for the tests of a file: opened before the first, emptied before each, closed after the last. A test whose
 * page complains fails. Call it at the top of the file; inside tests it is the open inbox.
 */
export function useInbox(): Inbox {
	let opened: Inbox | undefined;
	const found = () => {
		if (opened === undefined) throw new Error('The inbox opens before the first test.');
		return opened;
	};
	beforeAll(async () => {
		opened = await openInbox();
	}, 120_000);
	beforeEach(async () => {
		const { page, sandbox, complaints } = found();
		await page.goto('about:blank');
		sandbox.reset();
		complaints.length = 0;
	});
	afterEach(() => expect(opened?.complaints ?? []).toEqual([]));
	afterAll(async () => await opened?.close());
	return standIn(found);
}

/** Chooses an entry of a menu of the page, which names what is chosen on its button. */
export async function chooseEntry(page: Page, menu: string, entry: string): Promise<void> {
	await page.getByRole('button', { name: `${menu}: ` }).click();
	const option = page.getByRole('option', { name: new RegExp(`^${entry}\\b`) });
	const changed = page.waitForResponse((response) => response.request().method() === 'PUT');
	await option.click();
	await changed;
}

/** Serious and critical findings of axe, each with the element it is about. */
export async function findBarriers(page: Page): Promise<string[]> {
	// No frames to look into, and what passed need not be described: a quarter of the time.
	const axe = new AxeBuilder({ page })
		.setLegacyMode(true)
		.options({ resultTypes: ['violations'] });
	const { violations } = await axe.analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
