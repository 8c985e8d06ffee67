import fc from 'fast-check';

import { EXAMPLE_MESSAGES } from '../../../builders/exampleMessages';
import { change } from '../../../builders/sandbox/bodies';
import { AttackedSandbox } from './attackedSandbox';
import { sendBytes, sendRaw } from './rawRequest';

let attacked: AttackedSandbox;
beforeAll(async () => {
	attacked = await AttackedSandbox.start();
});
afterAll(async () => await attacked.remove());

const abyss = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Values that a member may be given in place of a good one. */
const hostileValue = fc.oneof(
	fc.constantFrom<unknown>(null, '', [], {}, true, -1, 1e308, 2 ** 53, '\u0000', '\ud800'),
	fc.constant(JSON.parse('{"__proto__":{"toString":1},"constructor":{"prototype":1}}')),
	fc.constantFrom(3, 150, 250).map((depth) => JSON.parse(abyss(depth)) as unknown),
	fc.integer({ min: 1_000, max: 20_000 }).map((length) => 'x'.repeat(length)),
	fc.jsonValue(),
);

/** Every path of a body, such as `payload.notification.title`. */
const listPaths = (value: unknown, path = ''): string[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, member]) => {
				const own = path === '' ? name : `${path}.${name}`;
				return [own, ...listPaths(member, own)];
			})
		: [];

const mutatedBody = fc
	.constantFrom(...EXAMPLE_MESSAGES)
	.chain(([, { body }]) =>
		fc
			.tuple(fc.constantFrom(...listPaths(body)), hostileValue)
			.map(([path, value]) => JSON.stringify(change({ ...body }, { [path]: value }))),
	);

const anyBody = fc.oneof(
	{ weight: 5, arbitrary: mutatedBody },
	{ weight: 1, arbitrary: fc.json() },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
	{ weight: 1, arbitrary: fc.constantFrom('', 'null', '0', '"', '{"a":1e999}', '{"a":1,"a":2}') },
);

const anySegment = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 20 }).map((text) => {
		// A lone surrogate has no UTF-8.
		return encodeURIComponent(Buffer.from(text).toString());
	}),
	fc.constantFrom('..', '%2e%2e', '%00', '%', '__proto__', '1', 'a'.repeat(8_000), '%F0%9F'),
);

const PUSH_TYPES = new Set(EXAMPLE_MESSAGES.map(([, { pushType }]) => String(pushType)));

const anyHeaders = fc.record(
	{
		'content-type': fc.constantFrom('application/json', 'text/plain', 'x', 'a/b;', 'multipart/x'),
		'push-type': fc.constantFrom(...PUSH_TYPES, '-1', '999', 'NaN', '0x1'),
		authorization: fc.constantFrom('', 'Bearer', 'Bearer a.b.c', 'Basic x', 'good'),
		'content-encoding': fc.constantFrom('gzip', 'identity'),
		accept: fc.string({ unit: fc.constantFrom('a', '*', '/', ';', '='), maxLength: 20 }),
		expect: fc.constantFrom('100-continue', 'something else'),
	},
	{ requiredKeys: [] },
);

const PREFIXES = [
	'/sandbox/messages/',
	'/sandbox/arrivals/',
	'/sandbox/devices/',
	'/sandbox/devices?token=',
	'/sandbox/arrivals?text=',
	'/sandbox/messages?limit=',
	'/sandbox/receipts/',
	'/sandbox/tokens/',
	'/assets/',
	'/v3/',
	'/',
];

describe('any request', () => {
	it('to a URL of Push Kit is answered as Huawei answers, never with 5xx', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('send', 'revoke', 'verify'),
				anyHeaders,
				anyBody,
				async (endpoint, headers, body) => {
					const given = { ...headers };
					if (given.authorization === 'good') delete given.authorization;
					// What no client of Push Kit sends is answered before it gets there.
					if (given.expect !== '100-continue') delete given.expect;
					if (!/^\w+\/\w+$/.test(given['content-type'] ?? '')) delete given['content-type'];
					const answer = await attacked.post(attacked.paths[endpoint], body, given);
					expect(answer.status).toBeGreaterThanOrEqual(200);
					expect(answer.status).toBeLessThan(500);
					expect(JSON.parse(answer.text)).toMatchObject({
						code: expect.stringMatching(/^8\d{7}$/),
						msg: expect.any(String),
						requestId: expect.any(String),
					});
				},
			),
			{ numRuns: 400 },
		);
		await attacked.expectWell();
	});

	it('to anything else is answered, never with 5xx', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PROPFIND'),
				fc.constantFrom(...PREFIXES),
				anySegment,
				anyHeaders,
				anyBody,
				async (method, prefix, segment, headers, body) => {
					const given = { ...headers, authorization: headers.authorization ?? '' };
					const answer = await sendRaw(attacked.port, {
						method,
						path: `${prefix}${segment}`,
						headers: given,
						body: method === 'GET' || method === 'HEAD' ? undefined : body,
					});
					expect(answer.status).toBeGreaterThanOrEqual(200);
					expect(answer.status).toBeLessThan(500);
				},
			),
			{ numRuns: 400 },
		);
		await attacked.expectWell();
	});

	it('to a setting is answered, never with 5xx', async () => {
		const members = [
			...['refusedTokensStatus', 'clockOffset', 'testMessageOverQuota', 'refuseEveryToken'],
			...['fate', 'reason', 'activityId', 'event', 'version', 'kind', 'tokens', 'receipt'],
			...['url', 'secret', 'delay', 'batchSize', 'fault', 'times', '__proto__', 'toString'],
		];
		const paths = ['/settings', '/tokens', '/tokens/A', '/devices/A', '/receipts', '/faults'];
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('PUT', 'POST'),
				fc.constantFrom(...paths, '/devices/A/liveViews', '/receipts/test'),
				fc.dictionary(fc.constantFrom(...members), hostileValue),
				async (method, path, body) => {
					const { status } = await sendRaw(attacked.port, {
						method,
						path: `/sandbox${path}`,
						body: JSON.stringify(body),
					});
					expect(status).toBeGreaterThanOrEqual(200);
					expect(status).toBeLessThan(500);
				},
			),
			{ numRuns: 300 },
		);
		// Whatever was set by chance is taken back.
		await sendRaw(attacked.port, { method: 'DELETE', path: '/sandbox' });
		await attacked.expectWell();
	});

	it('that is no HTTP is refused or hung up on', async () => {
		const line = fc.constantFrom(
			'GET / HTTP/1.1',
			'GET / HTTP/9.9',
			'POST /sandbox/faults HTTP/1.1',
			'CONNECT 127.0.0.1:80 HTTP/1.1',
			'OPTIONS * HTTP/1.1',
			'host: 127.0.0.1',
			'content-length: 5',
			'content-length: -1',
			'content-length: 99999999999999999999',
			'transfer-encoding: chunked',
			'transfer-encoding: chunked, identity',
			'upgrade: websocket\r\nconnection: upgrade',
			'5\r\nhello',
			'FFFFFFFFFF\r\n',
			'0',
			'',
		);
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.array(line, { maxLength: 8 }).map((lines) => Buffer.from(lines.join('\r\n'))),
					fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
				),
				async (bytes) => {
					expect(await sendBytes(attacked.port, bytes)).toMatch(/^(HTTP\/1\.1 [234]|$)/);
				},
			),
			{ numRuns: 200 },
		);
		await attacked.expectWell();
	});
});

it('after all of it the program ends as ever', async () => {
	await attacked.expectGoodEnd();
});
