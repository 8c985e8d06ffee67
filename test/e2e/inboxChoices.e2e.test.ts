/** Fates of devices and faults of requests, chosen in the page and met by who sends. */
import { FAULTS } from '../../sandbox/delivery/faultKinds';
import { FATES } from '../../sandbox/devices/fates';
import { Receiver } from '../builders/sandbox/receiver';
import { BODIES, change, withTokens } from '../builders/sandbox/bodies';
import { chooseEntry, findBarriers, useInbox } from './setup/inboxPage';
import { waitUntil } from './setup/workflowRuns';

const inbox = useInbox();

/** Waits until a fault is among those that wait, in these words. */
const waiting = async (sentence: string) =>
	await inbox.page
		.getByRole('list', { name: 'Faults that wait' })
		.getByText(sentence, { exact: true })
		.waitFor();

describe('the menu of fates', () => {
	it('tells what each fate does, and is used with the keyboard alone', async () => {
		const { page } = inbox;
		const { keyboard } = page;
		await inbox.client.send(withTokens(BODIES.notification, ['ANNA']));
		await inbox.open('devices');
		const button = page.getByRole('button', { name: /^Fate of ANNA/ });
		await button.focus();
		await keyboard.press('ArrowDown');
		const options = page.getByRole('option');
		await options.first().waitFor();
		expect(await options.count()).toBe(FATES.length);
		for (const [index, { name, effect }] of FATES.entries()) {
			expect((await options.nth(index).innerText()).split(/\n+/)).toEqual([name, effect]);
		}
		expect(await button.getAttribute('aria-expanded')).toBe('true');
		await inbox.keepScreenshot('fates');

		const active = async () => {
			const id = await page.getByRole('listbox').getAttribute('aria-activedescendant');
			return await page.locator(`[id="${id}"] .name`).innerText();
		};
		expect(await active()).toBe('Nothing wrong');
		await keyboard.press('End');
		expect(await active()).toBe('Token refused');
		// The menu tells one word from the next by the pause between: here is none, however slow the machine is.
		await page.evaluate(() => {
			const now = Date.now();
			Date.now = () => now;
		});
		await keyboard.type('not');
		expect(await active()).toBe('Nothing wrong');
		await keyboard.type('ifi');
		expect(await active()).toBe('Notifications switched off');
		await keyboard.press('Escape');
		await options.first().waitFor({ state: 'hidden' });
		expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
		expect(inbox.sandbox.state.scripts.list()).toEqual({});

		await keyboard.press('Enter');
		await options.first().waitFor();
		await keyboard.press('ArrowDown');
		await keyboard.press('Enter');
		await page.getByRole('button', { name: 'Fate of ANNA: App uninstalled' }).waitFor();
		expect(inbox.sandbox.state.scripts.list()).toEqual({ ANNA: { receipt: 2 } });
	});

	it('opens where there is room, with the chosen fate in view', async () => {
		const page = await inbox.openView({
			colorScheme: 'dark',
			viewport: { width: 320, height: 640 },
		});
		await inbox.client.rest('PUT', 'devices/ANNA', { fate: 'refused', reason: 'noRight' });
		await page.goto(`${inbox.sandbox.url}/#/devices`);
		const button = page.getByRole('button', { name: /^Fate of ANNA/ });
		await button.click();
		const chosen = page.getByRole('option', { selected: true });
		await chosen.waitFor();
		const [menu, option] = [
			await page.getByRole('listbox').boundingBox(),
			await chosen.boundingBox(),
		];
		expect(menu?.height).toBeGreaterThan(180);
		expect(menu?.x).toBeGreaterThanOrEqual(0);
		expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(320);
		expect(option?.y).toBeGreaterThanOrEqual(menu?.y ?? 0);
		expect(await findBarriers(page)).toEqual([]);
		await inbox.keepScreenshot('fates-narrow', page);
		await page.context().close();
	});

	it('names a script that is no fate, and takes its place', async () => {
		await inbox.client.send(withTokens(BODIES.notification, ['ANNA']));
		await inbox.client.rest('PUT', 'tokens/ANNA', { receipt: 7 });
		await inbox.open('devices');
		await inbox.page.getByRole('button', { name: 'Fate of ANNA: Scripted over REST' }).waitFor();
		await chooseEntry(inbox.page, 'Fate of ANNA', 'Nothing wrong');
		expect(inbox.sandbox.state.scripts.list()).toEqual({});
	});
});

