/** The action as a tool of n8n's AI Agent: what a model can do with it, what it is told, and what the editor shows. */
import axios from 'axios';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import {
	connectCredentials,
	type SavedCredential,
	type SavedWorkflow,
} from '../../scripts/n8n/workflow';
import { readExample } from '../../scripts/start/demonstration';
import { SandboxClient } from '../../scripts/start/sandboxClient';
import { publishAgent, TOOL_NAME } from './setup/agentWorkflow';
import { useEditor } from './setup/editor';
import { FakeModel } from './setup/fakeModel';
import { ownerClient, readSharedStack } from './setup/sharedStack';
import { changeNode } from './setup/workflowRuns';

interface Sent {
	body: {
		payload: { notification: { title: string; body: string } };
		target: { token: string[] };
	};
	acceptedTokens: string[];
	testMessage: boolean;
}

/** The last ones with tools that run inside the agent, and the newest, whose tools n8n's engine runs. */
const VERSIONS = [2.2, 3.1];
const MESSAGE = { title: 'Lunch', body: 'It is ready.' };

const stack = readSharedStack();
const client = ownerClient(stack);
let sandbox: Sandbox;
let model: FakeModel;
let account: SavedCredential;
let openAi: SavedCredential;
const agents = new Map<number, SavedWorkflow>();

const pathOf = (version: number) => `agent-tool-${version}`;

beforeAll(async () => {
	[sandbox, model] = await Promise.all([startSandbox(), FakeModel.start()]);
	account = await client.createCredential('Account of the agent', 'huaweiPushApi', {
		keyFormat: 'json',
		serviceAccountKey: JSON.stringify(sandbox.keyFile),
		baseUrl: sandbox.url,
	});
	openAi = await client.createCredential('Fake model', 'openAiApi', {
		apiKey: 'none',
		url: model.url,
	});
	for (const version of VERSIONS) {
		const place = { version, path: pathOf(version) };
		agents.set(version, await publishAgent(client, { account, model: openAi }, place));
	}
}, 60_000);

afterAll(async () => {
	await Promise.all([sandbox?.close(), model?.close()]);
});

beforeEach(async () => await axios.delete(`${sandbox.url}/sandbox`));

async function listSent(): Promise<Sent[]> {
	const { data } = await axios.get<{ messages: Sent[] }>(`${sandbox.url}/sandbox/messages`);
	return data.messages;
}

/** Makes the model call the tool; returns what the tool told it. The agent's answer quotes the same. */
async function callTool(version: number, toolArguments: Record<string, string>): Promise<unknown> {
	model.willCallWith(toolArguments);
	const { data } = await axios.post<{ output: string }>(
		`${stack.n8nUrl}/webhook/${pathOf(version)}`,
		{ text: 'Tell them that lunch is ready.' },
	);
	const [told = ''] = model.toolResults;
	expect(model.toolResults).toHaveLength(1);
	expect(data.output).toBe(`Told: ${told}`);
	return JSON.parse(told);
}

