/** The example workflow that takes tokens in, imported as it is, on n8n's own data tables. */
import axios from 'axios';

import { connectCredentials } from '../../scripts/n8n/workflow';
import { readExample } from '../../scripts/start/demonstration';
import type { DataTables } from '../../scripts/n8n/dataTables';
import { makeDevice, makeToken, TABLES } from './setup/marketing';
import { findDevice, openTables } from './setup/marketingWorkflows';
import { readSharedStack, ownerClient } from './setup/sharedStack';

const INTAKE_HEADER = { 'x-intake-key': 'only-for-this-test' };

let tables: DataTables;
let intakeUrl: string;

beforeAll(async () => {
	const client = ownerClient(readSharedStack());
	const header = await client.createCredential('Header of this test', 'httpHeaderAuth', {
		name: 'x-intake-key',
		value: INTAKE_HEADER['x-intake-key'],
	});
	// Twice: the second run must find the tables and leave them.
	await openTables(client);
	tables = await openTables(client);
	const intake = await client.createWorkflow(
		connectCredentials(readExample('token-intake'), [header]),
	);
	await client.activateWorkflow(intake);
	intakeUrl = `${client.url}/webhook/huawei-push-token`;
}, 120_000);

beforeEach(async () => {
	for (const name of Object.values(TABLES)) await tables.clear(name);
});

async function reportDevice(body: object, headers: object = INTAKE_HEADER): Promise<number> {
	const answer = await axios.post(intakeUrl, body, {
		headers: { ...headers },
		validateStatus: () => true,
		proxy: false,
	});
	return answer.status;
}

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
		const pausedUntil = new Date(Date.now() + 86_400_000).toISOString();
		await tables.insertRows(TABLES.devices, [
			makeDevice('phone-1', { pausedUntil, pauseReason: 'throttled' }),
		]);
		await reportDevice({ deviceId: 'phone-1', pushToken: makeToken('phone-1') });
		expect(await findDevice(tables, 'phone-1')).toMatchObject({
			pausedUntil,
			pauseReason: 'throttled',
		});
		await reportDevice({ deviceId: 'phone-1', pushToken: makeToken('another') });
		expect(await findDevice(tables, 'phone-1')).toMatchObject({
			pausedUntil: null,
			pauseReason: '',
		});
	});

	test('a removed device that reports itself is active again', async () => {
		await tables.insertRows(TABLES.devices, [makeDevice('phone-1', { status: 'removed' })]);
		await reportDevice({ deviceId: 'phone-1', pushToken: makeToken('phone-1') });
		expect(await findDevice(tables, 'phone-1')).toMatchObject({ status: 'active' });
	});

	test('only true is consent', async () => {
		await reportDevice({ deviceId: 'phone-1', pushToken: 'token-1', marketingConsent: 'yes' });
		expect(await findDevice(tables, 'phone-1')).toMatchObject({ marketingConsent: false });
	});

	test('refuses a stranger and an incomplete report', async () => {
		const complete = { deviceId: 'phone-1', pushToken: 'token-1' };
		expect(await reportDevice(complete, {})).toBe(403);
		expect(await reportDevice({ deviceId: 'phone-1' })).toBe(400);
		expect(await reportDevice({ ...complete, pushToken: 17 })).toBe(400);
		expect(await tables.readRows(TABLES.devices)).toEqual([]);
	});
});
