import {
	bodyOf,
	callTrigger,
	type Call,
	expectRefused,
	sign,
	SUCCESS,
} from '../../../builders/receiptCall';

describe('a signed call', () => {
	it('starts one execution with an item for each receipt, and is answered as Huawei asks', async () => {
		const body = bodyOf({ token: 'TOKEN_A', result: 0 }, { token: 'TOKEN_B', result: 2 });
		const outcome = await callTrigger({ body });

		expect(outcome.status).toBe(200);
		expect(JSON.stringify(outcome.body)).toBe('{"code":"0","message":"success"}');
		expect(outcome.items).toEqual([
			expect.objectContaining({ pushToken: 'TOKEN_A', delivered: true, verdict: 'keep' }),
			expect.objectContaining({ pushToken: 'TOKEN_B', delivered: false, verdict: 'remove' }),
		]);
	});

	it('is taken with a body that n8n has not read', async () => {
		const outcome = await callTrigger({ bodyIsRead: false });
		expect(outcome).toMatchObject({
			status: 200,
			body: SUCCESS,
			items: [{ pushToken: 'TOKEN_A' }],
		});
	});

	it('is taken with 250 receipts', async () => {
		const outcome = await callTrigger({ body: bodyOf(...Array.from({ length: 250 }, () => ({}))) });
		expect(outcome.items).toHaveLength(250);
	});

	it('with an empty list is acknowledged and starts nothing', async () => {
		const outcome = await callTrigger({ body: '{"statuses":[]}' });
		expect(outcome).toMatchObject({ status: 200, body: SUCCESS, items: undefined });
	});

	it.each([
		['version1', '{"statuses":[{"appid":"1","token":"t","status":0,"requestId":"1"}]}'],
		['notJson', 'statuses'],
		['noStatuses', '{}'],
		['empty', ''],
	])('with a body that is %s is refused with 400', async (reason, body) => {
		await expectRefused({ body }, 400, reason);
	});

	it('of version V1 is told where to choose V2', async () => {
		const body = '{"statuses":[{"appid":"1","token":"t","status":0,"requestId":"1"}]}';
		const outcome = await callTrigger({ body });
		expect(outcome.body).toMatchObject({
			message: expect.stringMatching(/AppGallery Connect.*Configuration.*V2/),
		});
	});
});

describe('an item', () => {
	async function itemOf(status: string) {
		const body = `{"statuses":[${status}]}`;
		const { items } = await callTrigger({ body, signature: sign() });
		expect(items).toHaveLength(1);
		return items?.[0];
	}

	it('keeps every digit of long numbers', async () => {
		const item = await itemOf(
			'{"token":"T","pushType":1,"requestId":173234567890000000001,"formStatus":{"formId":9223372036854775807,"result":262},"later":{"id":-9007199254740993}}',
		);
		expect(item).toMatchObject({
			requestId: '173234567890000000001',
			formId: '9223372036854775807',
			later: { id: '-9007199254740993' },
		});
	});

	it('of an unknown push type keeps its number', async () => {
		const item = await itemOf('{"token":"T","pushType":77,"deliveryStatus":{"result":0}}');
		expect(item).toMatchObject({ pushType: 77, messageType: 'custom', delivered: true });
	});

	it.each(['""', '" "', 'null', '17', '{"a":1}', '["T"]', '"null"', '100000000000000000000'])(
		'without a push token (%s) gives nobody up',
		async (token) => {
			for (const result of [2, 5, 6, 10, 262]) {
				const item = await itemOf(
					`{"token":${token},"pushType":0,"deliveryStatus":{"result":${result}}}`,
				);
				expect(item).toMatchObject({ pushToken: '', verdict: 'keep', event: 'other' });
			}
		},
	);

	it('holds no member that could change a prototype', async () => {
		const evil = '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}';
		const item = await itemOf(
			`{"token":"T","__proto__":{"isAdmin":true},"constructor":1,"deliveryStatus":{"result":0,"__proto__":{"verdict":"remove"}},"deep":[${evil}]}`,
		);
		expect(item).toMatchObject({ pushToken: 'T', verdict: 'keep', deep: [{}] });
		expect(JSON.stringify(item)).not.toMatch(/__proto__|constructor|isAdmin/);
		expect(Object.keys(Object.assign({}, item))).not.toContain('isAdmin');
		expect({}).not.toHaveProperty('isAdmin');
	});

	it('is made of a call that is nested ten thousandfold', async () => {
		const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
		const item = await itemOf(`{"token":"T","deliveryStatus":{"result":0},"deep":${deep}}`);
		expect(item).toMatchObject({ pushToken: 'T', delivered: true });
		expect(JSON.stringify(item).length).toBeLessThan(2000);
	});
});