describe.each(VERSIONS)('AI Agent %s', (version) => {
	test('sends to the two tokens that the model names, and tells it so', async () => {
		const told = await callTool(version, { pushTokens: 'agent-one, agent-two', ...MESSAGE });
		expect(told).toMatchObject([
			{ pushToken: 'agent-one', outcome: 'accepted' },
			{ pushToken: 'agent-two', outcome: 'accepted' },
		]);
		expect(await listSent()).toMatchObject([
			{
				acceptedTokens: ['agent-one', 'agent-two'],
				body: { payload: { notification: MESSAGE } },
				testMessage: false,
			},
		]);
		expect(model.offeredTools).toMatchObject([
			{ name: 'Huawei_Push_Kit', parameters: { required: ['pushTokens', 'title', 'body'] } },
		]);
	});

	test('tells the model in words of a refused token', async () => {
		await new SandboxClient(sandbox.url).scriptToken('agent-dead', { reason: 'tokenFormatError' });
		const told = await callTool(version, { pushTokens: 'agent-dead,agent-one', ...MESSAGE });
		expect(told).toEqual([
			expect.objectContaining({ pushToken: 'agent-one', outcome: 'accepted' }),
			expect.objectContaining({
				pushToken: 'agent-dead',
				outcome: 'rejected',
				verdict: 'remove',
				advice: expect.stringContaining('Remove this token'),
			}),
		]);
	});

	test('sends nothing to eleven, and tells the model once', async () => {
		const eleven = Array.from({ length: 11 }, (_, index) => `agent-${index}`);
		const told = await callTool(version, { pushTokens: eleven.join(','), ...MESSAGE });
		expect(told).toEqual([
			{
				outcome: 'failed',
				reason: 'notReady',
				verdict: 'fixSetup',
				advice: expect.stringMatching(
					/^This run would reach 11 different push tokens, more than Maximum Recipients allows \(10\)\. Nothing was sent\./,
				),
			},
		]);
		expect(await listSent()).toEqual([]);
	});

	test('reads nothing that the model writes as an expression or a merge field', async () => {
		const message = { title: '={{ 6 * 7 }}', body: '{{name}} {{ $json.body }} [status]' };
		await callTool(version, { pushTokens: '["agent-one"]', ...message });
		expect(await listSent()).toMatchObject([
			{ acceptedTokens: ['agent-one'], body: { payload: { notification: message } } },
		]);
	});

	test.each([
		['a title', { pushTokens: 'agent-one', title: '', body: 'It is ready.' }, 'Title is empty.'],
		['a push token', { pushTokens: '', ...MESSAGE }, 'There is no push token.'],
	])('sends nothing without %s, and names what is missing', async (_, given, words) => {
		const told = await callTool(version, given);
		expect(told).toEqual([
			expect.objectContaining({
				outcome: expect.stringMatching(/^(failed|skipped)$/),
				advice: expect.stringContaining(words),
			}),
		]);
		expect(await listSent()).toEqual([]);
	});
});

describe('in the editor', () => {
	const editor = useEditor();

	test('the tool has its recipients defined below, and no pace', async () => {
		const { page } = editor;
		await page.goto(`${stack.n8nUrl}/workflow/${agents.get(3.1)?.id}`);
		await page.getByTestId('canvas-node').filter({ hasText: TOOL_NAME }).first().dblclick();
		const recipients = page.getByTestId('parameter-input-recipients').locator('input').first();
		await recipients.waitFor();
		expect(await recipients.inputValue()).toBe('Defined Below');
		expect(await page.getByTestId('parameter-input-manualDelivery').count()).toBe(0);
		await editor.keepScreenshot('agent-tool');
		await page.getByPlaceholder('Add Option').or(page.getByText('Add Option')).last().click();
		const offered = page.locator('.el-select-dropdown__item:visible');
		await offered.filter({ hasText: 'Maximum Recipients' }).waitFor();
		await editor.keepScreenshot('agent-tool-options');
		const names = (await offered.allInnerTexts()).join('\n');
		expect(names).toContain('Batch Tag');
		expect(names).not.toContain('Max Tokens per Second');
		expect(names).not.toContain('Concurrent Requests');
	});

	test('the example sends what the model writes to the device of the operator, as a test', async () => {
		const example = connectCredentials(readExample('ai-agent'), [account, openAi]);
		const workflow = await client.createWorkflow(
			changeNode(example, 'Push to My Devices', { pushTokens: 'my-own-device' }),
		);
		model.willCallWith(MESSAGE);
		const { page } = editor;
		await page.goto(`${stack.n8nUrl}/workflow/${workflow.id}`);
		await page.getByTestId('workflow-chat-button').waitFor();
		await editor.keepScreenshot('ai-agent-example');
		await page.getByTestId('workflow-chat-button').click();
		const input = page.getByTestId('chat-input').or(page.locator('.chat-input textarea')).first();
		await input.click();
		await page.keyboard.type('Tell my phone that lunch is ready.');
		await page.keyboard.press('Enter');
		await page.getByText(/^Told: .*my-own-device/).first().waitFor();
		await editor.keepScreenshot('ai-agent-chat');
		expect(await listSent()).toMatchObject([
			{
				acceptedTokens: ['my-own-device'],
				body: { payload: { notification: MESSAGE } },
				testMessage: true,
			},
		]);
		expect(model.offeredTools[0]?.parameters.required).toEqual(['title', 'body']);
	});
});
