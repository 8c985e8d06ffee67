/** Variants and hours of each customer, from the editor as an operator sets them up. */
import axios from 'axios';

import type { Workflow } from '../../scripts/n8n/workflow';
import { makeCustomerWorkflow, START } from './setup/customerWorkflow';
import { useEditor } from './setup/editor';
import { ownerClient, readSharedStack } from './setup/sharedStack';
import { runWell } from './setup/workflowRuns';

const SEND = 'Send the offer';
const LANGUAGES = ['de-AT', 'zh-CN', 'fr', 'none', 'DE'];
const HOUR = 3_600_000;

const VARIANTS = {
	set: {
		mode: 'field',
		field: 'language',
		variant: {
			entry: [
				{ name: 'german', values: 'de', title: 'Angebote', body: 'Drei neue' },
				{ name: 'chinese', values: 'zh', title: '优惠' },
				{ name: 'quiet', values: 'none', sendNothing: true },
			],
		},
	},
};

const stack = readSharedStack();
const client = ownerClient(stack);
const editor = useEditor();

beforeEach(async () => await axios.delete(`${stack.sandboxUrl}/sandbox`));

const clockIn = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().slice(11, 16);

/** @param fromFile whether the customers stand in a file, a row each */
function makeWorkflow(parameters: object, fromFile = false): Workflow {
	const jsCode = `return ${JSON.stringify(LANGUAGES)}.map((language, index) => ({ json: {
		pushToken: 'customer-' + index, language, zone: index === 0 ? 'UTC+8' : 'UTC' } }));`;
	const recipients = fromFile
		? { recipients: 'file', binaryField: 'data', fileColumn: 'pushToken' }
		: { recipients: 'inputField', tokenField: 'pushToken' };
	const sender = {
		name: SEND,
		account: stack.credentials.account,
		fromFile,
		parameters: {
			...recipients,
			manualDelivery: 'same',
			title: 'Offers',
			body: 'Three new deals near you',
			additionalFields: { variants: VARIANTS },
			...parameters,
		},
	};
	return makeCustomerWorkflow('Variants', jsCode, [sender]);
}

it('shows them in the panel, and each customer gets theirs by a click', async () => {
	const workflow = await client.createWorkflow(makeWorkflow({}));
	const { page } = editor;
	await page.goto(`${stack.n8nUrl}/workflow/${workflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: SEND }).dblclick();
	await page.getByText('Variant Field', { exact: true }).waitFor();
	expect(await page.getByText('Split By', { exact: true }).count()).toBe(0);
	await page.getByText('Variant Field', { exact: true }).scrollIntoViewIfNeeded();
	await editor.keepScreenshot('variants');
	await page.getByText('Send Nothing', { exact: true }).last().scrollIntoViewIfNeeded();
	await editor.keepScreenshot('variants-more');
	await page.getByTestId('node-execute-button').first().click();
	await page.getByText('1 held out by a variant').first().waitFor();
	await editor.keepScreenshot('variants-run');
});

it('keeps to them and to the hours of each row of a file', async () => {
	const options = {
		deliverBetween: {
			hours: { from: clockIn(-2), to: clockIn(2), timeZone: 'UTC', timeZoneField: 'zone' },
		},
	};
	const workflow = await client.createWorkflow(makeWorkflow({ options }, true));
	const execution = await runWell(client, workflow, START);
	const counts = execution.listItems(SEND)[0]?.json ?? {};
	expect(counts).toMatchObject({ accepted: 3, skipped: 2, rows: 5 });
	const { messages } = counts as { messages: Array<{ variant: string; accepted: number }> };
	expect(Object.fromEntries(messages.map(({ variant, accepted }) => [variant, accepted]))).toEqual({
		german: 1,
		chinese: 1,
		default: 1,
		quiet: 0,
	});
	expect(execution.listItems(SEND, 1)[0]?.json).toMatchObject({
		pushToken: 'customer-0',
		reason: 'quietHours',
		variant: 'german',
	});
});
