/** Names beside those of this machine, for an n8n in a container. */
import type { Sandbox } from '../../../../sandbox/server';
import { BODIES } from '../../../builders/sandbox/bodies';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';
import { sendRaw } from './rawRequest';
import { attack, type Headers, type Route } from './routeAttack';

const NAME = 'host.docker.internal';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140';

const routes: Route[] = [];
let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startTestSandbox({
		host: '0.0.0.0',
		allowedHosts: [NAME, 'sandbox'],
		watchRoutes: (method, url) => routes.push({ method, url }),
	});
	client = new Client(sandbox);
});
afterAll(async () => await sandbox.close());

const own = () => `http://${NAME}:${sandbox.port}`;
const host = () => `${NAME}:${sandbox.port}`;

/** What each route answered, without those that may differ: a status, then how often. */
async function walk(headers: Headers, among = routes): Promise<Map<number, string[]>> {
	const statuses = new Map<number, string[]>();
	for (const route of among) {
		const answer = await sendRaw(sandbox.port, attack(client, route, headers, 'application/json'));
		const urls = statuses.get(answer.status) ?? [];
		statuses.set(answer.status, [...urls, `${route.method} ${route.url}`]);
	}
	return statuses;
}

describe('under an allowed name', () => {
	it('a program reaches every route, whatever the port and the case of the name', async () => {
		for (const name of [host(), NAME, 'Host.Docker.Internal:1', 'sandbox:80']) {
			expect((await walk({ host: name })).get(403)).toBeUndefined();
		}
	});

	it.each<[string, () => Headers]>([
		['by its origin', () => ({ origin: own() })],
		['by its referer', () => ({ referer: `${own()}/` })],
	])('the own page reaches every route, known %s', async (_how, makeHeaders) => {
		const headers = { host: host(), 'user-agent': BROWSER, ...makeHeaders() };
		expect((await walk(headers)).get(403)).toBeUndefined();
	});

	it('an address bar opens the page and its files, and nothing that holds anything', async () => {
		const answers = await walk({ host: host(), 'user-agent': BROWSER });
		const open = routes
			.filter(({ url }) => url === '/' || url === '/assets/:name')
			.map(({ method, url }) => `${method} ${url}`);
		expect(open.length).toBeGreaterThan(1);
		const refused = answers.get(403) ?? [];
		expect(refused).toHaveLength(routes.length - open.length);
		expect(refused).toEqual(expect.not.arrayContaining(open));
	});

	it.each<[string, () => Headers]>([
		['another port of the name', () => ({ origin: `http://${NAME}:5678` })],
		['the name without a port', () => ({ origin: `http://${NAME}` })],
		['https', () => ({ origin: own().replace('http', 'https') })],
		['another allowed name', () => ({ origin: `http://sandbox:${sandbox.port}` })],
		['loopback', () => ({ origin: sandbox.url })],
		['a page by its referer', () => ({ referer: `http://${NAME}:5678/workflow/1` })],
		['an opaque origin', () => ({ origin: 'null' })],
		['another site', () => ({ 'sec-fetch-site': 'cross-site' })],
		['another port, as browsers call it', () => ({ 'sec-fetch-site': 'same-site' })],
		['another port that also names the own', () => ({ origin: [own(), `http://${NAME}:5678`] })],
	])('reaches nothing from %s', async (_what, makeHeaders) => {
		const before = sandbox.store.received;
		const answers = await walk({ host: host(), 'user-agent': BROWSER, ...makeHeaders() });
		expect(answers.get(403)).toHaveLength(routes.length);
		expect(sandbox.store.received).toBe(before);
	});

	it('still means this machine under its own names, and its origin does not count there', async () => {
		expect((await walk({ origin: own(), 'user-agent': BROWSER })).get(403)).toHaveLength(
			routes.length,
		);
		expect((await walk({ 'sec-fetch-site': 'none', 'user-agent': BROWSER })).get(403)).toBe(
			undefined,
		);
	});
});

describe('a name that only resembles an allowed one', () => {
	it.each([
		'host.docker.internal.',
		'host.docker.internal.evil.example',
		'evil.host.docker.internal',
		'evil-host.docker.internal',
		'docker.internal',
		'host.containers.internal',
		'sandbox.evil.example',
		'sandbox:7710:7710',
		'sandbox@evil.example',
		'evil.example:80@sandbox',
		'sandbox, evil.example',
		'',
	])('"%s" reaches nothing', async (name) => {
		const before = sandbox.store.received;
		const answers = await walk({ host: name });
		expect([...answers.keys()]).toEqual([403]);
		expect(sandbox.store.received).toBe(before);
	});
});

describe('what the sandbox tells of its names', () => {
	it('is the address for n8n in a container, beside its own', async () => {
		const containerUrls = [own(), `http://sandbox:${sandbox.port}`];
		expect(sandbox).toMatchObject({ url: `http://127.0.0.1:${sandbox.port}`, containerUrls });
		const { data } = await client.rest('GET', '');
		expect(data).toMatchObject({ url: sandbox.url, containerUrls });
	});

	it('is said to who calls it under another', async () => {
		const { text } = await sendRaw(sandbox.port, {
			method: 'GET',
			path: '/sandbox',
			headers: { host: 'host.containers.internal' },
		});
		expect(JSON.parse(text).error).toContain(`127.0.0.1, localhost, ${NAME}, sandbox.`);
		expect(text).toContain('--allow-host');
		expect(text).not.toContain('host.containers.internal');
	});
});

describe('listening', () => {
	const linux = process.platform === 'linux' ? it : it.skip;

	linux('reaches beyond 127.0.0.1 only where that was asked for', async () => {
		const closed = await startTestSandbox({ allowedHosts: [NAME] });
		const call = async (port: number) =>
			await fetch(`http://127.0.0.2:${port}/`).then(
				({ status }) => status,
				() => 'refused',
			);
		// The address is another one, so the name is not allowed: what answers is the check.
		expect([await call(sandbox.port), await call(closed.port)]).toEqual([403, 'refused']);
		await closed.close();
	});

	it('needs a name to be called by', async () => {
		await expect(startTestSandbox({ host: '0.0.0.0' })).rejects.toThrow('name');
	});

	it('counts sent messages of a program in a container', async () => {
		const before = sandbox.store.count('send');
		const answer = await client.send(BODIES.notification, 0, { headers: { host: host() } });
		expect(answer.data.code).toBe('80000000');
		expect(sandbox.store.count('send')).toBe(before + 1);
	});
});
