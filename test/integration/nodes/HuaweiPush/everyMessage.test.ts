import location from '../../../../examples/messages/location.json';
import mdm from '../../../../examples/messages/mdm.json';
import { useSandbox } from '../../../builders/useSandbox';
import { REVOKE_EXAMPLE, SEND_EXAMPLES, TOKEN_A, TOKEN_B } from '../../../builders/bodies';
import { FORM_EXAMPLES } from '../../../builders/nodeParameters';
import { runNode } from '../../../builders/engine';

const sandbox = useSandbox();

const credentials = () => ({
	keyFormat: 'json',
	serviceAccountKey: JSON.stringify(sandbox.keyFile),
	clientId: sandbox.clientId,
	baseUrl: sandbox.url,
});

const NAMES = Object.keys(SEND_EXAMPLES) as Array<keyof typeof SEND_EXAMPLES>;

describe.each(NAMES)('%s', (name) => {
	const { body, pushType } = SEND_EXAMPLES[name];
	const { resource, operation, parameters } = FORM_EXAMPLES[name];
	const items = body.target.token.map((pushToken) => ({ pushToken }));
	const { testMessage, ...pushOptions } = { testMessage: false, ...body.pushOptions };

	it.each([
		['the form', { ...parameters }],
		[
			'the payload as an object',
			{ specifyMessage: 'json', payload: body.payload, options: pushOptions },
		],
		[
			'the payload as text',
			{ specifyMessage: 'json', payload: JSON.stringify(body.payload), options: pushOptions },
		],
	])('goes out of %s exactly as documented', async (_way, ways) => {
		const { outputs, error } = await runNode({
			parameters: { resource, operation, delivery: testMessage ? 'test' : 'production', ...ways },
			items,
			credentials: credentials(),
		});
		expect(error).toBeUndefined();
		expect(outputs[1]).toEqual([]);
		expect(outputs[0]).toHaveLength(items.length);
		expect(sandbox.store.messages).toHaveLength(1);
		const [message] = sandbox.store.messages;
		expect(message?.body).toEqual(body);
		expect(message?.pushType).toBe(pushType);
		expect(message?.url).toBe(`/v3/${sandbox.projectId}/messages:send`);
	});
});

describe('Revoke', () => {
	it.each([
		['notification', 0],
		['textToSpeech', 2],
	])('withdraws a %s message by notify ID and Client ID', async (resource, pushType) => {
		const { outputs, error } = await runNode({
			parameters: { resource, operation: 'revoke', notifyId: 4711 },
			items: [TOKEN_A, TOKEN_B].map((pushToken) => ({ pushToken })),
			credentials: credentials(),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json.outcome)).toEqual(['accepted', 'accepted']);
		const [revocation] = sandbox.store.revocations;
		expect(revocation).toMatchObject({
			url: `/v1/${sandbox.clientId}/messages:revoke`,
			pushType,
			body: REVOKE_EXAMPLE.body,
		});
	});

	it('says where the Client ID is to be found if neither node nor credential has one', async () => {
		const { error } = await runNode({
			parameters: { operation: 'revoke', notifyId: 4711 },
			items: [{ pushToken: TOKEN_A }],
			credentials: { ...credentials(), clientId: '' },
		});
		expect(error?.message).toContain('Client ID is missing');
		expect(error?.message).toContain('App information');
		expect(sandbox.store.revocations).toEqual([]);
	});

	it('revokes what was sent with an automatic notify ID, from the items of the Accepted output', async () => {
		const sent = await runNode({
			parameters: {
				category: 'WORK',
				title: 'Approval waiting',
				body: 'Order 4711',
				additionalFields: { notifyIdMode: 'automatic' },
			},
			items: [{ pushToken: TOKEN_A }, { pushToken: TOKEN_B }],
			credentials: credentials(),
		});
		const accepted = sent.outputs[0]?.map(({ json }) => json) ?? [];
		expect(new Set(accepted.map(({ notifyId }) => notifyId)).size).toBe(1);
		expect(sandbox.store.messages).toHaveLength(1);
		await runNode({
			parameters: { operation: 'revoke', notifyId: '={{ $json.notifyId }}' },
			items: accepted,
			credentials: credentials(),
		});
		expect(sandbox.store.messages[0]?.revokedTokens).toEqual([TOKEN_A, TOKEN_B]);
	});
});

describe('Location, MDM and Custom Message', () => {
	it.each([
		['location', location.body.payload, {}, 9],
		['mdm', mdm.body.payload, {}, 11],
		['custom', { extraData: 'anything' }, { pushType: 6 }, 6],
	])('%s: sends the payload as it is', async (resource, payload, parameters, pushType) => {
		const { error } = await runNode({
			parameters: { resource, operation: 'send', payload, ...parameters },
			items: [{ pushToken: TOKEN_A }],
			credentials: credentials(),
		});
		expect(error).toBeUndefined();
		expect(sandbox.store.messages[0]?.pushType).toBe(pushType);
		expect(sandbox.store.messages[0]?.body).toEqual({ payload, target: { token: [TOKEN_A] } });
	});
});
