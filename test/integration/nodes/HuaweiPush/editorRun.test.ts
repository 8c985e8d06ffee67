import type { IExecutionContext, WorkflowExecuteMode } from 'n8n-workflow';

import { randomUUID } from 'node:crypto';

import { useSandbox } from '../../../builders/useSandbox';
import { credentialsOf, customers, MESSAGE, push } from './pushRun';
import type { EngineOptions } from '../../../builders/engine';

const sandbox = useSandbox();

const sentTo = () =>
	sandbox.store.messages.flatMap(({ body }) => {
		const { pushOptions, target } = body as {
			pushOptions?: { testMessage?: boolean };
			target: { token: string[] };
		};
		return target.token.map((token) => ({ token, test: pushOptions?.testMessage === true }));
	});

const context = (
	source: WorkflowExecuteMode,
	trigger = 'n8n-nodes-base.scheduleTrigger',
): IExecutionContext => ({
	version: 1,
	establishedAt: 0,
	source,
	triggerNode: { name: 'Root', type: trigger },
});

const MANUAL = 'n8n-nodes-base.manualTrigger';

type Root = Pick<EngineOptions, 'mode' | 'rootMode' | 'executionContext' | 'callerContext'>;

const EDITOR: Array<[string, Root]> = [
	['Execute', { mode: 'manual' }],
	['an evaluation', { mode: 'evaluation' }],
	['a retry of an editor run', { mode: 'retry', executionContext: context('manual') }],
	['a retry of an evaluation', { mode: 'retry', executionContext: context('evaluation') }],
	[
		'a sub-workflow of an editor run',
		{ mode: 'integrated', rootMode: 'manual', executionContext: context('integrated') },
	],
	['a sub-workflow of an evaluation', { mode: 'integrated', rootMode: 'evaluation' }],
	[
		'a sub-workflow, n8n not saying whose, below a manual trigger',
		{ mode: 'integrated', executionContext: context('integrated', MANUAL) },
	],
	[
		'a sub-workflow of a retry of an editor run',
		{ mode: 'integrated', rootMode: 'retry', executionContext: context('integrated', MANUAL) },
	],
	[
		'a sub-workflow of a retry of a schedule run by hand',
		{ mode: 'integrated', rootMode: 'retry', callerContext: context('manual') },
	],
	[
		"an AI agent's workflow tool in the editor's chat",
		{
			mode: 'integrated',
			callerContext: context('manual', '@n8n/n8n-nodes-langchain.chatTrigger'),
		},
	],
];

const PRODUCTION: Array<[string, Root]> = [
	...(['trigger', 'webhook', 'chat', 'internal', 'cli', 'error'] as const).map(
		(mode): [string, Root] => [mode, { mode }],
	),
	[
		'a command line run of a manual trigger',
		{ mode: 'cli', executionContext: context('cli', MANUAL) },
	],
	['a retry of a schedule', { mode: 'retry', executionContext: context('trigger') }],
	['a retry of a webhook', { mode: 'retry', executionContext: context('webhook') }],
	['a retry, n8n not saying of what', { mode: 'retry' }],
	[
		'a sub-workflow of a schedule',
		{ mode: 'integrated', rootMode: 'trigger', executionContext: context('integrated') },
	],
	['a sub-workflow of a webhook', { mode: 'integrated', rootMode: 'webhook' }],
	[
		'a sub-workflow of the command line',
		{ mode: 'integrated', rootMode: 'cli', executionContext: context('integrated', MANUAL) },
	],
	['a sub-workflow, n8n not saying whose', { mode: 'integrated' }],
	[
		'a sub-workflow of a retry of a schedule',
		{ mode: 'integrated', rootMode: 'retry', callerContext: context('trigger') },
	],
	['a workflow tool in a hosted chat', { mode: 'integrated', callerContext: context('webhook') }],
];

const LIST = customers(25);

describe('a run from the editor', () => {
	it.each(EDITOR)('%s sends a test message to the first ten tokens', async (_, root) => {
		const run = await push(sandbox, LIST, root);
		expect(sentTo()).toEqual(
			LIST.slice(0, 10).map(({ pushToken }) => ({ token: pushToken, test: true })),
		);
		expect(run.told).toHaveLength(25);
		expect(run.told.slice(10).every(({ reason }) => reason === 'manualRun')).toBe(true);
		expect(run.outputs[0]?.every(({ json }) => json.testMessage === true)).toBe(true);
		expect(run.hints[0]?.message).toMatch(/^Test message \(run from the editor\): 10 accepted/);
		expect(run.hints[1]?.message).toContain('Test Tokens');
	});

	it.each<[string, (id: string) => Partial<EngineOptions>]>([
		['a loop', (executionId) => ({ executionId, mode: 'manual' })],
		[
			'a sub-workflow that is called item by item',
			(callerId) => ({ callerId, mode: 'integrated', rootMode: 'manual' }),
		],
		['an evaluation', (evaluationRunId) => ({ evaluationRunId, mode: 'evaluation' })],
	])('%s reaches no more than the first ten of all its runs', async (_, belongTo) => {
		const belonging = belongTo(randomUUID());
		const told: Array<string | undefined> = [];
		for (let at = 0; at < LIST.length; at += 4) {
			const run = await push(sandbox, LIST.slice(at, at + 4), belonging);
			told.push(...run.told.map(({ reason }) => reason));
		}
		expect(sentTo().map(({ token }) => token)).toEqual(
			LIST.slice(0, 10).map(({ pushToken }) => pushToken),
		);
		expect(told.filter((reason) => reason === 'manualRun')).toHaveLength(15);
	});

	it('runs beside each other reach no more than ten together', async () => {
		const executionId = randomUUID();
		await Promise.all(
			LIST.map(
				async (customer) => await push(sandbox, [customer], { executionId, mode: 'manual' }),
			),
		);
		expect(sentTo()).toHaveLength(10);
	});

	it('says nothing of customers where nobody got it', async () => {
		const [first] = LIST;
		sandbox.state.scripts.set(String(first?.pushToken), { reason: 'tokenFormatError' });
		const { hints } = await push(sandbox, LIST.slice(0, 1), { mode: 'manual' });
		expect(hints.map(({ message }) => message).join()).not.toContain('those got the test message');
	});

	it.each(EDITOR)('%s sends to all where the operator chose so', async (_, root) => {
		const parameters = { ...MESSAGE, manualDelivery: 'same' };
		const run = await push(sandbox, LIST, { ...root, parameters });
		expect(sentTo()).toHaveLength(25);
		expect(sentTo().some(({ test }) => test)).toBe(false);
		expect(run.outputs[0]?.some(({ json }) => 'testMessage' in json)).toBe(false);
	});
});

