/** The examples that a person fills a form in for: a campaign with approval, its withdrawal, an import. */
import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { N8nClient } from '../../scripts/n8n/client';
import type { DataTables, Row } from '../../scripts/n8n/dataTables';
import {
	publishForms,
	readLastPage,
	readPage,
	submitForm,
	waitForEnd,
	type Forms,
} from './setup/forms';
import { makeDevice, makeToken, TABLES } from './setup/marketing';
import { findDevice, openTables } from './setup/marketingWorkflows';
import { listTitles } from './setup/phones';
import { ownerClient, readSharedStack } from './setup/sharedStack';

let client: N8nClient;
let sandbox: Sandbox;
let tables: DataTables;
let forms: Forms;

beforeAll(async () => {
	client = ownerClient(readSharedStack());
	tables = await openTables(client);
	sandbox = await startSandbox();
	forms = await publishForms(client, sandbox);
}, 120_000);

afterAll(async () => await sandbox?.close());

beforeEach(async () => {
	for (const name of Object.values(TABLES)) await tables.clear(name);
	sandbox.reset();
});

async function addDevices(...names: string[]): Promise<void> {
	await tables.insertRows(
		TABLES.devices,
		names.map((name) => makeDevice(name)),
	);
}

/** What the phones show, each by the titles of its messages. */
function listShown(...names: string[]): string[][] {
	return names.map((name) => listTitles(sandbox, makeToken(name)));
}

/** Enters a campaign and returns the page that asks for approval. */
async function enterCampaign(campaignId: string | undefined, title = 'Offer'): Promise<string> {
	return await submitForm(forms.campaign, [campaignId, title, 'Two for the price of one']);
}

async function approve(page: string, decision = 'Send it'): Promise<void> {
	await readPage(client, page);
	await submitForm(page, [decision, 'Li Lei']);
}

describe('a campaign with approval', () => {
	test('shows the plan, and reaches each phone once when it is approved, however often', async () => {
		await addDevices('one', 'two', 'three');
		await tables.insertRows(TABLES.devices, [
			makeDevice('refuses', { marketingConsent: false }),
			makeDevice('paused', { pausedUntil: new Date(Date.now() + 3_600_000).toISOString() }),
		]);
		const page = await enterCampaign('spring', 'Offer <b>& more');
		expect(await readPage(client, page)).toMatch(
			/<b>Offer &lt;b&gt;&amp; more<\/b>.*Campaign ID: spring<br.*Phones: <b>3<\/b>/s,
		);
		expect(sandbox.store.messages).toEqual([]);
		await Promise.allSettled([approve(page), approve(page), approve(page)]);
		expect((await readLastPage(client, page)).text).toContain('3 phones get it');
		expect(listShown('one', 'two', 'three', 'refuses', 'paused')).toEqual([
			...Array.from({ length: 3 }, () => ['Offer <b>& more']),
			[],
			[],
		]);
		expect(sandbox.store.messages).toMatchObject([{ testMessage: false, biTag: 'spring' }]);
	});

	test.each(['Do not send', ''])('sends nothing where the answer is "%s"', async (answer) => {
		await addDevices('one');
		const page = await enterCampaign('spring');
		await approve(page, answer);
		const { text, execution } = await readLastPage(client, page);
		expect(text).toContain('The campaign was not approved.');
		expect(execution.status).toBe('success');
		expect(sandbox.store.messages).toEqual([]);
	});

	test.each([
		['a customer came', async () => await addDevices('two'), /1 phones, now it has 2 devices/],
		['all have gone', async () => await tables.clear(TABLES.devices), /now it has 0 devices/],
		[
			'another has taken the place of one',
			async () => {
				await tables.clear(TABLES.devices);
				await addDevices('two');
			},
			/1 devices, but not the same ones/,
		],
		[
			'the brake was applied',
			async () =>
				await tables.insertRows(TABLES.brakes, [
					{ name: 'marketing', applied: true, reason: 'Too many dead tokens.' },
				]),
			/Marketing is stopped: Too many dead tokens/,
		],
	])('sends nothing where, since the plan, %s', async (_, change, words) => {
		await addDevices('one');
		const page = await enterCampaign('spring');
		await readPage(client, page);
		await change();
		await approve(page);
		const { text, execution } = await readLastPage(client, page);
		expect(text).toMatch(words);
		expect(execution.error).toMatch(words);
		expect(sandbox.store.messages).toEqual([]);
	});

	test('asks nobody where nobody may get it, or the message has a fault', async () => {
		const empty = await readLastPage(client, await enterCampaign('spring'));
		expect(empty.text).toMatch(/nobody was asked. Nobody in huawei_push_devices may/);
		await addDevices('one');
		const nameless = await readLastPage(client, await enterCampaign(undefined));
		expect(nameless.execution.error).toMatch(/faults: .*Campaign ID/);
		expect(sandbox.store.messages).toEqual([]);
	});
});

