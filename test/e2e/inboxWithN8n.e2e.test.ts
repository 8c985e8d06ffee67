/** From the real n8n to the phone: what the node sends is seen in the inbox, and what is set there is felt in n8n. */
import axios from 'axios';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { Execution } from '../../scripts/n8n/execution';
import type { Workflow } from '../../scripts/n8n/workflow';
import { everyMessageWorkflow, runToEnd } from './setup/everyMessage';
import { chooseEntry } from './setup/inboxPage';
import { readSharedStack, ownerClient, type SharedStack } from './setup/sharedStack';

const TOKEN = 'EVERY-demo-push-token';

const stack = readSharedStack();
const client = ownerClient(stack);
let browser: Browser;
let page: Page;
let execution: Execution;

beforeAll(async () => {
	await axios.delete(`${stack.sandboxUrl}/sandbox`);
	execution = await runToEnd(client, everyMessageWorkflow(stack));
	browser = await chromium.launch({
		executablePath: stack.chromium,
		args: ['--no-sandbox', '--disable-gpu'],
	});
	page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.setDefaultTimeout(30_000);
}, 180_000);

afterAll(async () => {
	await browser?.close();
	await axios.delete(`${stack.sandboxUrl}/sandbox`);
});

/** Opens the message that a node of the workflow sent; gives its phone. */
async function openMessageOf(node: string): Promise<Locator> {
	const requestId = execution.listItems(node)[0]?.json.requestId;
	const { data } = await axios.get<{ messages: Array<{ id: number; requestId: string }> }>(
		`${stack.sandboxUrl}/sandbox/messages?limit=100`,
	);
	const id = data.messages.find((message) => message.requestId === requestId)?.id;
	await page.goto(`${stack.sandboxUrl}/#/inbox/${id}`);
	const phone = page.getByRole('group', { name: /^Phone/ });
	await phone.waitFor();
	return phone;
}

describe('the phone shows what the node sent', () => {
	test.each([
		['smallNotification', 'Notification', 'Three new deals near you'],
		['fullNotification', 'Notification', 'Amount 1200'],
		['priorityNotification', 'Notification', 'Are you coming?'],
		['form', 'Service widget', '12 min'],
		['textToSpeech', 'Spoken text', 'Payment received. 18.50 CNY from table 6'],
		['background', 'Background data', 'configVersion'],
		['liveViewProgress', 'Live view card', '呼叫车辆中'],
		['liveViewLeftRight', 'Live view card', 'XX1234 未值机'],
		['liveViewWithoutStatus', 'Live view card', '5821'],
		['call', 'Incoming call', 'Incoming call'],
		['missedCall', 'Notification', 'Lin called at 14:02'],
	])('of %s', async (node, name, words) => {
		const phone = await openMessageOf(node);
		await phone.getByRole('group', { name, exact: true }).getByText(words).first().waitFor();
	});

	test('of a badge', async () => {
		const phone = await openMessageOf('badge');
		await phone.getByRole('img', { name: 'Badge 12' }).waitFor();
	});
});

describe('what is set in the page is felt in n8n', () => {
	/** One notification to the device that the page knows by now. */
	function oneMessage({ credentials }: SharedStack): Workflow {
		const { nodes, connections, settings } = everyMessageWorkflow(stack);
		const kept = nodes.filter(({ name }) => ['Start', 'Customer', 'missedCall'].includes(name));
		const main = [[{ node: 'missedCall', type: 'main', index: 0 }]];
		return {
			name: 'One message',
			nodes: kept.map((node) =>
				node.name === 'missedCall'
					? { ...node, credentials: { huaweiPushApi: credentials.account } }
					: node,
			),
			connections: { ...connections, Customer: { main } },
			settings,
		};
	}

	test('a device whose token is refused comes out on Problem', async () => {
		await page.goto(`${stack.sandboxUrl}/#/devices`);
		await chooseEntry(page, `Fate of ${TOKEN}`, 'Token refused');
		const run = await runToEnd(client, oneMessage(stack));
		expect(run.listItems('missedCall', 1).map(({ json }) => json.outcome)).toEqual(['rejected']);
	});
});
