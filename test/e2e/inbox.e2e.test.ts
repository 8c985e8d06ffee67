import { FAULTS } from '../../sandbox/delivery/faultKinds';
import { Receiver } from '../builders/sandbox/receiver';
import { BODIES, change, LIVE_VIEW_BODIES, withTokens } from '../builders/sandbox/bodies';
import { openInbox, type Inbox } from './setup/inboxPage';

let inbox: Inbox;

beforeAll(async () => {
	inbox = await openInbox();
}, 120_000);
beforeEach(async () => {
	await inbox.page.goto('about:blank');
	inbox.sandbox.reset();
	inbox.complaints.length = 0;
});
afterEach(() => expect(inbox.complaints).toEqual([]));
afterAll(async () => await inbox?.close());

/** Waits until the list holds so many lines, and returns their sentences. */
async function readLines(count: number): Promise<string[]> {
	await inbox.page.waitForFunction(
		(wanted) => document.querySelectorAll('[data-arrival]').length === wanted,
		count,
	);
	const texts = await inbox.page.locator('[data-arrival]').allTextContents();
	return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** What became of each message of the list, and the colour of these words. */
async function readOutcomes(): Promise<Array<[kind: string, words: string]>> {
	return await inbox.page
		.locator('li .outcome')
		.evaluateAll((all) =>
			all.map((one): [string, string] => [
				one.className.replace(/outcome|\s/g, ''),
				one.textContent ?? '',
			]),
		);
}

describe('the list', () => {
	it('grows by itself, the newest first', async () => {
		await inbox.open('inbox');
		await inbox.page.getByText('Nothing has arrived yet').waitFor();
		await inbox.client.send(BODIES.notification);
		await inbox.client.send(LIVE_VIEW_BODIES.createProgress, 7);
		expect(await readLines(2)).toEqual([
			'Live view “TAXI” started on TOKEN_A',
			'Notification “Weekend offers” to TOKEN_A',
		]);
	});

	it('filters by type, outcome, token, biTag and text', async () => {
		await inbox.client.rest('PUT', 'devices/BAD', { fate: 'refused', reason: 'noRight' });
		await inbox.client.send(BODIES.notificationWithOptions);
		await inbox.client.send(withTokens(BODIES.notification, ['OTHER']));
		await inbox.client.send(withTokens(BODIES.background, ['BAD']), 6);
		await inbox.open('inbox');
		await readLines(3);
		const { page } = inbox;
		const clear = async () => await page.getByRole('button', { name: 'Clear filters' }).click();
		const approval = 'Notification “Approval waiting” to 2 devices';
		const data = 'Background data to BAD';

		await page.getByLabel('Type').selectOption('Background Message');
		expect(await readLines(1)).toEqual([data]);
		await clear();
		await page.getByLabel('Outcome').selectOption('Refused');
		expect(await readLines(1)).toEqual([data]);
		await clear();
		await page.getByLabel('Token').fill('other');
		expect(await readLines(1)).toEqual(['Notification “Weekend offers” to OTHER']);
		await clear();
		await page.getByLabel('biTag').fill('orders-2026');
		expect(await readLines(1)).toEqual([approval]);
		await clear();
		await page.getByRole('searchbox').fill('com.example.action');
		expect(await readLines(1)).toEqual([approval]);
		await page.getByText('1 of 3 requests').waitFor();
	});

	it('is walked with the keyboard', async () => {
		await inbox.client.send(BODIES.notification);
		await inbox.client.send(BODIES.call, 10);
		await inbox.open('inbox');
		await readLines(2);
		const { keyboard } = inbox.page;
		await keyboard.press('ArrowDown');
		await keyboard.press('ArrowDown');
		await keyboard.press('Enter');
		await inbox.phone().getByText('Weekend offers').waitFor();
		await keyboard.press('ArrowUp');
		await keyboard.press('Enter');
		await inbox.phone().getByText('Incoming call').waitFor();
		await keyboard.press('Escape');
		await inbox.phone().waitFor({ state: 'detached' });
		await keyboard.press('/');
		await keyboard.type('weekend');
		expect(await readLines(1)).toEqual(['Notification “Weekend offers” to TOKEN_A']);
	});

	it('is cleared alone: devices keep their fates, and no green is left for what no phone showed', async () => {
		const { page } = inbox;
		await inbox.client.rest('PUT', 'tokens/FARID', { receipt: 2 });
		await inbox.client.send(withTokens(BODIES.notification, ['FARID']));
		await inbox.client.send(withTokens(BODIES.notification, ['ANNA', 'FARID']));
		await inbox.open('inbox');
		await readLines(2);
		expect(await readOutcomes()).toEqual([
			['good', '1 shown, 1 not shown'],
			['warn', 'Not shown'],
		]);
		await inbox.keepScreenshot('not-shown');
		await page.getByLabel('Outcome').selectOption('Accepted, not shown');
		await readLines(1);
		page.once('dialog', (dialog) => void dialog.accept());
		await page.getByRole('button', { name: 'Clear messages' }).click();
		await readLines(0);
		await inbox.open('devices');
		const fate = page.getByLabel('Fate of FARID');
		await fate.waitFor();
		expect(
			await fate.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text),
		).toBe('App uninstalled');
	});

	it('is emptied by the reset', async () => {
		await inbox.client.send(BODIES.notification);
		await inbox.open('inbox');
		await readLines(1);
		inbox.page.once('dialog', (dialog) => void dialog.accept());
		await inbox.page.getByRole('button', { name: 'Reset everything' }).click();
		await inbox.page.getByText('Nothing has arrived yet').waitFor();
		expect(inbox.sandbox.store.messages).toEqual([]);
	});
});

