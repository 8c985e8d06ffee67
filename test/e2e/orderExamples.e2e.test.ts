/** The example workflows that tell of orders, by notifications and by a live view: imported as they are, called as a shop does. */
import { randomUUID } from 'node:crypto';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { N8nClient } from '../../scripts/n8n/client';
import { connectCredentials, type SavedCredential } from '../../scripts/n8n/workflow';
import { readExample } from '../../scripts/start/demonstration';
import { SandboxClient } from '../../scripts/start/sandboxClient';
import type { DataTables } from '../../scripts/n8n/dataTables';
import { useEditor } from './setup/editor';
import { TABLES } from './setup/marketing';
import { openTables } from './setup/marketingWorkflows';
import { listCards, listShown, makeShopCredentials, ShopWorkflow } from './setup/orderExamples';
import { ownerClient, readSharedStack } from './setup/sharedStack';

let client: N8nClient;
let tables: DataTables;
let sandbox: Sandbox;
let saved: SavedCredential[];

beforeAll(async () => {
	client = ownerClient(readSharedStack());
	tables = await openTables(client);
	sandbox = await startSandbox();
	saved = await makeShopCredentials(client, sandbox);
}, 120_000);

afterAll(async () => await sandbox?.close());

beforeEach(async () => {
	for (const name of [TABLES.liveViews, TABLES.fallbacks]) await tables.clear(name);
});

const newToken = (name: string) => `${name}-${randomUUID()}`;
const script = async (token: string, what: object) =>
	await new SandboxClient(sandbox.url).scriptToken(token, what);

describe('personalised orders', () => {
	let orders: ShopWorkflow;

	beforeAll(async () => {
		orders = await ShopWorkflow.publish(client, 'personalised-orders', saved);
	});

	test('tells each customer their own text, and each status once', async () => {
		const pushToken = newToken('anna');
		const order = { orderNumber: '4711', name: 'Anna', pushToken };
		const paid = { ...order, status: 'paid' };
		expect(await orders.callToEnd(paid)).toEqual({ status: 200, body: { sent: true } });
		expect(await orders.callToEnd(paid)).toEqual({ status: 200, body: { sent: true } });
		await orders.callToEnd({ ...order, status: 'shipped' });
		expect(listShown(sandbox, pushToken)).toEqual([
			{
				title: 'Order 4711',
				body: 'Hello Anna, we have received your payment. Thank you!',
			},
			{ title: 'Order 4711', body: 'Hello Anna, your parcel is on its way.' },
		]);
	});

	test.each([
		['quotes and braces', '{{ $json.pushToken }} "O\'Neil" {{status}} \\ }}', undefined],
		['no name', undefined, 'there'],
		['an empty name', ' ', 'there'],
		['a name that is no text', { first: 'Anna' }, 'there'],
		['a name in Chinese', '王小明', undefined],
	])('%s', async (_, name, shown = name) => {
		const pushToken = newToken('odd');
		await orders.callToEnd({ orderNumber: 17, status: 'delivered', name, pushToken });
		expect(listShown(sandbox, pushToken)).toEqual([
			{ title: 'Order 17', body: `Hello ${shown}, your parcel has arrived. Enjoy it!` },
		]);
	});

	test('answers what becomes of an order without a token, without a text, and of a stranger', async () => {
		const order = { orderNumber: 'A-1', status: 'paid', name: 'Bao' };
		expect(await orders.callToEnd(order)).toMatchObject({
			status: 200,
			body: { sent: false, reason: 'noToken', verdict: 'keep' },
		});
		expect(await orders.callToEnd({ ...order, status: 'packed' })).toMatchObject({
			status: 200,
			body: { sent: false, reason: 'There is no text for this status.' },
		});
		expect(await orders.callToEnd({ ...order, orderNumber: '' })).toMatchObject({ status: 400 });
		expect(await orders.callToEnd({})).toMatchObject({ status: 400 });
		expect(await orders.call(order, {})).toMatchObject({ status: 403 });
	});

	test('names a dead token, and fails where the set-up is wrong, so that the shop calls again', async () => {
		const order = { orderNumber: '4712', status: 'paid', name: 'Elena' };
		const dead = newToken('dead');
		await script(dead, { reason: 'tokenFormatError' });
		expect(await orders.callToEnd({ ...order, pushToken: dead })).toMatchObject({
			status: 200,
			body: { sent: false, reason: 'tokenFormatError', verdict: 'remove' },
		});
		const closed = newToken('closed');
		await script(closed, { fault: 'code', code: '80300002' });
		expect(await orders.call({ ...order, pushToken: closed })).toMatchObject({ status: 500 });
	});
});

