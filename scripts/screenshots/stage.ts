/** Where the pictures are taken: a real n8n with the sandbox behind it, and a browser that is signed in. */
import type { Page } from 'playwright-core';
import type { N8nClient } from '../n8n/client';
import type { SavedCredential, SavedWorkflow, Workflow } from '../n8n/workflow';
import { connectCredentials } from '../n8n/workflow';
import type { AccountData } from '../start/sandbox';

export interface Stage {
	page: Page;
	client: N8nClient;
	sandboxUrl: string;
	account: SavedCredential;
	accountData: AccountData;
}

/** One picture of `docs/images/`. */
export interface Picture {
	/** File name without its ending. */
	name: string;
	/** Returns the PNG. */
	take(stage: Stage): Promise<Buffer>;
}

/** Imports a workflow, with the account of the stage, and shows it on the canvas. */
export async function openWorkflow(
	{ page, client, account }: Stage,
	workflow: Workflow,
): Promise<SavedWorkflow> {
	const saved = await client.createWorkflow(connectCredentials(workflow, [account]));
	// From another workflow n8n changes pages without loading, and keeps what the one before has run.
	await page.goto('about:blank');
	await page.goto(`${client.url}/workflow/${saved.id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	return saved;
}

/** Runs the workflow that is open, until n8n shows the words of its end. */
export async function executeWorkflow({ page }: Stage, end: string | RegExp): Promise<void> {
	await page.getByTestId('execute-workflow-button').first().click();
	await page.getByText(end).first().waitFor();
}

/** Opens a node's panel by the name that stands below it on the canvas. */
export async function openNode({ page }: Stage, name: string): Promise<void> {
	const node = page
		.getByTestId('canvas-node')
		.filter({ has: page.getByText(name, { exact: true }) });
	await node.first().dblclick();
	await page.getByTestId('node-parameters').waitFor();
}
