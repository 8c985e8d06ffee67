import { createServer, get, type RequestListener } from 'node:http';
import { get as getSecurely } from 'node:https';
import { makeLoopbackTls, type LoopbackTls } from '../../../bench/certificate';
import { openEntrances, type Entrances } from '../../../bench/entrances';

let tls: LoopbackTls;
const seen: string[] = [];
const inner = createServer((request, response) => {
	seen.push(request.url ?? '');
	response.end('inner');
});
const count: RequestListener = (request, response) => response.end(`counted ${request.url ?? ''}`);
let entrances: Entrances;

beforeAll(async () => {
	tls = await makeLoopbackTls();
	entrances = await openEntrances(inner, tls, count);
});
beforeEach(() => seen.splice(0));
afterAll(() => entrances.close());

async function ask(url: string): Promise<string> {
	const options = { agent: false, ca: tls.authority } as const;
	return await new Promise((resolve, reject) => {
		const request = url.startsWith('https:') ? getSecurely(url, options) : get(url, options);
		request.once('response', (response) => {
			response.setEncoding('utf8').once('data', resolve);
		});
		request.once('error', reject);
	});
}

describe('openEntrances', () => {
	test.each(['http', 'https'] as const)('%s leads to the server behind it', async (scheme) => {
		expect(entrances[scheme]).toMatch(new RegExp(`^${scheme}://127\\.0\\.0\\.1:\\d+$`));
		expect(await ask(`${entrances[scheme]}/v3/1/messages:send?a=b`)).toBe('inner');
		expect(seen).toEqual(['/v3/1/messages:send?a=b']);
	});

	test.each([
		['/gateway-100ms-2/v3/1/messages:send', '/v3/1/messages:send'],
		['/gateway-a/gateway-b/x', '/gateway-b/x'],
		['/gateway-a', '/gateway-a'],
		['/gateways/x', '/gateways/x'],
	])('%s arrives as %s', async (asked, arrived) => {
		await ask(entrances.http + asked);
		expect(seen).toEqual([arrived]);
	});

	test('what is only counted passes the server by', async () => {
		expect(await ask(`${entrances.http}/counting-1/v3/1/x`)).toBe('counted /counting-1/v3/1/x');
		expect(seen).toEqual([]);
	});
});
