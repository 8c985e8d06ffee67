/**
 * A workflow of `examples/` as an operator imports it: the credential that is chosen in its panel is saved with it.
 * A node that came with the name of one that is not there kept neither, and publishing failed.
 */
import type { SavedWorkflow } from '../../scripts/n8n/workflow';
import { readExample } from '../../scripts/start/demonstration';
import { openEditor } from './setup/editor';
import { ownerClient, readSharedStack } from './setup/sharedStack';
import { waitUntil } from './setup/workflowRuns';

test('what is chosen in New Campaign is saved without a further click', async () => {
	const stack = readSharedStack();
	const client = ownerClient(stack);
	const credential = await client.createCredential('My own login', 'httpBasicAuth', {
		user: 'marketing',
		password: 'only-for-this-test',
	});
	const workflow = await client.createWorkflow(readExample('campaign-with-approval'));
	const { page, close } = await openEditor(stack);
	try {
		await page.goto(`${stack.n8nUrl}/workflow/${workflow.id}`);
		await page.locator('[data-test-id="canvas-node"][data-node-name="New Campaign"]').dblclick();
		await page.getByTestId('node-credentials-select').click();
		await page.getByText('My own login', { exact: true }).click();
		await page.keyboard.press('Escape');
		await waitUntil('the credential is saved', async () => {
			const path = `/rest/workflows/${workflow.id}`;
			const { nodes } = await client.call<SavedWorkflow>('GET', path);
			const chosen = nodes.find(({ name }) => name === 'New Campaign')?.credentials;
			return chosen?.httpBasicAuth?.id === credential.id;
		});
	} finally {
		await close();
	}
});
