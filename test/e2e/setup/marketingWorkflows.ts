/** The marketing workflows of `examples/`, imported as they are, with a sandbox behind them. */
import type { Sandbox } from '../../../sandbox/server';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { Execution } from '../../../scripts/n8n/execution';
import {
	connectCredentials,
	findNode,
	type SavedCredential,
	type SavedWorkflow,
} from '../../../scripts/n8n/workflow';
import { ACTION_NODE, readExample, TRIGGER_NODE } from '../../../scripts/start/demonstration';
import { SandboxClient } from '../../../scripts/start/sandboxClient';
import { DataTables, type Row } from '../../../scripts/n8n/dataTables';
import { TABLES } from './marketing';
import { deliverCalls, signCall, type makeStatus } from './receiptCalls';
import { changeNode, findReceiptUrl, runToEnd, runWell, waitForExecutions } from './workflowRuns';

/** Makes the tables of the examples where they are not there yet, and opens them. */
export async function openTables(client: N8nClient): Promise<DataTables> {
	const createTables = await client.createWorkflow(readExample('create-tables'));
	await runWell(client, createTables, 'Create the Tables');
	return await DataTables.open(client);
}

/** The row of a device, if there is one. */
export async function findDevice(tables: DataTables, deviceId: string): Promise<Row | undefined> {
	return (await tables.findRows(TABLES.devices, 'deviceId', deviceId))[0];
}

/** All but the intake of tokens; the one for receipts is published, and the sandbox sends there. */
export class MarketingWorkflows {
	/** Calls that `receive` has handed over. */
	private received = 0;

	private constructor(
		private readonly client: N8nClient,
		private readonly sandbox: Sandbox,
		private readonly saved: readonly SavedCredential[],
		private readonly receiptUrl: string,
		readonly workflows: Readonly<
			Record<'suppression' | 'report' | 'alert' | 'brake', SavedWorkflow>
		>,
	) {}

	/** Imports them into an n8n that has their tables. */
	static async import(client: N8nClient, sandbox: Sandbox): Promise<MarketingWorkflows> {
		const saved = [
			await client.createCredential('Account of this test', 'huaweiPushApi', {
				keyFormat: 'json',
				serviceAccountKey: JSON.stringify(sandbox.keyFile),
				baseUrl: sandbox.url,
			}),
			await client.createCredential(
				'Receipts of this test',
				'huaweiPushReceiptApi',
				readAccount(sandbox),
			),
		];
		const load = async (name: string) =>
			await client.createWorkflow(connectCredentials(readExample(name), saved));
		const workflows = {
			suppression: await load('suppression'),
			report: await load('campaign-report'),
			alert: await load('failure-alert'),
			brake: await load('brake'),
		};
		await client.activateWorkflow(workflows.suppression);
		const receiptUrl = await findReceiptUrl(client, findNode(workflows.suppression, TRIGGER_NODE));
		await new SandboxClient(sandbox.url).sendReceiptsTo({ url: receiptUrl });
		return new MarketingWorkflows(client, sandbox, saved, receiptUrl, workflows);
	}

	/** Imports the campaign: real messages from the editor too, and a name of its own for each run. */
	async importCampaign(
		biTag: string,
		example: 'marketing-campaign' | 'ab-campaign' = 'marketing-campaign',
	): Promise<SavedWorkflow> {
		const campaign = readExample(example);
		const { name } = findNode(campaign, ACTION_NODE);
		const text = JSON.stringify(changeNode(campaign, name, { manualDelivery: 'same' }));
		const named = text.replace("={{ 'weekend-offer-' + $now.toFormat('yyyy-LL-dd') }}", biTag);
		if (named === text) throw new Error('The campaign has another biTag than this test knows.');
		return await this.client.createWorkflow(
			connectCredentials(JSON.parse(named) as SavedWorkflow, this.saved),
		);
	}

	/** Gives the address of the receipts free, for the next import. */
	async close(): Promise<void> {
		await this.client.call('POST', `/rest/workflows/${this.workflows.suppression.id}/deactivate`);
	}

	async run(workflow: SavedWorkflow, trigger: string): Promise<Execution> {
		return await runToEnd(this.client, workflow, trigger);
	}

	async runWell(workflow: SavedWorkflow, trigger: string): Promise<Execution> {
		return await runWell(this.client, workflow, trigger);
	}

	/** Hands receipts to the workflow and waits until it has worked them off. */
	async receive(statuses: Array<ReturnType<typeof makeStatus>>): Promise<void> {
		const call = signCall(this.receiptUrl, readAccount(this.sandbox), statuses);
		await deliverCalls([call], 1);
		this.received++;
		await this.waitForReceipts();
	}

	/** Waits until the workflow has worked off, well, whatever the sandbox has to report. */
	async waitForReceipts(): Promise<void> {
		await this.sandbox.receiptsSettled();
		// n8n may answer a call before it lists what the call has started.
		const atLeast = this.received + this.sandbox.state.receipts.calls.filter(({ ok }) => ok).length;
		const { id } = this.workflows.suppression;
		const executions = await waitForExecutions(this.client, id, { atLeast });
		expect(executions.map(({ status }) => status).filter((s) => s !== 'success')).toEqual([]);
	}
}

function readAccount(sandbox: Sandbox) {
	return {
		userName: sandbox.receiptUserName,
		secret: sandbox.receiptSecret,
		secretEncoding: 'auto',
	};
}
