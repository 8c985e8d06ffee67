/** What stands beside the phone of a message: answer, body, JWT, headers and receipts. */
import { BODIES, change, withTokens, type Body } from '../builders/sandbox/bodies';
import { Receiver } from '../builders/sandbox/receiver';
import { useInbox } from './setup/inboxPage';

const inbox = useInbox();

/** Sends a message and opens it as an operator does: by a click on its line. */
async function sendAndOpen(body: Body): Promise<void> {
	await inbox.open('inbox');
	await inbox.client.send(body);
	const id = inbox.sandbox.store.messages.at(-1)?.id;
	await inbox.page.locator(`[data-arrival][href$="/${id}"]`).click();
	await inbox.phone().waitFor();
}

const group = (name: string) => inbox.phone().getByRole('group', { name, exact: true });

describe('beside the phone', () => {
	it('stands JSON in colours, and all of it is copied', async () => {
		const { page } = inbox;
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await sendAndOpen(BODIES.notification);
		const body = page.getByRole('region', { name: 'Body', exact: true });
		const colours = await body
			.locator('pre span')
			.evaluateAll((all) => new Set(all.map((one) => getComputedStyle(one).color)).size);
		expect(colours).toBeGreaterThan(2);
		await body.getByRole('button', { name: 'Copy Body as JSON' }).click();
		await body.getByText('Copied').first().waitFor();
		const copied = await page.evaluate(async () => await navigator.clipboard.readText());
		expect(JSON.parse(copied)).toEqual(BODIES.notification);
	});

	it('stand its receipts, each with a way to the call that told it', async () => {
		const receiver = new Receiver();
		await receiver.start();
		await inbox.client.rest('PUT', 'receipts', { url: receiver.url, gather: 1, retries: 0 });
		await inbox.client.rest('PUT', 'devices/WANG', { fate: 'appUninstalled' });
		await sendAndOpen(withTokens(BODIES.notification, ['ANNA', 'WANG']));
		const receipts = inbox.page.getByRole('region', { name: 'Receipts', exact: true });
		await receipts.getByText('1 × 2').waitFor();
		const words = await receipts.getByRole('listitem').allInnerTexts();
		expect(words).toEqual([
			expect.stringContaining('taken by your address'),
			expect.stringContaining('The token is invalid: the app was uninstalled.'),
		]);
		await inbox.keepScreenshot('message-receipts');
		await receipts.getByRole('link', { name: 'the call' }).first().click();
		await inbox.page.getByLabel('Body of the call').getByText('"WANG"').waitFor();
		await receiver.stop();
	});

	it('stand answer, body with its bytes, checked JWT and headers', async () => {
		await sendAndOpen(BODIES.notification);
		const region = (name: string) => inbox.page.getByRole('region', { name, exact: true });
		expect(await region('Answer').innerText()).toContain('"code": "80000000"');
		const bytes = inbox.sandbox.store.messages[0]?.bytes;
		expect(await region('Body').innerText()).toContain(`${bytes} of 4,096 bytes`);
		expect(await region('JWT').innerText()).toContain('Checked, good');
		expect(await region('JWT').innerText()).toContain('"alg": "PS256"');
		expect(await region('Request').innerText()).toMatch(/push-type\s+0/);
	});

	it('stands what was wrong, and the message is not said to be shown', async () => {
		inbox.client.jwt = `${inbox.client.jwt}x`;
		await sendAndOpen(BODIES.notification);
		inbox.client.jwt = inbox.client.jwt.slice(0, -1);
		expect(await inbox.page.getByRole('region', { name: 'JWT' }).innerText()).toContain('80200001');
		await inbox.page.getByText('The service did not take this message.').waitFor();
	});

	it('a revoked message is struck out in the list and on the phone', async () => {
		await sendAndOpen(change(BODIES.notification, { 'payload.notification.notifyId': 7 }));
		await inbox.client.revoke({ notifyId: 7, token: ['TOKEN_A'] });
		await group('Notification').getByText('Revoked: taken from').waitFor();
		expect(await group('Notification').locator('s').allInnerTexts()).toEqual([
			'Weekend offers',
			'Three new deals near you',
		]);
		expect(await inbox.page.locator('[data-arrival] s').allInnerTexts()).toEqual([
			'“Weekend offers”',
		]);
		await inbox.keepScreenshot('revoked');
	});
});
