/** The example workflows of `examples/`, imported as they are, on n8n's own data tables. */
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { N8nClient } from '../../scripts/n8n/client';
import type { Execution } from '../../scripts/n8n/execution';
import {
	connectCredentials,
	findNode,
	type SavedCredential,
	type SavedWorkflow,
} from '../../scripts/n8n/workflow';
import { ACTION_NODE, readExample, TRIGGER_NODE } from '../../scripts/start/demonstration';
import { SandboxClient } from '../../scripts/start/sandboxClient';
import { DataTables, type Row } from './setup/dataTables';
import { findZone, makeDevice, makeToken, TABLES } from './setup/marketing';
import { deliverCalls, makeStatus, signCall } from './setup/receiptCalls';
import { readSharedStack, ownerClient } from './setup/sharedStack';
import { changeNode, findReceiptUrl, runToEnd, waitForExecutions } from './setup/workflowRuns';

const INTAKE_HEADER = { 'x-intake-key': 'only-for-this-test' };

let client: N8nClient;
let sandbox: Sandbox;
let sandboxClient: SandboxClient;
let saved: SavedCredential[];
let tables: DataTables;
let intakeUrl: string;
let receiptUrl: string;
let suppression: SavedWorkflow;
let report: SavedWorkflow;
let alert: SavedWorkflow;
let brake: SavedWorkflow;

beforeAll(async () => {
	client = ownerClient(readSharedStack());
	sandbox = await startSandbox();
	sandboxClient = new SandboxClient(sandbox.url);
	const keyFile = JSON.stringify(sandbox.keyFile);
	saved = [
		await client.createCredential('Account of this test', 'huaweiPushApi', {
			keyFormat: 'json',
			serviceAccountKey: keyFile,
			baseUrl: sandbox.url,
		}),
		await client.createCredential('Receipts of this test', 'huaweiPushReceiptApi', readAccount()),
		await client.createCredential('Header of this test', 'httpHeaderAuth', {
			name: 'x-intake-key',
			value: INTAKE_HEADER['x-intake-key'],
		}),
	];
	tables = await DataTables.open(client);
	const createTables = await importExample('create-tables');
	// Twice: the second run must find the tables and leave them.
	expect(await run(createTables, 'Create the Tables')).toMatchObject({ status: 'success' });
	expect(await run(createTables, 'Create the Tables')).toMatchObject({ status: 'success' });

	const intake = await importExample('token-intake');
	suppression = await importExample('suppression');
	report = await importExample('campaign-report');
	alert = await importExample('failure-alert');
	brake = await importExample('brake');
	await client.activateWorkflow(intake);
	await client.activateWorkflow(suppression);
	intakeUrl = `${client.url}/webhook/huawei-push-token`;
	receiptUrl = await findReceiptUrl(client, findNode(suppression, TRIGGER_NODE));
	await sandboxClient.sendReceiptsTo({ url: receiptUrl });
}, 120_000);

afterAll(async () => {
	await sandbox?.close();
});

beforeEach(async () => {
	for (const name of Object.values(TABLES)) await tables.clear(name);
});

function readAccount() {
	return {
		userName: sandbox.receiptUserName,
		secret: sandbox.receiptSecret,
		secretEncoding: 'auto',
	};
}

async function importExample(name: string): Promise<SavedWorkflow> {
	return await client.createWorkflow(connectCredentials(readExample(name), saved));
}

/** Imports the campaign: real messages from the editor too, and a name of its own for each run. */
async function importCampaign(biTag: string): Promise<SavedWorkflow> {
	const campaign = readExample('marketing-campaign');
	const { name } = findNode(campaign, ACTION_NODE);
	const text = JSON.stringify(changeNode(campaign, name, { manualDelivery: 'same' }));
	const named = text.replace("={{ 'weekend-offer-' + $now.toFormat('yyyy-LL-dd') }}", biTag);
	expect(named).not.toBe(text);
	return await client.createWorkflow(connectCredentials(JSON.parse(named) as SavedWorkflow, saved));
}

async function run(workflow: SavedWorkflow, trigger: string): Promise<Execution> {
	return await runToEnd(client, workflow, trigger);
}

async function runWell(workflow: SavedWorkflow, trigger: string): Promise<Execution> {
	const execution = await run(workflow, trigger);
	expect(execution.error).toBeUndefined();
	expect(execution.status).toBe('success');
	return execution;
}

async function reportDevice(body: object, headers: object = INTAKE_HEADER): Promise<number> {
	const answer = await axios.post(intakeUrl, body, {
		headers: { ...headers },
		validateStatus: () => true,
		proxy: false,
	});
	return answer.status;
}