describe('the withdrawal of a campaign', () => {
	async function send(campaignId: string, title: string): Promise<void> {
		const page = await enterCampaign(campaignId, title);
		await approve(page);
		expect((await readLastPage(client, page)).execution.status).toBe('success');
	}

	test('takes this campaign from every phone, and no other campaign', async () => {
		await addDevices('one', 'two');
		await send('wrong', 'Wrong price');
		await send('right', 'Right price');
		expect(listShown('one', 'two')).toEqual(Array(2).fill(['Wrong price', 'Right price']));
		// Who has withdrawn consent since still has the message on the phone.
		await tables.clear(TABLES.devices);
		await tables.insertRows(TABLES.devices, [
			makeDevice('one', { marketingConsent: false }),
			makeDevice('two', { status: 'removed' }),
			makeDevice('never-got-it'),
		]);
		await readLastPage(client, await submitForm(forms.revocation, ['WRONG']));
		expect(listShown('one')).toEqual([['Wrong price', 'Right price']]);
		const page = await submitForm(forms.revocation, ['wrong']);
		const { text, execution } = await readLastPage(client, page);
		expect(text).toContain('3 phones were told to withdraw it');
		expect(execution.status).toBe('success');
		expect(listShown('one', 'two')).toEqual(Array(2).fill(['Right price']));
	});

	test('withdraws nothing without a Campaign ID, and says so where there is nobody', async () => {
		const nobody = await waitForEnd(client, await submitForm(forms.revocation, ['wrong']));
		expect(nobody.error).toMatch(/no push token/);
		await addDevices('one');
		const nameless = await waitForEnd(client, await submitForm(forms.revocation, [undefined]));
		expect(nameless.error).toMatch(/Campaign ID/);
		expect(sandbox.store.revocations).toEqual([]);
	});
});

describe('an import', () => {
	async function importFile(text: string): Promise<{ counts?: Row; page?: string; error?: string }> {
		const address = await submitForm(forms.csv, [new Blob([text], { type: 'text/csv' })]);
		const last = await readLastPage(client, address).catch(() => undefined);
		const execution = last?.execution ?? (await waitForEnd(client, address));
		return { counts: execution.listItems('Counts')[0]?.json, page: last?.text, error: execution.error };
	}

	async function listConsents(): Promise<Record<string, unknown>> {
		const rows = await tables.readRows(TABLES.devices);
		return Object.fromEntries(
			rows.map((row) => [row.deviceId, `${row.status} ${row.marketingConsent}`]),
		);
	}

	test('takes a file as a spreadsheet writes it, and revives nobody', async () => {
		const reportedAt = new Date().toISOString();
		await tables.insertRows(TABLES.devices, [
			makeDevice('said-no', { marketingConsent: false, reportedAt }),
			makeDevice('said-yes', { reportedAt }),
			makeDevice('imported', { marketingConsent: false }),
			makeDevice('dead', { status: 'removed', statusReason: 'tokenFormatError' }),
		]);
		const { counts, page } = await importFile(
			[
				'\uFEFFName;PUSH_TOKEN;Device ID;Opt-In;Time Zone',
				'"Li; Lei";new-one-token;new-one;ja;Europe/Berlin',
				'Han;new-two-token;new-two;;Nowhere',
				'Han;new-three-token;;是;',
				'Han;new-three-token;;yes;',
				`;${makeToken('said-no')};said-no;yes;`,
				`;${makeToken('said-yes')};said-yes;no;`,
				`;${makeToken('imported')};imported;1;`,
				`;${makeToken('dead')};dead;TRUE;`,
				';;nobody;yes;',
				';only-two-token;yes',
				';;;;',
			].join('\r\n'),
		);
		expect(counts).toEqual({
			rows: 10,
			newDevices: 3,
			changedDevices: 2,
			unchangedDevices: 2,
			listedTwice: 1,
			withConsent: 4,
			consentNotGiven: 1,
			stayRemoved: 1,
			notImported: 2,
			problems: ['Line 10 has no push token.', 'Line 11 has 3 values, the header 5.'],
		});
		expect(page).toContain('3 new, 2 changed, 2 not imported');
		expect(await listConsents()).toEqual({
			'said-no': 'active false',
			'said-yes': 'active false',
			imported: 'active true',
			dead: 'removed true',
			'new-one': 'active true',
			'new-two': 'active false',
			'new-three-token': 'active true',
		});
		expect(await findDevice(tables, 'new-one')).toMatchObject({ timeZone: 'Europe/Berlin' });
		expect(await findDevice(tables, 'dead')).toMatchObject({ statusReason: 'tokenFormatError' });
	});

	test('takes 5,000 rows, the same again without change, and nothing of another file', async () => {
		const rows = Array.from({ length: 5_000 }, (_, i) => `bulk-push-token-${i},${i % 2}`);
		const file = ['token,consent', ...rows].join('\n');
		expect((await importFile(file)).counts).toMatchObject({ newDevices: 5_000, withConsent: 2_500 });
		expect((await importFile(file)).counts).toMatchObject({ unchangedDevices: 5_000 });
		expect(await tables.readRows(TABLES.devices)).toHaveLength(5_000);
		const { error } = await importFile('name,mail\nLi,li@example.com');
		expect(error).toContain('there is no column pushToken. The columns are: name, mail.');
	});
});