describe('fates and faults chosen in the page', () => {
	it('a device appears with its first message, and its fate changes answer and receipt', async () => {
		const receiver = new Receiver();
		await receiver.start();
		await inbox.client.rest('PUT', 'receipts', { url: receiver.url, gather: 1 });
		await inbox.open('devices');
		await inbox.client.send(withTokens(BODIES.notification, ['ANNA']));
		const fate = inbox.page.getByLabel('Fate of ANNA');
		await fate.selectOption('App uninstalled');
		await inbox.page.getByText('Receipt 2', { exact: true }).waitFor();
		await inbox.client.send(withTokens(BODIES.notification, ['ANNA']));
		await inbox.sandbox.receiptsSettled();
		await receiver.stop();
		expect(receiver.statuses.map((one) => one.deliveryStatus?.result)).toEqual([0, 2]);

		await fate.selectOption('Token refused');
		const changed = inbox.page.waitForResponse((response) => response.request().method() === 'PUT');
		await inbox.page.getByLabel('Reason for ANNA').selectOption('noRight');
		await changed;
		const { data } = await inbox.client.send(withTokens(BODIES.notification, ['ANNA']));
		expect([data.code, data.msg]).toEqual(['80300007', expect.stringContaining('noRight')]);
		await inbox.keepScreenshot('devices');
	});

	it('the next two requests meet a 503 with Retry-After', async () => {
		await inbox.open('faults');
		const { page } = inbox;
		await page.getByRole('spinbutton', { name: 'Requests', exact: true }).fill('2');
		await page.getByLabel('Retry-After in seconds').fill('7');
		await page.getByRole('button', { name: 'Add fault' }).click();
		await page.getByRole('cell', { name: 'Retry-After 7' }).waitFor();
		const answers = [];
		for (let i = 0; i < 3; i++) answers.push(await inbox.client.send(BODIES.notification));
		expect(answers.map(({ status, headers }) => [status, headers['retry-after']])).toEqual([
			[503, '7'],
			[503, '7'],
			[200, undefined],
		]);
		await page.getByText('No fault waits').waitFor();
		await inbox.keepScreenshot('faults');
	});

	it('each fault of the table has its own members, with its own defaults', async () => {
		await inbox.open('faults');
		const { page } = inbox;
		const fault = page.getByRole('combobox', { name: 'Fault' });
		expect(await fault.locator('option').count()).toBe(FAULTS.length);
		await fault.selectOption('slow');
		expect(await page.getByLabel('Late by seconds').inputValue()).toBe('2');
		await fault.selectOption('html');
		await page.getByRole('spinbutton', { name: 'HTTP status' }).fill('404');
		await page.getByRole('button', { name: 'Add fault' }).click();
		await page.getByRole('cell', { name: 'HTTP 404' }).waitFor();
		await fault.selectOption('code');
		await page.getByRole('combobox', { name: 'Code' }).selectOption('80300037');
		expect(await page.getByRole('spinbutton', { name: 'HTTP status' }).inputValue()).toBe('');
		await page.getByRole('button', { name: 'Add fault' }).click();
		await page.getByRole('cell', { name: '80300037' }).waitFor();
		const first = await inbox.client.send(BODIES.notification);
		const second = await inbox.client.send(BODIES.notification);
		expect([first.status, second.status, second.data.code]).toEqual([404, 400, '80300037']);
	});

	it('the quota of test messages is used up', async () => {
		await inbox.open('faults');
		await inbox.page.getByRole('button', { name: 'Use up the test quota' }).click();
		await inbox.page.getByText('Saved.').waitFor();
		const body = change(BODIES.notification, { pushOptions: { testMessage: true } });
		expect((await inbox.client.send(body)).data.code).toBe('80300029');
	});
});

describe('the receipts page', () => {
	it('sets the address, sends good and bad calls, and shows what each was answered', async () => {
		const receiver = new Receiver();
		await receiver.start();
		await inbox.open('receipts');
		const { page } = inbox;
		await page.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByRole('button', { name: 'Send: Test receipt' }).click();
		await page.getByText('200 {"code":"0","message":"success"}').waitFor();
		await page.getByRole('button', { name: 'Send: Sample' }).click();
		await page.getByText('200 {"code":"0","message":"success"}').nth(1).waitFor();
		receiver.answers = [{ status: 401, body: '{"code":"1","message":"wrong signature"}' }];
		await page.getByRole('button', { name: /^Send: Forged/ }).click();
		await page.getByText('401 {"code":"1","message":"wrong signature"}').waitFor();
		await receiver.stop();
		const [test, good, forged] = receiver.calls.map(
			({ headers }) => headers['x-huawei-callback-id'],
		);
		expect(test).toBeUndefined();
		expect(good).toMatch(/value=/);
		expect(forged).toMatch(/value=/);
		await inbox.keepScreenshot('receipts');
	});
});