async function findDevice(deviceId: string): Promise<Row | undefined> {
	return (await tables.findRows(TABLES.devices, 'deviceId', deviceId))[0];
}

/** Hands receipts to the workflow and waits until it has worked them off. */
async function receive(statuses: ReturnType<typeof makeStatus>[]): Promise<void> {
	const call = signCall(receiptUrl, readAccount(), statuses);
	await deliverCalls([call], 1);
	await waitForReceipts();
}

async function waitForReceipts(): Promise<void> {
	await sandbox.receiptsSettled();
	const executions = await waitForExecutions(client, suppression.id);
	expect(executions.map(({ status }) => status).filter((s) => s !== 'success')).toEqual([]);
}

const IN_A_DAY = () => new Date(Date.now() + 86_400_000).toISOString();

test('the tables stand under the names that the workflows use', async () => {
	expect((await tables.listNames()).filter((name) => name.startsWith('huawei_push_'))).toEqual(
		Object.values(TABLES),
	);
});

describe('token intake', () => {
	test('keeps a device with its widgets, and replaces token and widgets later', async () => {
		const first = {
			deviceId: 'phone-1',
			pushToken: 'old-push-token',
			profileId: 'profile-1',
			marketingConsent: true,
			timeZone: 'Europe/Berlin',
			forms: [
				{ formId: 42, moduleName: 'entry', abilityName: 'Cards', formName: 'orders' },
				{ formId: '43' },
			],
		};
		expect(await reportDevice(first)).toBe(200);
		expect(await tables.readRows(TABLES.devices)).toMatchObject([
			{
				deviceId: 'phone-1',
				pushToken: 'old-push-token',
				profileId: 'profile-1',
				marketingConsent: true,
				timeZone: 'Europe/Berlin',
				status: 'active',
				pausedUntil: null,
			},
		]);
		expect(await tables.readRows(TABLES.forms)).toMatchObject([
			{ deviceId: 'phone-1', formId: '42', moduleName: 'entry', formName: 'orders' },
			{ deviceId: 'phone-1', formId: '43', moduleName: '' },
		]);

		const second = { ...first, pushToken: 'new-push-token', forms: [{ formId: '43' }] };
		expect(await reportDevice(second)).toBe(200);
		const devices = await tables.readRows(TABLES.devices);
		expect(devices).toMatchObject([{ deviceId: 'phone-1', pushToken: 'new-push-token' }]);
		expect((await tables.readRows(TABLES.forms)).map(({ formId }) => formId)).toEqual(['43']);
	});

	test('takes a token away from the device that had it before', async () => {
		const pushToken = makeToken('shared');
		await reportDevice({ deviceId: 'phone-1', pushToken });
		await reportDevice({ deviceId: 'phone-2', pushToken });
		expect(await tables.readRows(TABLES.devices)).toMatchObject([{ deviceId: 'phone-2' }]);
	});

	test('a pause stays with its token and ends with it', async () => {
		const pausedUntil = IN_A_DAY();
		await tables.insertRows(TABLES.devices, [
			makeDevice('phone-1', { pausedUntil, pauseReason: 'throttled' }),
		]);
		await reportDevice({ deviceId: 'phone-1', pushToken: makeToken('phone-1') });
		expect(await findDevice('phone-1')).toMatchObject({ pausedUntil, pauseReason: 'throttled' });
		await reportDevice({ deviceId: 'phone-1', pushToken: makeToken('another') });
		expect(await findDevice('phone-1')).toMatchObject({ pausedUntil: null, pauseReason: '' });
	});

	test('a removed device that reports itself is active again', async () => {
		await tables.insertRows(TABLES.devices, [makeDevice('phone-1', { status: 'removed' })]);
		await reportDevice({ deviceId: 'phone-1', pushToken: makeToken('phone-1') });
		expect(await findDevice('phone-1')).toMatchObject({ status: 'active' });
	});

	test('only true is consent', async () => {
		await reportDevice({ deviceId: 'phone-1', pushToken: 'token-1', marketingConsent: 'yes' });
		expect(await findDevice('phone-1')).toMatchObject({ marketingConsent: false });
	});

	test('refuses a stranger and an incomplete report', async () => {
		const complete = { deviceId: 'phone-1', pushToken: 'token-1' };
		expect(await reportDevice(complete, {})).toBe(403);
		expect(await reportDevice({ deviceId: 'phone-1' })).toBe(400);
		expect(await reportDevice({ ...complete, pushToken: 17 })).toBe(400);
		expect(await tables.readRows(TABLES.devices)).toEqual([]);
	});
});

