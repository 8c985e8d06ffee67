import { useClient } from '../../../builders/sandbox/client';

const { sandbox, client } = useClient();

describe('the Host header', () => {
	it.each(['evil.example', '127.0.0.1.evil.example:7710', '192.168.1.5:7710'])(
		'is refused on /sandbox when it is %s',
		async (host) => {
			const { status, data } = await client.rest('GET', 'key', undefined, { host });
			expect(status).toBe(403);
			expect(JSON.stringify(data)).not.toContain('PRIVATE KEY');
		},
	);

	it.each(['localhost', 'localhost:7710', '127.0.0.1:1', '[::1]:7710'])(
		'is accepted when it is %s',
		async (host) => {
			const { status, data } = await client.rest('GET', 'key', undefined, { host });
			expect([status, data]).toEqual([200, sandbox.keyFile]);
		},
	);

	it('is joined by Origin, which a foreign page cannot hide', async () => {
		const foreign = { origin: 'https://evil.example' };
		expect((await client.rest('POST', 'faults', {}, foreign)).status).toBe(403);
		expect((await client.rest('GET', '', undefined, { origin: 'null' })).status).toBe(403);
		const own = { origin: sandbox.url };
		expect((await client.rest('GET', '', undefined, own)).status).toBe(200);
	});
});