describe('a run in production', () => {
	it.each(PRODUCTION)('%s is never made a test', async (_, root) => {
		const run = await push(sandbox, LIST, root);
		expect(sentTo()).toEqual(LIST.map(({ pushToken }) => ({ token: pushToken, test: false })));
		expect(run.hints.map(({ message }) => message)).toEqual(['25 accepted, 0 problems']);
	});
});

describe('Test Tokens of the credential', () => {
	const withTestTokens = (testTokens: unknown) => ({
		credentials: { ...credentialsOf(sandbox), testTokens: testTokens as string },
	});

	it('get the message of the first item, and nobody of the list gets any', async () => {
		const parameters = { ...MESSAGE, body: '=Hello {{ $json.name }}' };
		const run = await push(sandbox, LIST, {
			...withTestTokens('my-phone, my-tablet'),
			mode: 'manual',
			parameters,
		});
		expect(sentTo()).toEqual([
			{ token: 'my-phone', test: true },
			{ token: 'my-tablet', test: true },
		]);
		expect(JSON.stringify(sandbox.store.messages[0]?.body)).toContain('Hello Customer 0');
		expect(run.told.slice(0, 2)).toMatchObject([
			{ pushToken: 'my-phone', outcome: 'accepted', output: 0, item: 0 },
			{ pushToken: 'my-tablet', outcome: 'accepted', output: 0, item: 0 },
		]);
		expect(run.told.slice(2)).toMatchObject(
			LIST.map(({ pushToken }, item) => ({ pushToken, item, reason: 'manualRun', output: 1 })),
		);
		expect(run.hints[0]?.message).toBe(
			'Test message (run from the editor): 2 accepted, 25 problems: 25 held back in a run from the editor',
		);
		expect(run.hints).toHaveLength(1);
	});

	it('are used where the first customer has no token, too', async () => {
		const run = await push(sandbox, [{ name: 'No phone' }, ...LIST], {
			...withTestTokens('my-phone'),
			mode: 'manual',
		});
		expect(sentTo()).toEqual([{ token: 'my-phone', test: true }]);
		expect(run.told).toHaveLength(27);
	});

	it('do not save a faulty message', async () => {
		const run = await push(sandbox, LIST, {
			...withTestTokens('my-phone'),
			mode: 'manual',
			parameters: { ...MESSAGE, title: '={{ "" }}' },
		});
		expect(sentTo()).toEqual([]);
		expect(run.error?.message).toContain('Title');
	});

	it.each(['', '   ', ' , ;\n', undefined])(
		'%j are none: the first ten tokens are taken',
		async (none) => {
			await push(sandbox, LIST, { ...withTestTokens(none), mode: 'manual' });
			expect(sentTo()).toHaveLength(10);
		},
	);

	it.each([
		['objects', '[{"token":"my-phone"}]'],
		['objects of an expression', [{ token: 'my-phone' }]],
		['an object', { token: 'my-phone' }],
		['a link', 'https://example.com/our-test-devices'],
		['a word for none', 'none'],
	])('that are %s reach nobody of the list in their stead', async (_, odd) => {
		const run = await push(sandbox, LIST, { ...withTestTokens(odd), mode: 'manual' });
		expect(sentTo()).toEqual([]);
		expect(run.error?.message).toBe('Test Tokens is filled in, but holds no push token');
		expect(run.error?.description).toMatch(/^Nothing was sent\. .*empty Test Tokens/);
		await push(sandbox, LIST, withTestTokens(odd));
		expect(sentTo()).toHaveLength(LIST.length);
	});

	it.each([
		['production', MESSAGE],
		['Delivery: Test Message in production', { ...MESSAGE, delivery: 'test' }],
	])('change nothing for %s', async (_, parameters) => {
		await push(sandbox, LIST, { ...withTestTokens('my-phone'), parameters });
		expect(sentTo().map(({ token }) => token)).toEqual(LIST.map(({ pushToken }) => pushToken));
	});
});