describe('Verification: None', () => {
	const parameters = { verification: 'none' };

	it('takes an unsigned call without reading a credential', async () => {
		const outcome = await callTrigger({ signature: null, credential: null, parameters });
		expect(outcome).toMatchObject({
			status: 200,
			items: [{ pushToken: 'TOKEN_A' }],
			credentialReads: 0,
		});
	});

	it('still refuses a body of version V1', async () => {
		const body = '{"statuses":[{"appid":"1","token":"t","status":0}]}';
		await expectRefused({ signature: null, parameters, body }, 400, 'version1');
	});
});

describe('filters', () => {
	const body = bodyOf(
		{ token: 'DELIVERED', result: 0 },
		{ token: 'GONE', result: 2 },
		{ token: 'FORM', pushType: 1, result: 0 },
		{ token: 'NEW', pushType: 77, result: 4711 },
	);

	type Filters = { triggerOn?: string | string[]; messageTypes?: string[] };

	async function tokens(parameters: Filters, mode: 'webhook' | 'manual' = 'webhook') {
		const { items, status } = await callTrigger({ body, signature: sign(), parameters, mode });
		expect(status).toBe(200);
		return items?.map((item) => (item as { pushToken: string }).pushToken);
	}

	it.each<[Filters, string[]]>([
		[{ triggerOn: ['tokenInvalid'] }, ['GONE']],
		[{ triggerOn: ['tokenInvalid', 'other'] }, ['GONE', 'NEW']],
		[{ triggerOn: 'tokenInvalid' }, ['GONE']],
		[{ triggerOn: 'tokenInvalid, other' }, ['GONE', 'NEW']],
		[{ triggerOn: '' }, ['DELIVERED', 'GONE', 'FORM', 'NEW']],
		[{ messageTypes: ['form'] }, ['FORM']],
		[{ messageTypes: ['custom'] }, ['NEW']],
		[{ triggerOn: ['delivered'], messageTypes: ['notification'] }, ['DELIVERED']],
		[{ triggerOn: [], messageTypes: [] }, ['DELIVERED', 'GONE', 'FORM', 'NEW']],
		[{}, ['DELIVERED', 'GONE', 'FORM', 'NEW']],
	])('%j let pass %j', async (parameters, expected) => {
		expect(await tokens(parameters)).toEqual(expected);
	});

	it.each<Call['parameters']>([
		{ triggerOn: 2 },
		{ triggerOn: true },
		{ triggerOn: [2] },
		{ triggerOn: { delivered: true } },
		{ triggerOn: [{ delivered: true }] },
	])('%j are not taken for all: the workflow may remove whom it is started for', async (given) => {
		const { items } = await callTrigger({ body, signature: sign(), parameters: given });
		expect(items).toBeUndefined();
	});

	it('acknowledge a call of which nothing passes, and start nothing', async () => {
		expect(await tokens({ triggerOn: ['throttled'] })).toBeUndefined();
	});

	it('let everything pass while the editor listens for a test event', async () => {
		for (const parameters of [{ triggerOn: ['throttled'] }, { messageTypes: ['call'] }]) {
			expect(await tokens(parameters, 'manual')).toEqual(['DELIVERED', 'GONE', 'FORM', 'NEW']);
		}
	});

	it('are all that listening lifts', async () => {
		const listening = { mode: 'manual' as const, parameters: { triggerOn: ['throttled'] } };
		await expectRefused({ ...listening, signature: null }, 401, 'missing');
		await expectRefused(
			{ ...listening, signature: sign({ key: Buffer.alloc(3, 1) }) },
			401,
			'mismatch',
		);
		const stale = sign({ timestamp: Date.now() - 301_000 });
		await expectRefused({ ...listening, signature: stale }, 401, 'stale');
		const signature = sign();
		expect((await callTrigger({ ...listening, signature })).items).toHaveLength(1);
		expect((await callTrigger({ ...listening, signature })).items).toBeUndefined();
		await expectRefused({ ...listening, signature, body }, 401, 'replay');
	});
});
