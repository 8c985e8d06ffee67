/** What the editor knows of the node before it has ever run: its output, its words on the canvas, its warning. */
import axios from 'axios';
import type { Page } from 'playwright-core';
import { RESOURCES } from '../../nodes/HuaweiPush/actions';
import type { SavedWorkflow, Workflow } from '../../scripts/n8n/workflow';
import { useEditor } from './setup/editor';
import { readSharedStack, ownerClient, type SharedStack } from './setup/sharedStack';

const ACTION_NODE = 'n8n-nodes-huawei-push.huaweiPush';
const TRIGGER_NODE = 'n8n-nodes-huawei-push.huaweiPushTrigger';

const SEND = 'Winter campaign';
const NEXT = 'Remember it';

const stack = readSharedStack();
const editor = useEditor();
let workflow: SavedWorkflow;

/** A campaign that nobody has run, and a node that is to use what comes out of it. */
function newWorkflow({ credentials }: SharedStack): Workflow {
	const node = (name: string, type: string, column: number, more: object = {}) => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [column * 260, 0] as [number, number],
		parameters: {},
		...more,
	});
	return {
		name: 'Before the first run',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 0),
			node(SEND, ACTION_NODE, 1, {
				parameters: { manualDelivery: 'same', title: 'Offers', body: 'Three new deals near you' },
				credentials: { huaweiPushApi: credentials.account },
			}),
			node(NEXT, 'n8n-nodes-base.set', 2, { typeVersion: 3.4 }),
		],
		connections: {
			Start: { main: [[{ node: SEND, type: 'main', index: 0 }]] },
			[SEND]: { main: [[{ node: NEXT, type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	};
}

beforeAll(async () => {
	workflow = await ownerClient(stack).createWorkflow(newWorkflow(stack));
}, 120_000);

async function openCanvas(): Promise<Page> {
	const { page } = editor;
	await page.goto(`${stack.n8nUrl}/workflow/${workflow.id}`);
	await page.getByTestId('canvas-node').filter({ hasText: NEXT }).waitFor();
	return page;
}

/** Asks as the editor does. */
async function schemaOf(...path: string[]) {
	const { status, data } = await axios.get(`${stack.n8nUrl}/schemas/${path.join('/')}.json`, {
		validateStatus: () => true,
		proxy: false,
	});
	return { status, fields: Object.keys(Object(data?.properties)) };
}

describe('n8n', () => {
	test.each(
		RESOURCES.flatMap(({ option, operations }) =>
			operations.map(({ value }) => [String(option.value), value] as const),
		),
	)('knows the output of %s: %s, and of the tool that an agent has of it', async (...operation) => {
		const known = await schemaOf(ACTION_NODE, '1.0.0', ...operation);
		expect(known.status).toBe(200);
		expect(known.fields).toEqual(expect.arrayContaining(['outcome', 'messageType', 'code']));
		expect(await schemaOf(`${ACTION_NODE}Tool`, '1.0.0', ...operation)).toEqual(known);
	});

	test('knows the output of the trigger', async () => {
		const { status, fields } = await schemaOf(TRIGGER_NODE, '1.0.0');
		expect(status).toBe(200);
		expect(fields).toEqual(expect.arrayContaining(['verdict', 'receiptKey']));
	});
});

describe('the editor', () => {
	test('says on the canvas in words what the node does', async () => {
		const page = await openCanvas();
		const node = page.getByTestId('canvas-node').filter({ hasText: SEND });
		await node.getByText('Send notification', { exact: true }).waitFor();
		await editor.keepScreenshot('subtitle');
	});

	test('warns before a click that would reach everyone', async () => {
		const page = await openCanvas();
		await page.getByTestId('canvas-node').filter({ hasText: SEND }).dblclick();
		await page.getByText('sends to everyone on the list, for real').waitFor();
		await editor.keepScreenshot('before-first-run-warning');
	});

	test('lets the fields be dragged to the next node', async () => {
		const page = await openCanvas();
		await page.getByTestId('canvas-node').filter({ hasText: NEXT }).dblclick();
		const pill = page.locator('.pill--preview[data-name="notifyId"]');
		await pill.waitFor();
		await editor.keepScreenshot('before-first-run-fields');
		const names = await page
			.locator('.pill--preview')
			.evaluateAll((pills) => pills.map((one) => one.getAttribute('data-name')));
		const { fields } = await schemaOf(ACTION_NODE, '1.0.0', 'notification', 'send');
		// n8n places the rows by itself, whatever their order in the page.
		expect(names.sort()).toEqual(fields.sort());

		const area = page.getByTestId('assignment-collection-drop-area');
		const from = await pill.boundingBox();
		const to = await area.boundingBox();
		if (from === null || to === null) throw new Error('Field or drop area is out of sight.');
		await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
		await page.mouse.down();
		await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 20 });
		await page.mouse.up();
		const value = page.getByTestId('assignment-value');
		await value.filter({ hasText: '{{ $json.notifyId }}' }).waitFor();
		await editor.keepScreenshot('before-first-run-dragged');
	});
});
