/** Output > Problems Only: the books still balance, and what was sent can still be withdrawn. */
import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../../builders/useSandbox';
import { count, customers, MESSAGE, PERSONAL, push, strike } from '../pushRun';

const sandbox = useSandbox();

const problemsOnly = (parameters: object, more: object = {}) => ({
	parameters: { ...parameters, options: { output: 'problems' } },
	...more,
});

const refuse = (token: string) => sandbox.state.scripts.set(token, { reason: 'tokenFormatError' });

const notifyIds = (messages: unknown) =>
	(Array.isArray(messages) ? messages : []).map(({ notifyId }: { notifyId?: number }) => notifyId);

it('counts what was accepted in one item, and tells each problem as ever', async () => {
	const items = customers(2500);
	for (const { pushToken } of items.slice(0, 3)) refuse(String(pushToken));
	const all = await push(sandbox, items, { parameters: MESSAGE });
	sandbox.reset();
	for (const { pushToken } of items.slice(0, 3)) refuse(String(pushToken));
	const { outputs, hints, told } = await push(sandbox, items, problemsOnly(MESSAGE));
	const [accepted = [], problems = []] = outputs;
	expect(accepted.map(({ json }) => json)).toEqual([
		{
			accepted: 2497,
			rejected: 3,
			failed: 0,
			unknown: 0,
			skipped: 0,
			messages: [
				expect.objectContaining({
					messageType: 'notification',
					notifyId: expect.any(Number),
					accepted: 2497,
					rejected: 3,
					requests: 3,
				}),
			],
		},
	]);
	expect(problems.map(({ json }) => [json.pushToken, json.outcome])).toEqual(
		all.told
			.filter(({ outcome }) => outcome !== 'accepted')
			.map((one) => [one.pushToken, one.outcome]),
	);
	expect(told).toHaveLength(1 + 3);
	expect(hints.map(({ message }) => message).join()).toContain('2,497 accepted, 3 problems');
});

it('has the item even where nobody was reached, because somebody waits for it', async () => {
	const items = customers(3);
	for (const { pushToken } of items) refuse(String(pushToken));
	const { outputs } = await push(sandbox, items, problemsOnly(MESSAGE));
	expect(outputs.map(({ length }) => length)).toEqual([1, 3]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ accepted: 0, rejected: 3 });
});

it('counts what a run from the editor held back with the message that the others got', async () => {
	const { outputs } = await push(sandbox, customers(15), problemsOnly(MESSAGE, { mode: 'manual' }));
	expect(outputs[0]?.[0]?.json.messages).toEqual([
		expect.objectContaining({ testMessage: true, accepted: 10, skipped: 5 }),
	]);
});

it('names no message for Revoke that nobody can have got', async () => {
	const items = [...customers(1), { pushToken: 'no name', name: '' }];
	const { outputs } = await push(
		sandbox,
		items,
		problemsOnly(
			{ ...MESSAGE, body: '=Hello {{name}}' },
			{ settings: { onError: 'continueRegularOutput' } },
		),
	);
	expect(notifyIds(outputs[0]?.[0]?.json.messages)).toEqual([expect.any(Number), undefined]);
});

it('lists every message of a personalised campaign', async () => {
	const { outputs } = await push(sandbox, customers(20), problemsOnly(PERSONAL));
	const messages = outputs[0]?.[0]?.json.messages;
	expect(messages).toHaveLength(20);
	expect(new Set(notifyIds(messages)).size).toBe(20);
});

it('names the message for Revoke, which withdraws it from the same list', async () => {
	const items = customers(5);
	const { outputs } = await push(sandbox, items, problemsOnly(MESSAGE));
	const [notifyId = 0] = notifyIds(outputs[0]?.[0]?.json.messages);
	const list = items.map((item) => ({ ...item, notifyId }));
	const revoked = await push(sandbox, list, {
		parameters: { resource: 'notification', operation: 'revoke' },
	});
	expect(count(revoked, 'accepted')).toBe(5);
});

it.each([
	[1, { item: 0 }],
	[3, [{ item: 0 }, { item: 1 }, { item: 2 }]],
	[1001, undefined],
])('with %d items is paired as it can be', async (number, paired) => {
	const { outputs } = await push(sandbox, customers(number), problemsOnly(MESSAGE));
	expect(outputs[0]?.[0]?.pairedItem).toEqual(paired);
});

it('leaves items that could not be sent where they were', async () => {
	const items = [...customers(2), { pushToken: '' }, { pushToken: 'no name', name: '' }];
	const { outputs } = await push(
		sandbox,
		items,
		problemsOnly(
			{ ...MESSAGE, body: '=Hello {{name}}' },
			{ settings: { onError: 'continueRegularOutput' } },
		),
	);
	expect(outputs[0]?.[0]?.json).toMatchObject({ accepted: 2, failed: 1, skipped: 1 });
	expect(outputs[1]).toHaveLength(2);
});

it('says the same of requests of which nobody knows', async () => {
	strike(sandbox, '500AfterAcceptance');
	const { outputs } = await push(sandbox, customers(2), problemsOnly(MESSAGE));
	expect(outputs[0]?.[0]?.json).toMatchObject({ accepted: 0, unknown: 2 });
	expect(outputs[1]).toHaveLength(2);
});

it('is nothing for an AI agent and a dry run', async () => {
	const nodeType = 'n8n-nodes-huawei-push.huaweiPushTool';
	const parameters = { ...MESSAGE, recipients: 'inputField' };
	const tool = await push(sandbox, customers(3), problemsOnly(parameters, { nodeType }));
	expect(tool.told.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
	const dry = await push(sandbox, customers(3), problemsOnly({ ...MESSAGE, delivery: 'dryRun' }));
	expect(dry.outputs[0]?.[0]?.json).toHaveProperty('body');
});

const withOutput = async (output: IDataObject[string]) =>
	await push(sandbox, [{ ...customers(1)[0], output }], {
		parameters: { ...MESSAGE, options: { output: '={{ $json.output }}' } },
	});

it.each(['some', 'ALL', {}, ['all'], true, 1])(
	'refuses a word that is none before anything is sent: %j',
	async (output) => {
		const { error } = await withOutput(output);
		expect(error?.message).toBe('Output must be All (all) or Problems Only (problems)');
		expect(sandbox.store.received).toBe(0);
	},
);

it.each([
	[' problems\n', 'messages'],
	['', 'pushToken'],
	[null, 'pushToken'],
	[undefined, 'pushToken'],
])('takes the word %j as n8n gives it', async (output, member) => {
	const { outputs } = await withOutput(output);
	expect(outputs[0]?.[0]?.json).toHaveProperty(member);
});
