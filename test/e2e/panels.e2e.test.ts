/** The action node's panel in the real editor: what it shows as it opens, and what its fields do. */
import axios from 'axios';
import type { Locator, Page } from 'playwright-core';
import { RESOURCES } from '../../nodes/HuaweiPush/actions';
import type { SavedWorkflow, Workflow } from '../../scripts/n8n/workflow';
import { FORM_EXAMPLES } from '../builders/nodeParameters';
import { useEditor } from './setup/editor';
import { readSharedStack, ownerClient, type SharedStack } from './setup/sharedStack';
import { runToEnd, waitUntil } from './setup/workflowRuns';

const ACTION_NODE = 'n8n-nodes-huawei-push.huaweiPush';

/** What an operator does first with each resource. */
const FIRST_OPERATION: Record<string, string> = {
	notification: 'send',
	badge: 'update',
	form: 'update',
	textToSpeech: 'send',
	background: 'send',
	liveView: 'create',
	location: 'send',
	mdm: 'send',
	call: 'ring',
	image: 'verify',
	custom: 'send',
};

const LIVE_VIEW = 'Live view update';

const stack = readSharedStack();
const client = ownerClient(stack);
const editor = useEditor();
let workflow: SavedWorkflow;

function panelWorkflow({ credentials }: SharedStack): Workflow {
	const node = (name: string, index: number, parameters: Record<string, unknown>) => ({
		id: name,
		name,
		type: ACTION_NODE,
		typeVersion: 1,
		position: [(index % 4) * 260, 200 + Math.floor(index / 4) * 180] as [number, number],
		parameters,
		credentials: { huaweiPushApi: credentials.account },
	});
	const panels = Object.entries(FIRST_OPERATION).map(([resource, operation], index) =>
		node(resource, index, { resource, operation }),
	);
	const { operation, resource, parameters } = FORM_EXAMPLES.liveViewUpdate;
	return {
		name: 'Panels',
		nodes: [
			{
				id: 'trigger',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [-300, 0] as [number, number],
				parameters: {},
			},
			...panels,
			node(LIVE_VIEW, panels.length, {
				resource,
				operation,
				...parameters,
				recipients: 'defined',
				pushTokens: 'PANEL-demo-push-token',
				contentTitle: '',
			}),
		],
		connections: { Start: { main: [[{ node: LIVE_VIEW, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

beforeAll(async () => {
	workflow = await client.createWorkflow(panelWorkflow(stack));
}, 120_000);

/** Shows the canvas; loading it anew takes seconds, so only where a test before left it. */
async function showCanvas(reload = false): Promise<Page> {
	const { page } = editor;
	const address = `${stack.n8nUrl}/workflow/${workflow.id}`;
	if (reload || !page.url().startsWith(address)) await page.goto(address);
	else await page.keyboard.press('Escape');
	return page;
}

async function openNode(name: string, reload = false): Promise<Page> {
	const page = await showCanvas(reload);
	const node = page.getByTestId('canvas-node').filter({ has: page.getByText(name, { exact: true }) });
	await node.first().dblclick();
	await page.getByTestId('node-parameters').waitFor();
	return page;
}

describe('the panel as it opens', () => {
	test.each(Object.keys(FIRST_OPERATION))('of %s shows eleven fields at most', async (resource) => {
		const page = await openNode(resource);
		await page.getByTestId('parameter-input-resource').waitFor();
		const inputs = page.locator('[data-test-id^="parameter-input-"]:visible');
		const names = await inputs.evaluateAll((elements) => [
			...new Set(
				elements
					.map((element) => element.getAttribute('data-test-id') ?? '')
					.filter((id) => !/-(field|wrapper|resource|operation|notice|issues)$/i.test(id)),
			),
		]);
		await editor.keepScreenshot(`panel-${resource}`);
		expect(names.length).toBeGreaterThan(0);
		expect(names.length).toBeLessThanOrEqual(11);
	});
});

async function openCreator(): Promise<Page> {
	const page = await showCanvas(true);
	await page.getByTestId('node-creator-plus-button').click();
	return page;
}

describe('the node creator', () => {
	test('finds the node by the words of its message types, English and Chinese', async () => {
		const page = await openCreator();
		for (const words of ['live view', '实况窗', 'revoke', 'widget', 'call', '撤回']) {
			await page.getByTestId('node-creator-search-bar').fill(words);
			const found = page
				.getByTestId('node-creator-item-name')
				.filter({ hasText: /^Huawei Push Kit$/ });
			await found.first().waitFor();
		}
	});

	test('lists every action of the node', async () => {
		const page = await openCreator();
		await page.getByTestId('node-creator-search-bar').fill('huawei push kit');
		await page
			.getByTestId('node-creator-item-name')
			.filter({ hasText: /^Huawei Push Kit$/ })
			.first()
			.click();
		const actions = RESOURCES.flatMap(({ operations }) => operations.map(({ action }) => action));
		await page.getByText(`Actions (${actions.length})`).waitFor();
		for (const action of actions) {
			await page.getByText(action, { exact: true }).first().waitFor();
		}
		await editor.keepScreenshot('actions');
	});
});

describe('{{status}} in Content Title of a live view', () => {
	/** What the editor stores for the field. */
	async function storedTitle(): Promise<unknown> {
		const saved = await client.call<SavedWorkflow>('GET', `/rest/workflows/${workflow.id}`);
		return saved.nodes.find(({ name }) => name === LIVE_VIEW)?.parameters.contentTitle;
	}

	/** Saves, and waits until what n8n has stored is what was `wanted`. */
	async function save(page: Page, wanted: RegExp): Promise<string> {
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+s');
		let stored: unknown;
		await waitUntil(
			'the title is stored',
			async () => {
				stored = await storedTitle();
				return wanted.test(String(stored));
			},
			undefined,
			() => String(stored),
		);
		return String(stored);
	}

	async function titleField(): Promise<{ page: Page; field: Locator }> {
		await client.call('PATCH', `/rest/workflows/${workflow.id}`, {
			...panelWorkflow(stack),
			versionId: (await client.call<SavedWorkflow>('GET', `/rest/workflows/${workflow.id}`)).versionId,
		});
		const page = await openNode(LIVE_VIEW, true);
		const field = page.getByTestId('parameter-input-contentTitle').locator('input, textarea').first();
		await field.scrollIntoViewIfNeeded();
		return { page, field };
	}

	test('typed into the field stays as it is', async () => {
		const { page, field } = await titleField();
		await field.click();
		await page.keyboard.type('{{status}}', { delay: 30 });
		expect(await save(page, /^\{\{status\}\}$/)).toBe('{{status}}');
	});

	test('pasted into the empty field becomes an expression, and stays a placeholder', async () => {
		const { page, field } = await titleField();
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.evaluate(async () => await navigator.clipboard.writeText('{{status}}'));
		await field.click();
		await page.keyboard.press('Control+v');
		await page.waitForTimeout(1000);
		await editor.keepScreenshot('pasted-placeholder');
		const stored = await save(page, /^(\{\{status\}\}$|=.*\{\{\s*status\s*\}\})/);
		if (stored === '{{status}}') return;
		const saved = await client.call<SavedWorkflow>('GET', `/rest/workflows/${workflow.id}`);
		const execution = await runToEnd(client, saved, 'Start');
		expect(execution.error).toBeUndefined();
		const { data } = await axios.get<{ messages: Array<{ body: unknown }> }>(
			`${stack.sandboxUrl}/sandbox/messages?limit=100`,
		);
		expect(JSON.stringify(data.messages.at(-1)?.body)).toContain('"contentTitle":"{{status}}"');
	});
});
