import { createServer, type Server } from 'node:net';
import { findFreePort, tryPort } from '../../../../scripts/n8n/freePort';

let server: Server;
let taken: number;

beforeAll(async () => {
	server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	taken = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => server.close());

test('tryPort tells a taken port from a free one', async () => {
	expect(await tryPort(taken)).toBeUndefined();
	const free = await tryPort(0);
	expect(free).toBeGreaterThan(0);
});

test('findFreePort avoids a port that is taken', async () => {
	const found = await findFreePort(taken);
	expect(found).toBeGreaterThan(0);
	expect(found).not.toBe(taken);
});
