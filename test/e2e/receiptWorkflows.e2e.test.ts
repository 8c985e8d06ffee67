/** What the example workflows of `examples/` make of receipts and sends, on n8n's own data tables. */
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SandboxClient } from '../../scripts/start/sandboxClient';
import type { DataTables, Row } from '../../scripts/n8n/dataTables';
import { findZone, makeDevice, makeToken, TABLES } from './setup/marketing';
import { findDevice, MarketingWorkflows, openTables } from './setup/marketingWorkflows';
import { makeStatus } from './setup/receiptCalls';
import { readSharedStack, ownerClient } from './setup/sharedStack';

let sandbox: Sandbox;
let examples: MarketingWorkflows;
let tables: DataTables;

beforeAll(async () => {
	const client = ownerClient(readSharedStack());
	tables = await openTables(client);
	sandbox = await startSandbox();
	examples = await MarketingWorkflows.import(client, sandbox);
}, 120_000);

afterAll(async () => {
	await examples?.close();
	await sandbox?.close();
});

beforeEach(async () => {
	for (const name of Object.values(TABLES)) await tables.clear(name);
});

const DAY = 86_400_000;
const IN_A_DAY = () => new Date(Date.now() + DAY).toISOString();
/** The next midnight in Shanghai, eight hours ahead of UTC all year. */
const shanghaiMidnight = (now: number) => Math.ceil((now + DAY / 3) / DAY) * DAY - DAY / 3;

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
		const before = Date.now();
		await examples.receive([
			...Object.entries(results).map(([name, result]) =>
				makeStatus(result, { token: makeToken(name) }),
			),
			makeStatus(262, { token: makeToken('arrived'), formId: 42 }),
		]);

		const state = async (name: string) => {
			const row = await findDevice(tables, name);
			const until = row?.pausedUntil ? Date.parse(String(row.pausedUntil)) : 0;
			return { status: row?.status, reason: row?.pauseReason ?? '', until };
		};
		const after = Date.now();
		const expectPause = (until: number, milliseconds: number) => {
			expect(until).toBeGreaterThanOrEqual(before + milliseconds);
			expect(until).toBeLessThanOrEqual(after + milliseconds);
		};
		expect(await state('arrived')).toEqual({ status: 'active', reason: '', until: 0 });
		expect(await state('uninstalled')).toMatchObject({ status: 'removed', until: 0 });
		const offline = await state('offline');
		expect(offline).toMatchObject({ status: 'active', reason: 'inactiveDevice' });
		// Days of a calendar: one in which the clock is put forward or back has another hour.
		expect(Math.round((offline.until - after) / DAY)).toBe(30);
		const tooMany = await state('tooMany');
		expect(tooMany).toMatchObject({ status: 'active', reason: 'throttled' });
		expect([before, after].map(shanghaiMidnight)).toContain(tooMany.until);
		expectPause((await state('fault')).until, DAY / 24);

		const [paused, untouched] = await tables.readRows(TABLES.forms);
		const days = (Date.parse(String(paused?.pausedUntil)) - after) / DAY;
		expect(Math.abs(days - 1)).toBeLessThan(0.1);
		expect(untouched?.pausedUntil).toBeNull();
		expect(await tables.readRows(TABLES.receipts)).toHaveLength(6);
	});

	test('a receipt that comes again in another call counts once', async () => {
		const status = makeStatus(0, { biTag: 'spring' });
		await examples.receive([status]);
		await examples.receive([status, makeStatus(0, { biTag: 'spring' })]);
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
		const sandboxClient = new SandboxClient(sandbox.url);
		const script = async (name: string, what: object) =>
			await sandboxClient.scriptToken(makeToken(name), what);
		await script('gone', { receipt: 2 });
		await script('covered', { receipt: 15 });
		await script('offline', { receipt: 10 });
		await script('silent', { receipt: 'none' });
		await script('dead', { reason: 'tokenFormatError' });
		await script('locked', { receipt: 51 });

		await examples.runWell(await examples.importCampaign('spring-sale'), 'Start Campaign');
		await examples.waitForReceipts();

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
		expect(await findDevice(tables, 'arrives')).toMatchObject({ marketingCount: 1 });
		expect(await findDevice(tables, 'asleep')).toMatchObject({ marketingCount: 0 });

		await examples.runWell(examples.workflows.report, 'Every Hour');
		await examples.runWell(examples.workflows.report, 'Every Hour');
		expect(await tables.readRows(TABLES.reports)).toMatchObject([
			{
				biTag: 'spring-sale',
				variant: 'all',
				heldOut: 0,
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
			await examples.runWell(await examples.importCampaign(biTag), 'Start Campaign');
		}
		const sends = await tables.readRows(TABLES.sends);
		expect(sends.map(({ biTag }) => biTag)).toEqual(['first', 'second']);
		expect(await findDevice(tables, 'phone-1')).toMatchObject({ marketingCount: 2 });
		await examples.waitForReceipts();
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
		await examples.runWell(examples.workflows.alert, 'Every 15 Minutes');
		await examples.runWell(examples.workflows.alert, 'Every 15 Minutes');
		const rows = await tables.readRows(TABLES.alerts);
		const days = rows.map(({ alertKey }) => String(alertKey));
		// Once a day: midnight may have come between the runs, and the second is of another day.
		expect(days).toEqual([...new Set(days)]);
		expect(days.filter((key) => !/^failing:liveView:\d{4}-\d\d-\d\d$/.test(key))).toEqual([]);
		expect([...new Set(rows.map(({ text }) => text))]).toEqual([
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
		await examples.runWell(examples.workflows.brake, 'Every 5 Minutes');
		expect(await tables.readRows(TABLES.brakes)).toEqual([]);
	});

	test('stops campaigns and removals until it is released', async () => {
		await tables.insertRows(TABLES.devices, [makeDevice('phone-1'), makeDevice('phone-2')]);
		await tables.insertRows(TABLES.sends, makeSends(1, 20));
		await tables.insertRows(TABLES.receipts, [{ pushToken: 'token-7', verdict: 'remove' }]);
		await examples.runWell(examples.workflows.brake, 'Every 5 Minutes');
		await examples.runWell(examples.workflows.brake, 'Every 5 Minutes');
		expect(await tables.readRows(TABLES.brakes)).toMatchObject([
			{ name: 'marketing', applied: true },
		]);
		expect(await tables.readRows(TABLES.alerts)).toHaveLength(1);

		const campaign = await examples.importCampaign('braked');
		const stopped = await examples.run(campaign, 'Start Campaign');
		expect(stopped.status).toBe('error');
		expect(stopped.error).toContain('2 of 20 tokens came back as dead');
		expect(await tables.findRows(TABLES.sends, 'biTag', 'braked')).toEqual([]);
		await examples.receive([makeStatus(2, { token: makeToken('phone-1') })]);
		expect(await findDevice(tables, 'phone-1')).toMatchObject({ status: 'active' });

		await examples.runWell(examples.workflows.brake, 'Release the Brake');
		// What was counted before the release does not apply the brake again.
		await examples.runWell(examples.workflows.brake, 'Every 5 Minutes');
		await examples.runWell(campaign, 'Start Campaign');
		expect(await tables.findRows(TABLES.sends, 'biTag', 'braked')).toHaveLength(2);
		await examples.waitForReceipts();
	});
});