describe('fates and faults chosen in the page', () => {
	it('a device appears with its first message, and its fate changes answer and receipt', async () => {
		const receiver = new Receiver();
		await receiver.start();
		await inbox.client.rest('PUT', 'receipts', { url: receiver.url, gather: 1 });
		await inbox.open('devices');
		await inbox.client.send(withTokens(BODIES.notification, ['ANNA']));
		await chooseEntry(inbox.page, 'Fate of ANNA', 'App uninstalled');
		await inbox.page.getByText('receipt 2, the token is dead').waitFor();
		await inbox.client.send(withTokens(BODIES.notification, ['ANNA']));
		await inbox.sandbox.receiptsSettled();
		await receiver.stop();
		expect(receiver.statuses.map((one) => one.deliveryStatus?.result)).toEqual([0, 2]);

		await chooseEntry(inbox.page, 'Fate of ANNA', 'Token refused');
		const dead = await inbox.client.send(withTokens(BODIES.notification, ['ANNA']));
		expect(dead.data.msg).toContain('tokenFormatError');
		await chooseEntry(inbox.page, 'Reason for ANNA', 'noRight');
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
		await waiting('The next 2 requests get 503 (too many devices a second) with Retry-After 7 s.');
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
		const choose = async (name: string) => await page.getByRole('radio', { name }).check();
		await choose('Slow answer');
		expect(await page.getByRole('radio').count()).toBe(FAULTS.length);
		expect(await page.getByLabel('Late by seconds').inputValue()).toBe('2');
		await choose('HTML page of a proxy');
		await page.getByRole('spinbutton', { name: 'HTTP status' }).fill('404');
		await page.getByRole('button', { name: 'Add fault' }).click();
		await waiting('The next request gets the web page of a proxy with HTTP 404.');
		await choose('A business code');
		await page.getByRole('combobox', { name: 'Code' }).selectOption('80300037');
		expect(await page.getByRole('spinbutton', { name: 'HTTP status' }).inputValue()).toBe('');
		await page.getByRole('button', { name: 'Add fault' }).click();
		await waiting('The next request gets the code 80300037.');
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

describe('the page to connect', () => {
	it('copies everything that n8n asks for, and shows no secret', async () => {
		const { page, sandbox } = inbox;
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await inbox.open('connect');
		const copy = async (name: string) => {
			await page.getByRole('button', { name: `Copy ${name}`, exact: true }).click();
			await page.getByRole('status').getByText('Copied').first().waitFor();
			// What was copied before may still be said to be.
			const read = async () => await page.evaluate(async () => await navigator.clipboard.readText());
			await waitUntil(`${name} is copied`, async () => (await read()) !== '');
			const text = await read();
			await page.evaluate(async () => await navigator.clipboard.writeText(''));
			return text;
		};
		expect(JSON.parse(await copy('Service Account Key (JSON)'))).toEqual(sandbox.keyFile);
		expect(await copy('Client ID')).toBe(sandbox.clientId);
		expect(await copy('API Base URL')).toBe(sandbox.url);
		expect(await copy('User Name')).toBe('sandbox-receipts');
		expect(await copy('Secret')).toBe(sandbox.receiptSecret);
		const shown = await page.content();
		expect(shown).not.toContain(sandbox.receiptSecret);
		expect(shown).not.toContain('PRIVATE KEY');
		await inbox.keepScreenshot('connect');
	});
});
