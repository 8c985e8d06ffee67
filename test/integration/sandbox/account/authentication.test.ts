import type { Sandbox } from '../../../../sandbox/server';
import { BODIES, IMAGE_BODY, REVOKE_BODY } from '../../../builders/sandbox/bodies';
import { mintJwt } from '../../../builders/sandbox/jwt';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';

const START = 1_790_000_000_000;

let now = START;
let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startTestSandbox({ clock: () => now });
});
beforeEach(() => {
	now = START;
	sandbox.reset();
	client = new Client(sandbox);
	client.jwt = mintJwt(sandbox.keyFile, { now });
});
afterAll(async () => await sandbox.close());

describe('authentication', () => {
	it('answers 401 with 80200001 when Authorization is missing, on every endpoint', async () => {
		const headers = { Authorization: undefined };
		const answers = await Promise.all([
			client.send(BODIES.notification, 0, { headers }),
			client.post(`/v1/${sandbox.clientId}/messages:revoke`, REVOKE_BODY, { headers }),
			client.post(`/v2/${sandbox.projectId}/images:verify`, IMAGE_BODY, { headers }),
		]);
		for (const { status, data } of answers) {
			expect([status, data.code, data.msg]).toEqual([401, '80200001', 'Authentication Error']);
		}
	});

	it('answers 401 with 80200005 to an expired JWT, and takes a fresh one', async () => {
		now += 3_600_000;
		const expired = await client.send(BODIES.notification);
		expect([expired.status, expired.data.code]).toEqual([401, '80200005']);
		client.jwt = mintJwt(sandbox.keyFile, { now });
		expect((await client.send(BODIES.notification)).data.code).toBe('80000000');
		expect(sandbox.acceptances.total).toBe(1);
	});

	it('can answer 200 to an expired JWT', async () => {
		await client.rest('PUT', 'settings', { expiredTokenStatus: 200 });
		now += 3_600_000;
		const { status, data } = await client.send(BODIES.notification);
		expect([status, data.code]).toEqual([200, '80200005']);
	});

	it('answers 80300036 to a JWT that lives longer than a day', async () => {
		const exp = now / 1000 + 86_401;
		client.jwt = mintJwt(sandbox.keyFile, { now, claims: { exp } });
		const { status, data } = await client.send(BODIES.notification);
		expect([status, data.code]).toEqual([400, '80300036']);
	});

	it('answers 80300002 to another project ID', async () => {
		const { data } = await client.post('/v3/123/messages:send', BODIES.notification);
		expect(data.code).toBe('80300002');
	});

	it.each([
		['fast', 7_200_000, '80200005'],
		['slow', -7_200_000, '80200001'],
	])('refuses a good JWT when its own clock is %s, and shows that clock', async (_n, ms, code) => {
		await client.rest('PUT', 'settings', { clockOffset: ms });
		const { data, headers } = await client.send(BODIES.notification);
		expect(data.code).toBe(code);
		expect(Date.parse(String(headers.date))).toBe(START + ms);
	});

	it('keeps what the JWT said but neither the JWT nor the header', async () => {
		await client.send(BODIES.notification);
		const { data } = await client.rest('GET', 'messages');
		const text = JSON.stringify(data);
		expect(text).toContain(`"iss":"${sandbox.keyFile.sub_account}"`);
		expect(text).not.toContain(client.jwt.split('.')[2]);
		expect(text.toLowerCase()).not.toContain('bearer');
	});

	it('says in plain words what it found wrong', async () => {
		client.jwt = mintJwt(sandbox.keyFile, { now, claims: { aud: 'x' } });
		await client.send(BODIES.notification);
		expect(sandbox.store.messages[0]?.problem).toContain('"aud"');
		expect(sandbox.store.messages[0]?.jwt.code).toBe('80200001');
	});
});
