import { useSandbox } from '../../../builders/useSandbox';
import { runNode } from '../../../builders/engine';

const sandbox = useSandbox();

const credentials = () => ({
	keyFormat: 'json',
	serviceAccountKey: JSON.stringify(sandbox.keyFile),
	clientId: sandbox.clientId,
	baseUrl: sandbox.url,
});

const message = {
	category: 'MARKETING',
	title: 'Weekend offers',
	body: 'Three new deals near you',
};

describe('Notification: Send', () => {
	it('sends one message to 2,500 customers in three requests and reports each of them', async () => {
		const items = Array.from({ length: 2500 }, (_, index) => ({ pushToken: `token-${index}` }));
		const { outputs, error, credentialReads } = await runNode({
			parameters: message,
			items,
			credentials: credentials(),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(2500);
		expect(outputs[1]).toEqual([]);
		expect(outputs[0]?.[1234]).toMatchObject({
			json: {
				pushToken: 'token-1234',
				outcome: 'accepted',
				messageType: 'notification',
				code: '80000000',
			},
			pairedItem: { item: 1234 },
		});
		expect(credentialReads).toBe(1);
	});
});

const customers = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ pushToken: `token-${index}` }));

const bodies = () =>
	sandbox.store.messages.map(
		({ body }) => body as { pushOptions?: { testMessage?: boolean }; target: { token: string[] } },
	);

describe('a click on Execute in the editor', () => {
	it('sends a test message to the first ten tokens and holds the others back', async () => {
		const { outputs } = await runNode({
			parameters: message,
			items: customers(25),
			credentials: credentials(),
			mode: 'manual',
		});
		expect(bodies()).toHaveLength(1);
		expect(bodies()[0]).toMatchObject({
			pushOptions: { testMessage: true },
			target: { token: customers(10).map(({ pushToken }) => pushToken) },
		});
		expect(outputs[0]).toHaveLength(10);
		expect(outputs[1]).toHaveLength(15);
		expect(outputs[1]?.[0]).toMatchObject({
			json: { pushToken: 'token-10', outcome: 'skipped', reason: 'manualRun' },
			pairedItem: { item: 10 },
		});
	});

	it('does what Delivery says where the operator chose so', async () => {
		const { outputs } = await runNode({
			parameters: { ...message, manualDelivery: 'same' },
			items: customers(25),
			credentials: credentials(),
			mode: 'manual',
		});
		expect(outputs[0]).toHaveLength(25);
		expect(bodies()[0]?.pushOptions).toBeUndefined();
	});
});

describe('Delivery: Test Message', () => {
	it('sends ten tokens a request and warns of a run that uses a tenth of the quota', async () => {
		const { hints } = await runNode({
			parameters: { ...message, delivery: 'test' },
			items: customers(1000),
			credentials: credentials(),
		});
		expect(bodies()).toHaveLength(100);
		expect(bodies().every(({ pushOptions }) => pushOptions?.testMessage === true)).toBe(true);
		expect(hints.map(({ message: text }) => text)).toContainEqual(
			expect.stringContaining('100 of the 1,000 test requests'),
		);
	});
});

function withoutId(body: unknown): unknown {
	return JSON.parse(JSON.stringify(body).replace(/"notifyId":\d+/, '"notifyId":0'));
}

describe('Delivery: Dry Run', () => {
	it('shows the exact requests and sends nothing', async () => {
		const parameters = { ...message, options: { ttl: 60 }, delivery: 'dryRun' };
		const { outputs } = await runNode({
			parameters,
			items: [...customers(1200), {}],
			credentials: credentials(),
		});
		expect(sandbox.store.messages).toEqual([]);
		expect(outputs[0]).toHaveLength(2);
		const { body, headers, bytes, ...rest } = outputs[0]?.[0]?.json ?? {};
		expect(rest).toMatchObject({ outcome: 'dryRun', tokens: 1000, maximumBytes: 4096 });
		expect(JSON.stringify(headers)).not.toContain('ey');
		expect(outputs[1]?.[0]?.json).toMatchObject({ outcome: 'skipped', reason: 'noToken' });

		await runNode({
			parameters: { ...parameters, delivery: 'production' },
			items: customers(1200),
			credentials: credentials(),
		});
		// An automatic ID is another in every run.
		expect(withoutId(bodies()[0])).toEqual(withoutId(body));
		const withoutTokens = { ...Object(body), target: { token: [] } };
		expect(bytes).toBe(Buffer.byteLength(JSON.stringify(withoutTokens)));
	});
});

describe('recipients', () => {
	it.each([
		['a path', { tokenField: 'devices[0].token' }, { devices: [{ token: 'T1' }] }, ['T1']],
		['a list of the item', { tokenField: 'tokens' }, { tokens: ['T1', 'T2'] }, ['T1', 'T2']],
		['a name with dots', { tokenField: 'push.token' }, { 'push.token': 'T1' }, ['T1']],
		[
			'a list entered below',
			{ recipients: 'defined', pushTokens: 'T1, T2\nT3' },
			{},
			['T1', 'T2', 'T3'],
		],
		[
			'a list kept as JSON text',
			{ tokenField: 'tokens' },
			{ tokens: '["T1", "T2"]' },
			['T1', 'T2'],
		],
		['a token in quotes', { tokenField: 'token' }, { token: '"T1"' }, ['T1']],
		['an expression', { tokenField: '={{ $json.token }}' }, { token: 'T1' }, ['T1']],
		['a path typed as in an expression', { tokenField: '$json.token' }, { token: 'T1' }, ['T1']],
		[
			'an expression that gives a list',
			{ recipients: 'defined', pushTokens: '={{ $json.all }}' },
			{ all: ['T1', 'T2'] },
			['T1', 'T2'],
		],
	])('are read from %s', async (_from, parameters, item, tokens) => {
		const { outputs } = await runNode({
			parameters: { ...message, ...parameters },
			items: [item],
			credentials: credentials(),
		});
		expect(outputs[0]?.map(({ json }) => json.pushToken)).toEqual(tokens);
	});
});

describe('what would go wrong silently', () => {
	const refused = async (parameters: object, item: object = { pushToken: 'T1' }) => {
		const { error } = await runNode({
			parameters: { ...message, ...parameters },
			items: [{ ...item }],
			credentials: credentials(),
		});
		expect(sandbox.store.messages).toEqual([]);
		return error?.message;
	};

	it('an object in a text is refused', async () => {
		expect(await refused({ title: '={{ $json }}' })).toContain('Title is given an object');
	});

	it('a whole request in place of its payload is refused', async () => {
		const payload = { payload: {}, target: { token: [] } };
		expect(await refused({ specifyMessage: 'json', payload })).toContain('holds a whole request');
	});

	it('a fixed notify ID without a number is refused', async () => {
		const additionalFields = { notifyIdMode: 'fixed' };
		expect(await refused({ additionalFields })).toContain('Notify ID (Fixed) is empty');
	});
});
