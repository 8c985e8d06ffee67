/** Recipients > From a File: a file that n8n itself made, kept and gives out again as a stream. */
import axios from 'axios';
import type { Page } from 'playwright-core';

import type { SavedWorkflow, Workflow } from '../../scripts/n8n/workflow';
import { makeCustomerWorkflow, START } from './setup/customerWorkflow';
import { useEditor } from './setup/editor';
import { ownerClient, readSharedStack } from './setup/sharedStack';
import { runWell } from './setup/workflowRuns';

const SEND = 'Send to the file';
const CUSTOMERS = 1500;

const stack = readSharedStack();
const client = ownerClient(stack);
const editor = useEditor();

function makeWorkflow(parameters: object): Workflow {
	const jsCode = `return Array.from({ length: ${CUSTOMERS} }, (_, index) => ({ json: {
		name: 'Customer; "' + index + '"', pushToken: 'file-token-' + String(index).padStart(30, '0') } }));`;
	const sender = {
		name: SEND,
		account: stack.credentials.account,
		fromFile: true,
		parameters: {
			recipients: 'file',
			binaryField: 'data',
			fileColumn: 'pushToken',
			title: 'Offers',
			body: 'Three new deals near you',
			...parameters,
		},
	};
	return makeCustomerWorkflow('Recipients from a file', jsCode, [sender]);
}

beforeEach(async () => await axios.delete(`${stack.sandboxUrl}/sandbox`));

async function acceptedTokens(): Promise<number> {
	const { data } = await axios.get<{ counts: { acceptedTokens: number } }>(
		`${stack.sandboxUrl}/sandbox`,
	);
	return data.counts.acceptedTokens;
}

/** The item of counts that a run gave. */
async function run(parameters: object) {
	const workflow = await client.createWorkflow(makeWorkflow(parameters));
	const execution = await runWell(client, workflow, START);
	return execution.listItems(SEND)[0]?.json;
}

async function openSend(workflow: SavedWorkflow): Promise<Page> {
	const { page } = editor;
	await page.goto(`${stack.n8nUrl}/workflow/${workflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: SEND }).dblclick();
	return page;
}

it('sends to everybody in the file once, and counts', async () => {
	expect(await run({ manualDelivery: 'same' })).toMatchObject({
		accepted: CUSTOMERS,
		rows: CUSTOMERS,
		messages: [{ accepted: CUSTOMERS, requests: 2 }],
	});
	expect(await acceptedTokens()).toBe(CUSTOMERS);
});

it('reaches nobody of the file by a click in the editor but the first ten', async () => {
	expect(await run({})).toMatchObject({ accepted: 10, skipped: CUSTOMERS - 10 });
	expect(await acceptedTokens()).toBe(10);
});

it('tells how many it would reach', async () => {
	expect(await run({ delivery: 'plan' })).toMatchObject({
		outcome: 'plan',
		recipients: CUSTOMERS,
		requests: 2,
	});
	expect(await acceptedTokens()).toBe(0);
});

it('asks in the editor for the file and its column, and for nothing of items', async () => {
	const page = await openSend(await client.createWorkflow(makeWorkflow({})));
	await page.getByText('Input Binary Field', { exact: true }).waitFor();
	await page.getByText('Column', { exact: true }).waitFor();
	expect(await page.getByText('Token Field', { exact: true }).count()).toBe(0);
	await editor.keepScreenshot('recipients-file');
	await page.getByTestId('node-execute-button').first().click();
	await page.getByText('10 accepted').first().waitFor();
	await editor.keepScreenshot('recipients-file-run');
});
