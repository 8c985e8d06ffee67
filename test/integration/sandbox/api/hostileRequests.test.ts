import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { Timers } from '../../../../sandbox/process/timers';
import { BODIES, change } from '../../../builders/sandbox/bodies';
import { AttackedSandbox } from './attackedSandbox';
import { sendBytes, sendRaw } from './rawRequest';

let attacked: AttackedSandbox;
beforeAll(async () => {
	attacked = await AttackedSandbox.start();
});
afterAll(async () => await attacked.remove());

const NO_JWT: Record<string, string[]> = { authorization: [] };
const GOOD = JSON.stringify(BODIES.notification);
const abyss = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('bodies that nest too deep', () => {
	it.each([300, 5_000, 100_000, 1_000_000])(
		'of %d levels are refused everywhere',
		async (depth) => {
			for (const body of [abyss(depth), '['.repeat(depth), `{"payload":${abyss(depth)}}`]) {
				for (const headers of [{}, NO_JWT]) {
					const paths = [attacked.paths.send, attacked.paths.revoke, attacked.paths.verify];
					for (const path of paths) {
						const { status, text } = await attacked.post(path, body, headers);
						expect([400, 401]).toContain(status);
						expect(JSON.parse(text)).toMatchObject({
							code: expect.stringMatching(/^80[12]00001$/),
						});
					}
				}
				const { status, text } = await attacked.post('/sandbox/faults', body);
				expect([status, JSON.parse(text)]).toEqual([400, { error: expect.any(String) }]);
			}
			await attacked.expectWell();
		},
	);

	it('are not taken in a JWT either', async () => {
		const encode = (text: string) => Buffer.from(text).toString('base64url');
		const deep = encode(`{"alg":"PS256","a":${abyss(5_500)}}`);
		const { status } = await attacked.post(attacked.paths.send, GOOD, {
			authorization: `Bearer ${deep}.e30.x`,
		});
		expect(status).toBe(401);
		expect(await attacked.read('/messages')).toHaveProperty('messages');
		await attacked.expectWell();
	});
});

describe('bodies of 15 MB', () => {
	const heavy = (text: string) => JSON.stringify({ ...BODIES.notification, extra: text });
	const MB15 = 15 * 1024 * 1024;

	it('drive out nothing and end nothing where there is no JWT', async () => {
		await attacked.post(attacked.paths.send, GOOD);
		const before = await attacked.read<{ messages: Array<{ id: number }> }>('/messages');
		for (let request = 0; request < 12; request++) {
			const body = request % 2 ? heavy('x'.repeat(MB15)) : `[${'[],'.repeat(MB15 / 3)}0]`;
			expect((await attacked.post(attacked.paths.send, body, NO_JWT)).status).toBe(401);
		}
		const after = await attacked.read<{ messages: Array<{ id: number }> }>('/messages');
		const ids = after.messages.map(({ id }) => id);
		for (const { id } of before.messages) expect(ids).toContain(id);
		expect(JSON.stringify(after).length).toBeLessThan(2_000_000);
		await attacked.expectWell();
	});

	it('are not kept where there is one, nor do many tokens fill the memory', async () => {
		const tokens = Array.from({ length: 1_000 }, (_, index) => `${index}`.padEnd(14_000, 'x'));
		const bodies = [
			heavy('x'.repeat(MB15)),
			JSON.stringify(change(BODIES.notification, { target: { token: tokens } })),
			`{"a":[${'{},'.repeat(MB15 / 3)}0]}`,
		];
		for (let request = 0; request < 9; request++) {
			const { status } = await attacked.post(
				attacked.paths.send,
				bodies[request % bodies.length] ?? '',
			);
			expect([200, 400]).toContain(status);
		}
		expect(JSON.stringify(await attacked.read('/messages')).length).toBeLessThan(300_000_000);
		await attacked.expectWell();
		// Written a second after the last change.
		await new Timers().sleep(3_000);
		const { size } = await stat(join(attacked.folder, '.sandbox', 'state.json'));
		expect(size).toBeLessThan(100_000_000);
	});

	it('are too many at 17 MB', async () => {
		const body = heavy('x'.repeat(17 * 1024 * 1024));
		// Who goes on sending may be hung up on before the answer is read.
		const outcome = await attacked.post(attacked.paths.send, body).then(
			({ status }) => status,
			(error: NodeJS.ErrnoException) => error.code,
		);
		expect([413, 'ECONNRESET', 'EPIPE']).toContain(outcome);
		await attacked.expectWell();
	});
});

