import type { Sandbox } from '../../../../sandbox/server';
import { BODIES } from '../../../builders/sandbox/bodies';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';
import { sendRaw } from './rawRequest';
import { aim, attack, type Headers, type Route } from './routeAttack';

const routes: Route[] = [];
let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startTestSandbox({
		// The router itself tells what there is, so that a new route is attacked as well.
		watchRoutes: (method, url) => routes.push({ method, url }),
		extend: (app) => {
			app.get('/more', () => 'a page');
		},
	});
	client = new Client(sandbox);
	await client.rest('PUT', 'receipts', { url: 'http://127.0.0.1:9/r', retries: 0 });
	await client.rest('PUT', 'tokens/SCRIPTED', { reason: 'noRight' });
	await client.rest('PUT', 'devices/TOKEN_A', { fate: 'appUninstalled' });
	await client.rest('POST', 'faults', { fault: '503', endpoint: 'verify' });
	await client.send(BODIES.notification);
	await client.revoke({ notifyId: 1, token: ['TOKEN_A'] });
	await sandbox.receiptsSettled();
});
afterAll(async () => await sandbox.close());

const own = () => `http://127.0.0.1:${sandbox.port}`;

/** What a browser says when a page of another origin is behind a request. */
const FOREIGN: ReadonlyArray<[what: string, headers: () => Headers]> = [
	...[
		'evil.example',
		'127.0.0.1.evil.example:7710',
		'localhost.evil.example',
		'evil.example:80@127.0.0.1',
		'0.0.0.0:7710',
		'[::]:7710',
		'192.168.1.5:7710',
		'2130706433',
		'localhost:7710:7710',
		'',
	].map((host): [string, () => Headers] => [`the host "${host}"`, () => ({ host })]),
	['two hosts', () => ({ host: [`127.0.0.1:${sandbox.port}`, 'evil.example'] })],
	...[
		'https://evil.example',
		'null',
		'file://',
		'',
		'http://localhost:5678',
		'http://127.0.0.1:5678',
		'http://127.0.0.1',
		'http://[::1]:5678',
		'chrome-extension://abcdefghijklmnop',
	].map((origin): [string, () => Headers] => [`the origin "${origin}"`, () => ({ origin })]),
	['the origin of another scheme', () => ({ origin: own().replace('http', 'https') })],
	['the other name of this machine', () => ({ origin: `http://localhost:${sandbox.port}` })],
	['two origins', () => ({ origin: [own(), 'https://evil.example'] })],
	['two origins in one', () => ({ origin: `${own()}, https://evil.example` })],
	...['https://evil.example/a?b', 'http://localhost:5678/workflow/1', 'about:blank', ''].map(
		(referer): [string, () => Headers] => [`the referer "${referer}"`, () => ({ referer })],
	),
	['a referer that only begins so', () => ({ referer: `${own()}.evil.example/` })],
	...['cross-site', 'same-site', 'Cross-Site', 'new-word', ''].map(
		(site): [string, () => Headers] => [
			`the site "${site}"`,
			() => ({ origin: own(), 'sec-fetch-site': site }),
		],
	),
];

/** Types that a page may send without asking first, and the one for which it has to ask. */
const CONTENT_TYPES = [
	'text/plain',
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'application/json',
	'',
];

/** Everything a request could change. */
function takePicture(): string {
	const { store, state } = sandbox;
	const { receipts, devices, scripts, faults, settings } = state;
	return JSON.stringify([
		[store.received, store.messages, store.revocations, store.imageChecks],
		[receipts.settings, receipts.calls, receipts.pending],
		[devices.list(), scripts.list(), faults.list(), settings],
	]);
}

const listTargets = (): Route[] => {
	const heads = routes
		.filter(({ method }) => method === 'GET')
		.map(({ url }) => ({ method: 'HEAD', url }));
	return [...routes, ...heads, { method: 'GET', url: '/nothing/here' }];
};

