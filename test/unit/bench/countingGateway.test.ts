import { createServer } from 'node:http';
import axios from 'axios';
import { makeCountingGateway } from '../../../bench/countingGateway';

const gateway = makeCountingGateway();
const server = createServer(gateway.listener);
let base = '';

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
beforeEach(() => gateway.reset());
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

async function send(body: unknown, path = '/counting-1/v3/1/messages:send') {
	return await axios.post(base + path, body, { proxy: false, validateStatus: () => true });
}

describe('makeCountingGateway', () => {
	test('takes tokens, each request under an ID of its own', async () => {
		const first = await send({ payload: {}, target: { token: ['A', 'B'] } });
		const second = await send({ payload: {}, target: { token: ['C'] } });

		expect(first.data).toMatchObject({ code: '80000000' });
		expect(first.data.requestId).not.toBe(second.data.requestId);
		expect(gateway.read()).toEqual({ requests: 2, tokens: 3, refused: 0 });
	});

	test('names the tokens that it refuses', async () => {
		const { status, data } = await send({ target: { token: ['GONE1', 'A', 'GONE2'] } });

		expect([status, data.code]).toEqual([200, '80100000']);
		expect(JSON.parse(data.msg)).toEqual({
			illegalTokens: { noRight: ['GONE1', 'GONE2'] },
			success: 1,
			failure: 2,
		});
		expect(gateway.read()).toEqual({ requests: 1, tokens: 3, refused: 2 });
	});

	test('counts nothing else', async () => {
		expect((await send({}, '/counting-1/v3/1/messages:revoke')).status).toBe(404);
		await expect(send('no message')).rejects.toThrow();
		await expect(send({ target: {} })).rejects.toThrow();
		expect(gateway.read()).toEqual({ requests: 0, tokens: 0, refused: 0 });
	});
});
