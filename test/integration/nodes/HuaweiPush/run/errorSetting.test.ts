import type { IDataObject } from 'n8n-workflow';

import { retryWithoutWaiting, useSandbox } from '../../../../builders/useSandbox';
import {
	ALWAYS,
	credentialsOf,
	customers,
	expectConserved,
	MESSAGE,
	push,
	strike,
} from '../pushRun';

const sandbox = useSandbox();
retryWithoutWaiting();

describe('as a tool of an AI agent', () => {
	const tool = { nodeType: 'n8n-nodes-huawei-push.huaweiPushTool' };

	it('puts everything on the first output, and no error there that would send all again', async () => {
		const items = customers(4).map<IDataObject>((item, index) => ({
			...item,
			text: index < 2 ? '' : 'Hello',
		}));
		for (const { pushToken } of items.slice(2)) {
			sandbox.state.scripts.set(String(pushToken), { reason: 'tokenFormatError' });
		}
		const settings = {
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		} as const;
		const parameters = { ...MESSAGE, body: '={{ $json.text }}', recipients: 'inputField' };
		const run = await push(sandbox, items, { parameters, settings, ...tool });
		expectConserved(sandbox, items, run);
		expect(run.outputs.slice(1).flat()).toEqual([]);
		expect(run.outputs[0]).toHaveLength(4);
		expect(run.outputs[0]?.filter(({ json }) => json.error !== undefined)).toEqual([]);
		expect(run.outputs[0]?.[0]?.json).toMatchObject({ reason: 'faultyMessage', outcome: 'failed' });
		expect(sandbox.store.received).toBe(1);
	});

	it('tells the model what it has to mend, without an item that it knows nothing of', async () => {
		const parameters = { ...MESSAGE, title: '={{ $json.title }}', pushTokens: 'T1' };
		const run = await push(sandbox, [{ title: '' }], { parameters, ...tool });
		expect(run.error).toBeUndefined();
		expect(run.outputs.flat().map(({ json }) => json)).toEqual([
			{
				pushToken: 'T1',
				outcome: 'failed',
				reason: 'faultyMessage',
				verdict: 'fixMessage',
				advice: 'Title is empty. Enter a text.',
			},
		]);
	});

	it('tells the model of a fault of the set-up, too', async () => {
		strike(sandbox, 'code', { code: '80300002', status: 400, ...ALWAYS });
		const parameters = { ...MESSAGE, pushTokens: 'T1, T2' };
		const run = await push(sandbox, [{}], { parameters, ...tool });
		expect(run.error).toBeUndefined();
		expect(run.told).toMatchObject([
			{ pushToken: 'T1', outcome: 'failed', verdict: 'fixSetup', output: 0 },
			{ pushToken: 'T2', outcome: 'failed', verdict: 'fixSetup', output: 0 },
		]);
	});

	it('tells the model once of a credential that cannot sign', async () => {
		const credentials = { ...credentialsOf(sandbox), serviceAccountKey: '{}' };
		const parameters = { ...MESSAGE, pushTokens: 'T1, T2' };
		const run = await push(sandbox, [{}], { parameters, credentials, ...tool });
		expect(run.outputs.flat().map(({ json }) => json)).toEqual([
			expect.objectContaining({ outcome: 'failed', verdict: 'fixSetup' }),
		]);
	});

	it('fails where Stop Workflow was chosen', async () => {
		const parameters = { ...MESSAGE, title: '={{ $json.title }}', pushTokens: 'T1' };
		const run = await push(sandbox, [{ title: '' }], {
			parameters,
			settings: { onError: 'stopWorkflow' },
			...tool,
		});
		expect(run.error?.message).toBe('Item 1: Title is empty. Enter a text.');
	});

	it('sends to the tokens that the model names, unless told to read them from a field', async () => {
		const parameters = { ...MESSAGE, pushTokens: 'T1, T2' };
		const run = await push(sandbox, [{ query: 'tell them' }], { parameters, ...tool });
		expect(run.told.map(({ pushToken, outcome }) => [pushToken, outcome])).toEqual([
			['T1', 'accepted'],
			['T2', 'accepted'],
		]);
	});
});