describe('suppression', () => {
	test('turns each verdict into the state of the device or widget', async () => {
		const names = ['arrived', 'uninstalled', 'offline', 'tooMany', 'fault'];
		await tables.insertRows(
			TABLES.devices,
			names.map((name) => makeDevice(name)),
		);
		await tables.insertRows(TABLES.forms, [
			{ deviceId: 'arrived', formId: '42' },
			{ deviceId: 'arrived', formId: '43' },
		]);
		const results = { arrived: 0, uninstalled: 2, offline: 10, tooMany: 102, fault: 14 };
		await receive([
			...Object.entries(results).map(([name, result]) =>
				makeStatus(result, { token: makeToken(name) }),
			),
			makeStatus(262, { token: makeToken('arrived'), formId: 42 }),
		]);

		const state = async (name: string) => {
			const row = await findDevice(name);
			const days = row?.pausedUntil
				? (Date.parse(String(row.pausedUntil)) - Date.now()) / 86_400_000
				: 0;
			return { status: row?.status, reason: row?.pauseReason ?? '', days };
		};
		expect(await state('arrived')).toEqual({ status: 'active', reason: '', days: 0 });
		expect(await state('uninstalled')).toMatchObject({ status: 'removed', days: 0 });
		const offline = await state('offline');
		expect(offline).toMatchObject({ status: 'active', reason: 'inactiveDevice' });
		expect(Math.round(offline.days)).toBe(30);
		const tooMany = await state('tooMany');
		expect(tooMany).toMatchObject({ status: 'active', reason: 'throttled' });
		expect(tooMany.days).toBeGreaterThan(0);
		expect(tooMany.days).toBeLessThanOrEqual(1);
		const fault = await state('fault');
		expect(fault.days * 24).toBeGreaterThan(0.9);
		expect(fault.days * 24).toBeLessThanOrEqual(1);

		const [paused, untouched] = await tables.readRows(TABLES.forms);
		const hours = (Date.parse(String(paused?.pausedUntil)) - Date.now()) / 3_600_000;
		expect(Math.round(hours)).toBe(24);
		expect(untouched?.pausedUntil).toBeNull();
		expect(await tables.readRows(TABLES.receipts)).toHaveLength(6);
	});

	test('a receipt that comes again in another call counts once', async () => {
		const status = makeStatus(0, { biTag: 'spring' });
		await receive([status]);
		await receive([status, makeStatus(0, { biTag: 'spring' })]);
		expect(await tables.readRows(TABLES.receipts)).toHaveLength(2);
		expect(await tables.readRows(TABLES.receipts)).toMatchObject([
			{ biTag: 'spring', result: 0, delivered: true, event: 'delivered', verdict: 'keep' },
			{ biTag: 'spring' },
		]);
	});
});

describe('marketing campaign and its report', () => {
	test('reaches whom it may, and reports what became of each', async () => {
		await tables.insertRows(TABLES.devices, [
			makeDevice('arrives'),
			makeDevice('gone'),
			makeDevice('covered'),
			makeDevice('offline'),
			makeDevice('silent'),
			makeDevice('dead'),
			makeDevice('locked'),
			makeDevice('pausedBefore', { pausedUntil: new Date(Date.now() - 60_000).toISOString() }),
			makeDevice('paused', { pausedUntil: IN_A_DAY() }),
			makeDevice('asleep', { timeZone: findZone(3) }),
			makeDevice('refuses', { marketingConsent: false }),
			makeDevice('removed', { status: 'removed' }),
		]);
		const script = async (name: string, what: object) =>
			await sandboxClient.scriptToken(makeToken(name), what);
		await script('gone', { receipt: 2 });
		await script('covered', { receipt: 15 });
		await script('offline', { receipt: 10 });
		await script('silent', { receipt: 'none' });
		await script('dead', { reason: 'tokenFormatError' });
		await script('locked', { receipt: 51 });

		await runWell(await importCampaign('spring-sale'), 'Start Campaign');
		await waitForReceipts();

		const sends = await tables.readRows(TABLES.sends);
		expect(Object.fromEntries(sends.map((row) => [row.pushToken, row.outcome]))).toEqual({
			'arrives-push-token': 'accepted',
			'gone-push-token': 'accepted',
			'covered-push-token': 'accepted',
			'offline-push-token': 'accepted',
			'silent-push-token': 'accepted',
			'locked-push-token': 'accepted',
			'pausedBefore-push-token': 'accepted',
			'dead-push-token': 'rejected',
		});
		const devices = await tables.readRows(TABLES.devices);
		const removed = devices.filter(({ status }) => status === 'removed');
		expect(removed.map(({ deviceId }) => deviceId)).toEqual(['gone', 'dead', 'removed']);
		expect(await findDevice('arrives')).toMatchObject({ marketingCount: 1 });
		expect(await findDevice('asleep')).toMatchObject({ marketingCount: 0 });

		await runWell(report, 'Every Hour');
		await runWell(report, 'Every Hour');
		expect(await tables.readRows(TABLES.reports)).toMatchObject([
			{
				biTag: 'spring-sale',
				requested: 8,
				silentDevices: 1,
				frequencyControl: 0,
				uninstalled: 1,
				invalidToken: 1,
				notificationsOff: 0,
				covered: 1,
				other: 0,
				noReceipt: 1,
				sent: 3,
				notReached: 1,
				arrived: 2,
				arrivalRate: 0.667,
			},
		]);
	});

	test('sends two marketing messages a day and device, and no third', async () => {
		await tables.insertRows(TABLES.devices, [makeDevice('phone-1')]);
		for (const biTag of ['first', 'second', 'third']) {
			await runWell(await importCampaign(biTag), 'Start Campaign');
		}
		const sends = await tables.readRows(TABLES.sends);
		expect(sends.map(({ biTag }) => biTag)).toEqual(['first', 'second']);
		expect(await findDevice('phone-1')).toMatchObject({ marketingCount: 2 });
		await waitForReceipts();
	});
});