describe('addresses and queries', () => {
	it.each([
		'/assets/..',
		'/assets/%2e%2e',
		'/assets/.',
		'/assets/%00',
		'/assets/a%00.js',
		'/assets/..%2f..%2f..%2fpackage.json',
		'/assets/..%5c..%5cpackage.json',
		'/assets/%2fetc%2fpasswd',
		'/assets/',
		'/..%2f..%2fpackage.json',
		'/%',
		'/%E0%A4%A',
		'/sandbox/devices/%',
		'/sandbox/devices?token=a&token=b',
		'/sandbox/messages?limit=1&limit=2',
		'/sandbox/arrivals?text=a&text=b',
		'/sandbox/acceptances?token=a&token=b',
		'/sandbox/receipts?token=a&token=b',
		'/sandbox/key?x=1&x=2',
		'/sandbox/messages/NaN',
		'/sandbox/messages/1e999',
		'/sandbox/messages/__proto__',
		'/sandbox/arrivals/-1',
		'/sandbox/devices/__proto__',
	])('%s is answered with 4xx and names no path of this machine', async (path) => {
		await expectRefused(path);
	});

	it.each([99, 300, 5_000, 9_000])('so is a file name of %d characters', async (length) => {
		await expectRefused(`/assets/${'a'.repeat(length)}`);
	});

	async function expectRefused(path: string): Promise<void> {
		const { status, text } = await sendRaw(attacked.port, { method: 'GET', path });
		expect(status).toBeGreaterThanOrEqual(400);
		expect(status).toBeLessThan(500);
		expect(text).not.toContain(attacked.folder);
		expect(text).not.toMatch(
			/inbox|dist|node_modules|at Object|ENOENT|EISDIR|"name":|sandbox\.[jt]s/,
		);
		await attacked.expectWell();
	}

	it('headers larger than all sense are refused', async () => {
		const answer = await sendBytes(
			attacked.port,
			`GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
		);
		expect(answer).toMatch(/^HTTP\/1\.1 431 /);
		await attacked.expectWell();
	});

	it('tokens that are names of JavaScript are tokens like others', async () => {
		const token = ['__proto__', 'constructor', 'toString'];
		for (const one of token) {
			const path = `/sandbox/devices/${one}`;
			const body = '{"fate":"appUninstalled"}';
			expect((await sendRaw(attacked.port, { method: 'PUT', path, body })).status).toBe(200);
		}
		const { status } = await attacked.post(
			attacked.paths.send,
			JSON.stringify(change(BODIES.notification, { target: { token } })),
		);
		expect(status).toBe(200);
		const { messages } = await attacked.read<{
			messages: Array<{ deliveries: Record<string, { result: number }> }>;
		}>('/messages?limit=1');
		const deliveries = messages[0]?.deliveries ?? {};
		expect(Object.keys(deliveries)).toEqual(token);
		expect(Object.values(deliveries).map(({ result }) => result)).toEqual([2, 2, 2]);
		for (const one of token) {
			await sendRaw(attacked.port, {
				method: 'PUT',
				path: `/sandbox/devices/${one}`,
				body: '{"fate":"normal"}',
			});
		}
	});
});

it('after all of it the program ends as ever', async () => {
	await attacked.expectGoodEnd();
});