describe('order live view', () => {
	let liveView: ShopWorkflow;

	beforeAll(async () => {
		liveView = await ShopWorkflow.publish(client, 'order-live-view', saved);
	});

	/** The card after each status, sent one after the other. */
	async function follow(order: object, pushToken: string, statuses: readonly string[]) {
		const seen: unknown[] = [];
		for (const status of statuses) {
			expect(await liveView.callToEnd({ ...order, status, pushToken })).toMatchObject({
				status: 200,
			});
			seen.push(listCards(sandbox, pushToken));
		}
		return seen;
	}

	const card = (headline: string, text: string, progress: number, isOver = false) => [
		{ title: `Order A-4711/7: ${headline}`, text, progress, isOver },
	];
	const ACCEPTED = card('accepted', 'The kitchen has your order.', 10);
	const PREPARING = card('in the pan', 'It will be ready in a moment.', 40);
	const ON_THE_WAY = card('on its way', 'Our courier is coming to you.', 75);
	const DELIVERED = card('delivered', 'Enjoy your meal!', 100, true);
	const ORDER = { orderNumber: 'A-4711/7' };

	test('follows an order from its first status to its end', async () => {
		const statuses = ['accepted', 'preparing', 'onTheWay', 'delivered'];
		expect(await follow(ORDER, newToken('anna'), statuses)).toEqual([
			ACCEPTED,
			PREPARING,
			ON_THE_WAY,
			DELIVERED,
		]);
		expect(await tables.readRows(TABLES.liveViews)).toMatchObject([{ ...ORDER, step: 4 }]);
	});

	test('shows nothing older, nothing twice and nothing unknown, whatever order they come in', async () => {
		const statuses = ['preparing', 'accepted', 'onTheWay', 'onTheWay', 'lost', 'preparing'];
		const pushToken = newToken('bao');
		expect(await follow(ORDER, pushToken, [...statuses, 'delivered', 'onTheWay'])).toEqual([
			PREPARING,
			PREPARING,
			ON_THE_WAY,
			ON_THE_WAY,
			ON_THE_WAY,
			ON_THE_WAY,
			DELIVERED,
			DELIVERED,
		]);
		expect(sandbox.state.devices.get(pushToken)).toMatchObject({ messageCount: 3 });
	});

	test('begins no card by its end, and none twice where two calls come at once', async () => {
		expect(await follow(ORDER, newToken('late'), ['delivered', 'cancelled'])).toEqual([[], []]);
		const pushToken = newToken('twice');
		const accepted = { ...ORDER, status: 'accepted', pushToken };
		await Promise.all([liveView.call(accepted), liveView.call(accepted)]);
		await liveView.settle();
		expect(listCards(sandbox, pushToken)).toEqual(ACCEPTED);
		expect(await follow(ORDER, pushToken, ['preparing', 'cancelled'])).toEqual([
			PREPARING,
			card('cancelled', 'You will get your money back.', 100, true),
		]);
	});

	test('keeps nothing of what Huawei refused, so that the next status begins the card', async () => {
		const dead = newToken('dead');
		await script(dead, { reason: 'noRight' });
		expect(
			await liveView.callToEnd({ ...ORDER, status: 'accepted', pushToken: dead }),
		).toMatchObject({ status: 200, body: { shown: false, reason: 'noRight' } });
		expect(await follow(ORDER, newToken('anew'), ['preparing'])).toEqual([PREPARING]);
		expect(await liveView.callToEnd({ status: 'accepted' })).toMatchObject({ status: 400 });
	});
});

describe('in the editor', () => {
	const editor = useEditor();

	test.each(['personalised-orders', 'order-live-view', 'push-else-mail'])(
		'%s sends what is pinned as a test message by a click, and mails nobody',
		async (name) => {
			const example = connectCredentials(readExample(name), saved);
			const { id } = await client.call<{ id: string }>('POST', '/rest/workflows', example);
			const { page } = editor;
			await page.goto(`${client.url}/workflow/${id}`);
			await page.getByText(/^1\. Your /).waitFor();
			await page.getByTestId('zoom-to-fit').click();
			await page.getByTestId('execute-workflow-button').first().click();
			await page.getByText('Workflow executed successfully').waitFor();
			await editor.keepScreenshot(`example-${name}`);
			expect(sandbox.store.messages.at(-1)).toMatchObject({
				testMessage: true,
				acceptedTokens: ['PUT-YOUR-TEST-DEVICES-PUSH-TOKEN-HERE'],
			});
			expect(await tables.readRows(TABLES.fallbacks)).toEqual([]);
			sandbox.reset();
		},
	);
});
