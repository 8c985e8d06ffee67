import { RECEIPT_EVENTS } from '../../push-kit/catalog/receiptResults';
import {
	importWorkflows,
	prepareSandbox,
	type DemoWorkflows,
} from '../../scripts/start/demonstration';
import { useEditor } from './setup/editor';
import { readSharedStack, ownerClient } from './setup/sharedStack';

const stack = readSharedStack();
const client = ownerClient(stack);
let workflows: DemoWorkflows;
const editor = useEditor();

beforeAll(async () => {
	workflows = await importWorkflows({ client, credentials: stack.credentials });
	await prepareSandbox(client, stack.sandboxUrl, workflows);
}, 120_000);

/** Opens the node creator on an empty canvas and searches. Returns the titles it offers. */
async function searchNode(text: string): Promise<string[]> {
	const { page } = editor;
	await page.goto(`${stack.n8nUrl}/workflow/new`);
	await page.getByTestId('node-creator-plus-button').click();
	await page.getByTestId('node-creator-search-bar').fill(text);
	const found = page.getByTestId('node-creator-item-name').filter({ hasText: 'Huawei Push Kit' });
	await found.first().waitFor();
	return await page.getByTestId('node-creator-item-name').allInnerTexts();
}

describe('the node creator', () => {
	test.each(['huawei', 'push kit', 'harmonyos'])('finds the node by "%s"', async (text) => {
		expect(await searchNode(text)).toContain('Huawei Push Kit');
	});

	test('lists the actions and triggers on the page of the node', async () => {
		await searchNode('huawei');
		const { page } = editor;
		await page
			.getByTestId('node-creator-item-name')
			.filter({ hasText: 'Huawei Push Kit' })
			.first()
			.click();
		await page.getByText(/^Triggers \(\d+\)/).waitFor();
		for (const { action } of RECEIPT_EVENTS) {
			await page.getByText(action, { exact: true }).waitFor();
		}
		// On an empty canvas n8n offers triggers first and keeps the actions folded.
		await page.getByText(/^Actions \(\d+\)/).click();
		await page.getByText('Send notification', { exact: true }).waitFor();
		await page.getByText('Revoke notification', { exact: true }).waitFor();
		await editor.keepScreenshot('node-creator');
	});
});

describe('the campaign in the editor', () => {
	test('puts five customers on Accepted and one on Problem', async () => {
		const { page } = editor;
		await page.goto(`${stack.n8nUrl}/workflow/${workflows.campaign.id}`);
		await page.getByTestId('execute-workflow-button').first().click();
		await page.getByText('Workflow executed successfully').waitFor();
		// The canvas writes its labels a moment after the message.
		await page.getByTestId('edge-label').getByText('6 items', { exact: true }).waitFor();
		await page.getByTestId('edge-label').getByText('5 items', { exact: true }).waitFor();
		await page.getByTestId('edge-label').getByText('1 item', { exact: true }).nth(3).waitFor();
		expect(await page.getByTestId('edge-label').allInnerTexts()).toEqual([
			'1 item',
			'1 item',
			'6 items',
			'5 items',
			'1 item',
			'1 item',
		]);
		await editor.keepScreenshot('campaign');
	});

	test('shows each output as a branch of its own, with reason and verdict', async () => {
		const { page } = editor;
		const node = page.getByTestId('canvas-node').filter({ hasText: 'Huawei Push Kit' });
		await node.first().dblclick();
		await page.getByText('Accepted Branch (5 items)').waitFor();
		await editor.keepScreenshot('accepted');
		await page.getByText('Problem Branch (1 item)').click();
		await page.getByRole('cell', { name: 'ELENA5-demo-push-token' }).waitFor();
		await page.getByRole('cell', { name: 'tokenFormatError' }).waitFor();
		await page.getByRole('cell', { name: 'remove', exact: true }).waitFor();
		await editor.keepScreenshot('problem');
	});

	test('started the receipt workflow, which sorted five receipts', async () => {
		const { page } = editor;
		await page.goto(`${stack.n8nUrl}/workflow/${workflows.receipts.id}/executions`);
		await page
			.getByText(/^Succeeded/)
			.first()
			.waitFor();
		await page.getByText('5 items', { exact: true }).first().waitFor();
		await editor.keepScreenshot('receipts');
		const labels = await page.getByTestId('edge-label').allInnerTexts();
		expect(labels.filter((label) => label !== '')).toEqual(['5 items', '4 items', '1 item']);
	});
});
