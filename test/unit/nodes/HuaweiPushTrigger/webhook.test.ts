import { bodyOf, callTrigger, expectRefused, sign, SUCCESS } from './receiptCall';

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

	async function tokens(parameters: { triggerOn?: string[]; messageTypes?: string[] }) {
		const { items, status } = await callTrigger({ body, signature: sign(), parameters });
		expect(status).toBe(200);
		return items?.map((item) => (item as { pushToken: string }).pushToken);
	}

	it.each([
		[{ triggerOn: ['tokenInvalid'] }, ['GONE']],
		[{ triggerOn: ['tokenInvalid', 'other'] }, ['GONE', 'NEW']],
		[{ messageTypes: ['form'] }, ['FORM']],
		[{ messageTypes: ['custom'] }, ['NEW']],
		[{ triggerOn: ['delivered'], messageTypes: ['notification'] }, ['DELIVERED']],
		[{ triggerOn: [], messageTypes: [] }, ['DELIVERED', 'GONE', 'FORM', 'NEW']],
		[{}, ['DELIVERED', 'GONE', 'FORM', 'NEW']],
	])('%j let pass %j', async (parameters, expected) => {
		expect(await tokens(parameters)).toEqual(expected);
	});

	it('acknowledge a call of which nothing passes, and start nothing', async () => {
		expect(await tokens({ triggerOn: ['throttled'] })).toBeUndefined();
	});
});
