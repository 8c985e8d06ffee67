/**
 * A workflow of `examples/` as an operator imports it: the credential that is chosen in its panel is saved with it.
 * A node that came with the name of one that is not there kept neither, and publishing failed.
 */
import type { N8nClient } from '../../scripts/n8n/client';
import type { SavedWorkflow } from '../../scripts/n8n/workflow';
import { readExample } from '../../scripts/start/demonstration';
import { openEditor, type Editor } from './setup/editor';
import { ownerClient, readSharedStack, type SharedStack } from './setup/sharedStack';
import { waitUntil } from './setup/workflowRuns';

let stack: SharedStack;
let client: N8nClient;
let editor: Editor;

beforeAll(async () => {
	stack = readSharedStack();
	client = ownerClient(stack);
	editor = await openEditor(stack);
}, 120_000);

afterAll(async () => await editor?.close());

test('what is chosen in New Campaign is saved without a further click', async () => {
	const credential = await client.createCredential('My own login', 'httpBasicAuth', {
		user: 'marketing',
		password: 'only-for-this-test',
	});
	const workflow = await client.createWorkflow(readExample('campaign-with-approval'));
	const { page } = editor;
	await page.goto(`${stack.n8nUrl}/workflow/${workflow.id}`);
	await page.locator('[data-test-id="canvas-node"][data-node-name="New Campaign"]').dblclick();
	await page.getByTestId('node-credentials-select').click();
	await editor.keepScreenshot('example-credentials');
	await page.getByText('My own login', { exact: true }).click();
	await page.keyboard.press('Escape');
	await waitUntil('the credential is saved', async () => {
		const { nodes } = await client.call<SavedWorkflow>('GET', `/rest/workflows/${workflow.id}`);
		const chosen = nodes.find(({ name }) => name === 'New Campaign')?.credentials;
		return chosen?.httpBasicAuth?.id === credential.id;
	});
});
