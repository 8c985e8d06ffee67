/** What pages of other origins reach of a sandbox, in a real browser. */
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { chromium, type Browser, type Page } from 'playwright-core';

import type { Sandbox } from '../../sandbox/server';
import { showProgress } from '../../scripts/progress';
import { Client, startTestSandbox } from '../builders/sandbox/client';
import { BODIES } from '../builders/sandbox/bodies';
import { provideChromium } from '../../scripts/browser/chromium';

const REBOUND_HOST = 'evil.example';
/** A name of a container's, which browsers do not take for this machine: they leave Sec-Fetch-Site out there. */
const ALLOWED_HOST = 'host.docker.internal';

let sandbox: Sandbox;
let browser: Browser;
let server: Server;
let foreignPort: number;

beforeAll(async () => {
	sandbox = await startTestSandbox({ allowedHosts: [ALLOWED_HOST] });
	server = createServer((_request, response) => {
		// Nor does it tell the sandbox by itself where it comes from.
		const headers = { 'content-type': 'text/html', 'referrer-policy': 'no-referrer' };
		response.writeHead(200, headers).end('<title>A page</title><p>Hello');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	foreignPort = typeof address === 'object' && address ? address.port : 0;
	browser = await chromium.launch({
		executablePath: await provideChromium(showProgress(process.stdout), tmpdir()),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			// The name of a page that was made to point to this machine.
			`--host-resolver-rules=MAP ${REBOUND_HOST} 127.0.0.1, MAP ${ALLOWED_HOST} 127.0.0.1`,
			// Browsers begin to guard local addresses themselves; here nothing but the sandbox does.
			'--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
		],
	});
}, 120_000);
beforeEach(() => sandbox.reset());
afterAll(async () => {
	await browser?.close();
	await sandbox?.close();
	server?.closeAllConnections();
	await new Promise((resolve) => server?.close(resolve));
});

async function openPage(url: string): Promise<Page> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(url);
	return page;
}

/** Everything a page could have changed. */
const takePicture = () =>
	JSON.stringify([
		sandbox.store.received,
		sandbox.store.messages,
		sandbox.state.settings,
		sandbox.state.faults.list(),
		sandbox.state.scripts.list(),
		sandbox.state.devices.list(),
	]);

/** Tries whatever a page can; tells what it could read. */
async function attack(page: Page, target: string): Promise<string[]> {
	return await page.evaluate(
		async ({ url, body }) => {
			const read: string[] = [];
			const attempts = [
				['PUT', '/sandbox/settings', '{"marketingPerDay":9}'],
				['PUT', '/sandbox/tokens/A', '{"reason":"noRight"}'],
				['POST', '/sandbox/faults', '{"fault":"503"}'],
				['DELETE', '/sandbox', undefined],
				['POST', '/v3/1/messages:send', body],
				['GET', '/sandbox/key', undefined],
				['GET', '/', undefined],
			] as const;
			for (const [method, path, text] of attempts) {
				for (const mode of ['cors', 'no-cors'] as const) {
					for (const type of ['text/plain', 'application/json']) {
						const headers = { 'content-type': type };
						const options = { method, mode, body: text, headers: text ? headers : {} };
						try {
							const answer = await fetch(`${url}${path}`, options);
							const words = await answer.text();
							if (words !== '') read.push(words);
						} catch {
							// The browser keeps the answer from the page, or never asks.
						}
					}
				}
				navigator.sendBeacon(`${url}${path}`, text ?? '');
			}
			const form = document.createElement('form');
			const frame = document.createElement('iframe');
			frame.name = 'target';
			Object.assign(form, { method: 'post', target: 'target', enctype: 'text/plain' });
			form.action = `${url}/sandbox/faults`;
			const field = document.createElement('input');
			field.name = '{"fault":"503","msg":"';
			field.value = '"}';
			form.append(field);
			document.body.append(frame, form);
			const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
			form.submit();
			await loaded;
			for (const path of ['/sandbox/key', '/assets/x.js', '/sandbox/changes']) {
				const image = document.createElement('img');
				const script = document.createElement('script');
				image.src = `${url}${path}`;
				script.src = `${url}${path}`;
				document.body.append(image, script);
			}
			await new Promise<void>((resolve) => {
				const stream = new EventSource(`${url}/sandbox/changes`);
				stream.addEventListener('open', () => {
					read.push('the stream of changes');
					resolve();
				});
				stream.addEventListener('error', () => resolve());
			});
			return read;
		},
		{ url: target, body: JSON.stringify(BODIES.notification) },
	);
}

it.each([
	['localhost', '127.0.0.1'],
	['localhost', 'localhost'],
	['127.0.0.1', '127.0.0.1'],
	[REBOUND_HOST, 'localhost'],
	[ALLOWED_HOST, ALLOWED_HOST],
	[ALLOWED_HOST, 'localhost'],
	[REBOUND_HOST, ALLOWED_HOST],
])('a page of %s on another port changes and reads nothing under %s', async (from, to) => {
	const page = await openPage(`http://${from}:${foreignPort}/`);
	const before = takePicture();
	expect(await attack(page, `http://${to}:${sandbox.port}`)).toEqual([]);
	expect(takePicture()).toBe(before);
	await page.context().close();
});

it('a page whose name was made to point to the sandbox gets nothing but a refusal', async () => {
	const url = `http://${REBOUND_HOST}:${sandbox.port}`;
	const page = await openPage(`${url}/`);
	expect(await page.content()).toContain('address bar');
	const before = takePicture();
	const read = await attack(page, url);
	expect(read.filter((words) => !words.includes('address bar'))).toEqual([]);
	expect(takePicture()).toBe(before);
	await page.context().close();
});

it('a link does not lead into the inbox, but an address typed in does', async () => {
	const url = `http://127.0.0.1:${sandbox.port}/`;
	const page = await openPage(`http://localhost:${foreignPort}/`);
	const [answer] = await Promise.all([
		page.waitForNavigation(),
		page.evaluate((address) => location.assign(address), url),
	]);
	expect(answer?.status()).toBe(403);
	expect((await page.goto(url))?.status()).not.toBe(403);
	await page.context().close();
});

it('a link opens the bare page under an allowed name, and nothing that holds anything', async () => {
	const url = `http://${ALLOWED_HOST}:${sandbox.port}/`;
	for (const [path, refused] of [
		['', false],
		['sandbox/key', true],
		['sandbox/messages', true],
	] as const) {
		const page = await openPage(`http://${ALLOWED_HOST}:${foreignPort}/`);
		const [answer] = await Promise.all([
			page.waitForNavigation(),
			page.evaluate((address) => location.assign(address), url + path),
		]);
		expect([path, answer?.status() === 403]).toEqual([path, refused]);
		await page.context().close();
	}
});

it.each(['localhost', ALLOWED_HOST])('the own page may do everything under %s', async (host) => {
	const page = await openPage(`http://${host}:${sandbox.port}/`);
	expect(await page.evaluate(async () => (await fetch('/sandbox')).status)).toBe(200);
	const status = await page.evaluate(async () => {
		const options = { method: 'PUT', body: '{"marketingPerDay":9}' };
		return (await fetch('/sandbox/settings', options)).status;
	});
	expect(status).toBe(200);
	expect(sandbox.state.settings.marketingPerDay).toBe(9);
	await new Client(sandbox).rest('DELETE', '');
	await page.context().close();
});
