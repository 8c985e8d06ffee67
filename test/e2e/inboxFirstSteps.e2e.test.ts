import { CONNECTION_TEST_RECIPIENT } from '../../sandbox/rules/tokens';
import { BODIES, withTokens } from '../builders/sandbox/bodies';
import { Receiver } from '../builders/sandbox/receiver';
import { useInbox } from './setup/inboxPage';

const inbox = useInbox();

/** The titles of the steps that are green. */
const readDone = async () => await inbox.page.locator('li.done h2').allInnerTexts();
const waitForDone = async (count: number) =>
	await inbox.page.locator(`li.done >> nth=${count - 1}`).waitFor();

test('whoever opens an unused sandbox is led to the first receipt, each step green as it happens', async () => {
	const { page, client, sandbox } = inbox;
	const receiver = new Receiver();
	await receiver.start();
	await page.goto(sandbox.url);
	await page.getByRole('heading', { name: 'Install the node in your n8n' }).waitFor();
	expect(await readDone()).toEqual([]);
	await inbox.keepScreenshot('first-steps');
	await client.send(withTokens(BODIES.notification, [CONNECTION_TEST_RECIPIENT]));
	await waitForDone(2);
	await client.send(BODIES.notification);
	await waitForDone(3);
	await page.getByRole('link', { name: 'Open the message' }).click();
	await inbox.phone().waitFor();
	await page.goBack();
	await waitForDone(4);
	await page.getByLabel('Production URL of the trigger').fill(receiver.url);
	await page.getByRole('button', { name: 'Save' }).click();
	receiver.answers = [{ status: 404 }];
	await page.getByRole('button', { name: 'Send a sample receipt' }).click();
	await page.getByText('n8n knows no webhook at this address').waitFor();
	await inbox.keepScreenshot('first-steps-trouble');
	await client.send(BODIES.notification);
	await page.getByText('All five steps are done.').waitFor();
	expect(await readDone()).toHaveLength(5);
	await inbox.keepScreenshot('first-steps-done');
	await receiver.stop();
});

test('where something has arrived, the inbox opens', async () => {
	const { page, client, sandbox } = inbox;
	await client.send(BODIES.notification);
	await page.goto(sandbox.url);
	await page.locator('[data-arrival]').first().waitFor();
	expect(page.url()).not.toContain('connect');
});
