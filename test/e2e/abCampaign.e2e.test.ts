/** The example of a campaign with two texts and a holdout, and its report, imported as they are. */
import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { N8nClient } from '../../scripts/n8n/client';
import type { DataTables, Row } from '../../scripts/n8n/dataTables';
import { makeDevice, makeToken, TABLES } from './setup/marketing';
import { MarketingWorkflows, openTables } from './setup/marketingWorkflows';
import { ownerClient, readSharedStack } from './setup/sharedStack';

const DEVICES = 60;

let client: N8nClient;
let sandbox: Sandbox;
let tables: DataTables;
let examples: MarketingWorkflows;

beforeAll(async () => {
	client = ownerClient(readSharedStack());
	sandbox = await startSandbox();
	tables = await openTables(client);
	for (const name of Object.values(TABLES)) await tables.clear(name);
	examples = await MarketingWorkflows.import(client, sandbox);
	await tables.insertRows(
		TABLES.devices,
		Array.from({ length: DEVICES }, (_, index) => makeDevice(`phone-${index}`)),
	);
}, 120_000);

afterAll(async () => {
	await examples?.close();
	await sandbox?.close();
});

const variants = async (): Promise<Record<string, unknown>> => {
	const sends: Row[] = await tables.readRows(TABLES.sends);
	return Object.fromEntries(sends.map((row) => [String(row.pushToken), row.variant]));
};

test('splits the devices once and for all, and the report has a row for each variant', async () => {
	const campaign = await examples.importCampaign('coffee-test', 'ab-campaign');
	await examples.runWell(campaign, 'Start Campaign');
	await examples.waitForReceipts();

	const first = await variants();
	expect(Object.keys(first)).toHaveLength(DEVICES);
	expect(new Set(Object.values(first))).toEqual(new Set(['short', 'friendly', 'holdout']));
	const heldOut = Object.keys(first).filter((token) => first[token] === 'holdout');
	const reached = sandbox.acceptances.list().flatMap(({ tokens }) => [...tokens.keys()]);
	expect(reached.sort()).toEqual(
		Object.keys(first)
			.filter((token) => !heldOut.includes(token))
			.sort(),
	);
	const [holdout = ''] = heldOut;
	const [device] = await tables.findRows(TABLES.devices, 'pushToken', holdout);
	expect(device).toMatchObject({ marketingCount: 0, status: 'active' });

	await examples.runWell(examples.workflows.report, 'Every Hour');
	await examples.runWell(examples.workflows.report, 'Every Hour');
	const reports = await tables.readRows(TABLES.reports);
	const count = (name: string) => Object.values(first).filter((one) => one === name).length;
	expect(reports.sort((a, b) => String(a.variant).localeCompare(String(b.variant)))).toEqual(
		['friendly', 'holdout', 'short'].map((variant): unknown => {
			const isHeldOut = variant === 'holdout';
			const number = count(variant);
			return expect.objectContaining({
				biTag: 'coffee-test',
				variant,
				heldOut: isHeldOut ? number : 0,
				requested: isHeldOut ? 0 : number,
				arrived: isHeldOut ? 0 : number,
				noReceipt: 0,
			});
		}),
	);
});

test('a device keeps its variant when the campaign is run again', async () => {
	const before = await variants();
	await tables.clear(TABLES.sends);
	await examples.runWell(await examples.importCampaign('coffee-test', 'ab-campaign'), 'Start Campaign');
	await examples.waitForReceipts();
	expect(await variants()).toEqual(before);
	expect(before[makeToken('phone-0')]).toBeDefined();
});