describe('failure alert', () => {
	test('is raised once when a fifth of a message type fails, and not for another type', async () => {
		const make = (messageType: string, failed: number, all: number): Row[] =>
			Array.from({ length: all }, (_, i) => ({
				receiptKey: `${messageType}-${i}`,
				pushToken: `token-${i}`,
				messageType,
				event: i < failed ? 'messageProblem' : 'delivered',
				verdict: i < failed ? 'fixMessage' : 'keep',
			}));
		await tables.insertRows(TABLES.receipts, [
			...make('liveView', 4, 20),
			...make('notification', 3, 20),
			...make('form', 19, 19),
		]);
		await runWell(alert, 'Every 15 Minutes');
		await runWell(alert, 'Every 15 Minutes');
		const rows = await tables.readRows(TABLES.alerts);
		expect(rows.map(({ text }) => text)).toEqual([
			'4 of 20 messages of type liveView failed in the last hour. Open the table huawei_push_receipts: resultText says why.',
		]);
	});
});

describe('brake', () => {
	const makeSends = (dead: number, all: number): Row[] =>
		Array.from({ length: all }, (_, i) => ({
			biTag: 'import-of-march',
			pushToken: `token-${i}`,
			messageType: 'notification',
			outcome: i < dead ? 'rejected' : 'accepted',
			verdict: i < dead ? 'remove' : '',
			requestId: `request-${i}`,
		}));

	test('is not applied below its share', async () => {
		await tables.insertRows(TABLES.sends, makeSends(1, 20));
		await runWell(brake, 'Every 5 Minutes');
		expect(await tables.readRows(TABLES.brakes)).toEqual([]);
	});

	test('stops campaigns and removals until it is released', async () => {
		await tables.insertRows(TABLES.devices, [makeDevice('phone-1'), makeDevice('phone-2')]);
		await tables.insertRows(TABLES.sends, makeSends(1, 20));
		await tables.insertRows(TABLES.receipts, [{ pushToken: 'token-7', verdict: 'remove' }]);
		await runWell(brake, 'Every 5 Minutes');
		await runWell(brake, 'Every 5 Minutes');
		expect(await tables.readRows(TABLES.brakes)).toMatchObject([{ name: 'marketing', applied: true }]);
		expect(await tables.readRows(TABLES.alerts)).toHaveLength(1);

		const campaign = await importCampaign('braked');
		const stopped = await run(campaign, 'Start Campaign');
		expect(stopped.status).toBe('error');
		expect(stopped.error).toContain('2 of 20 tokens came back as dead');
		expect(await tables.findRows(TABLES.sends, 'biTag', 'braked')).toEqual([]);
		await receive([makeStatus(2, { token: makeToken('phone-1') })]);
		expect(await findDevice('phone-1')).toMatchObject({ status: 'active' });

		await runWell(brake, 'Release the Brake');
		// What was counted before the release does not apply the brake again.
		await runWell(brake, 'Every 5 Minutes');
		await runWell(campaign, 'Start Campaign');
		expect(await tables.findRows(TABLES.sends, 'biTag', 'braked')).toHaveLength(2);
		await waitForReceipts();
	});
});