describe('a page of another origin', () => {
	it('is tried on every route there is', () => {
		const urls = new Set(routes.map(({ url }) => url));
		expect(urls.size).toBeGreaterThan(25);
		for (const url of ['/', '/assets/:name', '/sandbox/key', '/sandbox/changes', '/more']) {
			expect(urls).toContain(url);
		}
		expect(urls).toContain('/v3/:id/messages::send');
	});

	it.each(FOREIGN)('reaches nothing with %s', async (_what, makeHeaders) => {
		const before = takePicture();
		const reached: string[] = [];
		for (const [index, route] of listTargets().entries()) {
			const contentType = CONTENT_TYPES[index % CONTENT_TYPES.length] ?? '';
			const answer = await sendRaw(sandbox.port, attack(client, route, makeHeaders(), contentType));
			const granted = Object.keys(answer.headers).filter((name) =>
				name.startsWith('access-control'),
			);
			const telling = /PRIVATE KEY|TOKEN_A|<html/.test(answer.text);
			if (![400, 403].includes(answer.status) || granted.length > 0 || telling) {
				reached.push(`${route.method} ${route.url}: ${answer.status}`);
			}
		}
		expect(reached).toEqual([]);
		expect(takePicture()).toBe(before);
	});

	it.each(CONTENT_TYPES)('cannot post "%s" to any route from another local port', async (type) => {
		const before = takePicture();
		const statuses = [];
		for (const route of routes.filter(({ method }) => method !== 'GET')) {
			const headers = { origin: 'http://localhost:5678', 'sec-fetch-site': 'same-site' };
			statuses.push((await sendRaw(sandbox.port, attack(client, route, headers, type))).status);
		}
		expect(new Set(statuses)).toEqual(new Set([403]));
		expect(takePicture()).toBe(before);
	});

	it('is granted no preflight, nor is any other', async () => {
		for (const origin of ['https://evil.example', own()]) {
			for (const url of new Set(routes.map((route) => aim(route, client)))) {
				const { status, headers } = await sendRaw(sandbox.port, {
					method: 'OPTIONS',
					path: url,
					headers: {
						origin,
						'access-control-request-method': 'PUT',
						'access-control-request-headers': 'content-type',
						'access-control-request-private-network': 'true',
					},
				});
				expect([403, 404]).toContain(status);
				expect(Object.keys(headers).filter((name) => /^access-control/.test(name))).toEqual([]);
			}
		}
	});

	it('cannot open a socket by an upgrade', async () => {
		const { status } = await sendRaw(sandbox.port, {
			method: 'GET',
			path: '/sandbox/changes',
			headers: { connection: 'upgrade', upgrade: 'websocket', origin: 'http://localhost:5678' },
		});
		expect(status).toBe(403);
	});

	it('is told how to open the inbox, and nothing else', async () => {
		const { text } = await sendRaw(sandbox.port, {
			method: 'GET',
			path: '/',
			headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
		});
		expect(JSON.parse(text)).toEqual({ error: expect.stringContaining('address bar') });
	});

	it('is not followed by an address that names another host', async () => {
		const { status } = await sendRaw(sandbox.port, {
			method: 'GET',
			path: 'http://evil.example/sandbox/key',
		});
		expect(status).toBe(403);
	});
});

describe('what is not foreign', () => {
	it.each<[string, () => Headers]>([
		['a program without Origin', () => ({})],
		['the own page', () => ({ origin: own(), 'sec-fetch-site': 'same-origin' })],
		['the own page by its referer', () => ({ referer: `${own()}/#/inbox` })],
		['an address typed into the browser', () => ({ 'sec-fetch-site': 'none' })],
		[
			'the own page under its other name',
			() => ({ host: 'localhost:7710', origin: 'http://localhost:7710' }),
		],
		['the own page behind IPv6', () => ({ host: '[::1]:8000', origin: 'http://[::1]:8000' })],
		['the own page on port 80', () => ({ host: 'localhost', origin: 'http://localhost' })],
	])('reaches every route: %s', async (_what, makeHeaders) => {
		const open = await startTestSandbox({ clock: () => Date.now() });
		for (const route of listTargets().filter(({ url }) => url !== '/more')) {
			const headers = Object.fromEntries(
				Object.entries(makeHeaders()).map(([name, value]) => [
					name,
					String(value).replace(String(sandbox.port), String(open.port)),
				]),
			);
			const answer = await sendRaw(open.port, attack(client, route, headers, 'application/json'));
			expect([route, answer.status]).not.toEqual([route, 403]);
		}
		await open.close();
	});
});
