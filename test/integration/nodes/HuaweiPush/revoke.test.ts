import { createServer, type Server } from 'node:http';

import { startSandbox, type Sandbox } from '../../../../sandbox/server';
import { credentialsOf, customers, push } from './pushRun';

let sandbox: Sandbox;

/** Takes every revocation, whatever the app, and remembers where it went. */
let pushKit: Server;
let paths: string[] = [];
let baseUrl = '';

beforeAll(async () => {
	sandbox = await startSandbox();
	pushKit = createServer((request, response) => {
		paths.push(request.url ?? '');
		response.end('{"code":"80000000","msg":"Success","requestId":"1"}');
	});
	await new Promise<void>((resolve) => pushKit.listen(0, '127.0.0.1', resolve));
	const address = pushKit.address();
	baseUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

afterAll(async () => {
	await sandbox.close();
	await new Promise<void>((resolve) => {
		pushKit.close(() => resolve());
		pushKit.closeAllConnections();
	});
});

beforeEach(() => {
	paths = [];
});

const REVOKE = { resource: 'notification', operation: 'revoke' };

const revoke = async (parameters: object, item: object = {}, more: object = {}) =>
	await push(sandbox, [{ pushToken: 'T1', notifyId: 7, ...item }], {
		parameters: { ...REVOKE, ...parameters },
		credentials: { ...credentialsOf(sandbox), baseUrl },
		...more,
	});

describe('Client ID of a revocation', () => {
	it.each([
		['an object', '={{ $json.app }}', { app: { clientId: '1' } }],
		['a list', '={{ $json.app }}', { app: ['1'] }],
		['nothing', '={{ $json.app }}', {}],
		['null', '={{ $json.app }}', { app: null }],
		['an empty text', '={{ $json.app }}', { app: '' }],
		['blanks', '={{ $json.app }}', { app: '  \n' }],
		['a switch', '={{ $json.app }}', { app: true }],
		['words', '={{ $json.app }}', { app: 'the other app' }],
		['an address', '={{ $json.app }}', { app: '../../v3/1' }],
		['blanks, typed', '  ', {}],
		['another expression in Fixed mode', "{{ $('Apps').item.json.id }}", {}],
	])('goes nowhere when it is %s', async (_, clientId, item) => {
		const { error } = await revoke({ clientId }, item);
		expect(error?.message).toMatch(/^Item 1: Client ID /);
		expect(error?.description).toContain('Nothing was withdrawn.');
		expect(paths).toEqual([]);
	});

	it.each([
		["that of the item's app", '={{ $json.app }}', { app: ' 110000001 ' }, '110000001'],
		['a path left in Fixed mode', '{{ $json.app }}', { app: '110000003' }, '110000003'],
		['a number', '={{ $json.app }}', { app: 110000002 }, '110000002'],
	])('is %s', async (_, clientId, item, expected) => {
		await revoke({ clientId }, item);
		expect(paths).toEqual([`/v1/${expected}/messages:revoke`]);
	});

	it("is the credential's where the field is empty", async () => {
		await revoke({});
		expect(paths).toEqual([`/v1/${sandbox.clientId}/messages:revoke`]);
	});

	it('is missing where the credential has none either', async () => {
		const credentials = { ...credentialsOf(sandbox), baseUrl, clientId: ' ' };
		const { error } = await revoke({}, {}, { credentials });
		expect(error?.message).toContain('Client ID is missing');
	});
});

describe('Notify ID of a revocation', () => {
	it('is that of the items of the Accepted output unless another is given', async () => {
		const { outputs } = await revoke({});
		expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'accepted', notifyId: 7 });
	});

	it.each([undefined, null, '', ' '])(
		'tells what %j means: it cannot be withdrawn',
		async (notifyId) => {
			const { error } = await revoke({}, { notifyId });
			expect(error?.message).toContain(
				'This item has no notifyId: the message was sent without one and cannot be withdrawn.',
			);
			expect(error?.description).toContain('Nothing was withdrawn.');
			expect(paths).toEqual([]);
		},
	);

	it.each([0, '12', 2 ** 31 - 1])('takes %j', async (notifyId) => {
		const { outputs } = await revoke({}, { notifyId });
		expect(outputs[0]?.[0]?.json).toMatchObject({ notifyId: Number(notifyId) });
	});

	it.each([-1, 2 ** 31, 1.5, 'seven', true, {}])('refuses %j', async (notifyId) => {
		const { error } = await revoke({}, { notifyId });
		expect(error?.message).toContain('Notify ID must be the number');
		expect(paths).toEqual([]);
	});
});

describe('errors', () => {
	it('name an item once, counted from 1, and none where the whole run failed', async () => {
		const items = [{ pushToken: 'T1', notifyId: 1 }, { pushToken: 'T2' }];
		const ofItem = await push(sandbox, items, { parameters: REVOKE });
		expect(ofItem.error?.message).toMatch(/^Item 2: /);
		expect(ofItem.error?.context?.itemIndex).toBeUndefined();
		const credentials = { ...credentialsOf(sandbox), baseUrl: 'http://127.0.0.1:9' };
		const ofRun = await push(
			sandbox,
			customers(3).map((one) => ({ ...one, notifyId: 1 })),
			{
				parameters: { ...REVOKE, options: { timeout: 2000 } },
				credentials,
			},
		);
		expect(ofRun.error?.message).toBe('Push Kit took none of 3 revocations');
		expect(ofRun.error?.context?.itemIndex).toBeUndefined();
	}, 200_000);
});

it('withdraws nothing for what was left of Test Message, as sending has it', async () => {
	const { error } = await revoke({ delivery: 'test' });
	expect(error?.message).toBe('Delivery must be Production, Dry Run or Plan');
	expect(error?.description).toMatch(/^Nothing was withdrawn\. This operation has no test\./);
	expect(paths).toEqual([]);
});
