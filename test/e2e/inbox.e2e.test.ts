import { Receiver } from '../builders/sandbox/receiver';
import { BODIES, LIVE_VIEW_BODIES, withTokens } from '../builders/sandbox/bodies';
import { useInbox } from './setup/inboxPage';

const inbox = useInbox();

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
		await page.getByRole('button', { name: 'Fate of FARID: App uninstalled' }).waitFor();
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
