import { createServer } from 'node:http';
import axios from 'axios';

import { makeCountingGateway } from '../../../bench/countingGateway';
import { makeToken } from '../../../bench/tokenFile';

const gateway = makeCountingGateway();
const server = createServer(gateway.listener);
let url = '';

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => server.close());

const send = async (tokens: string[]) =>
	(await axios.post(`${url}/v3/1/messages:send`, { target: { token: tokens } })).data;

it('answers as Push Kit does, and counts', async () => {
	const tokens = Array.from({ length: 1000 }, (_, index) => makeToken(index));
	const { code, msg } = await send(tokens);
	expect(code).toBe('80100000');
	expect(JSON.parse(msg)).toMatchObject({ success: 990, failure: 10 });
	expect((await send(tokens.slice(1, 100))).code).toBe('80000000');
	expect(gateway.read()).toEqual({ requests: 2, tokens: 1099, refused: 10 });
	gateway.reset();
	expect(gateway.read()).toEqual({ requests: 0, tokens: 0, refused: 0 });
});

it('answers nothing else', async () => {
	const answer = await axios.get(url, { validateStatus: () => true });
	expect(answer.status).toBe(404);
});
