import {
	connectCredentials,
	formatWebhookUrl,
	type NodeType,
	type Workflow,
	type WorkflowNode,
} from '../../../../scripts/n8n/workflow';

function makeNode(changes: Partial<WorkflowNode> = {}): WorkflowNode {
	return {
		id: '1',
		name: 'Node',
		type: 'test.node',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...changes,
	};
}

describe('connectCredentials', () => {
	const saved = ['huaweiPushApi', 'huaweiPushReceiptApi', 'httpBasicAuth', 'httpHeaderAuth'].map(
		(type) => ({ id: `${type}-id`, name: 'Mine', type }),
	);

	function connect(node: WorkflowNode): WorkflowNode | undefined {
		const workflow: Workflow = { name: 'w', nodes: [node], connections: {}, settings: {} };
		return connectCredentials(workflow, saved).nodes[0];
	}

	test.each([
		['n8n-nodes-huawei-push.huaweiPush', {}, 'huaweiPushApi'],
		['n8n-nodes-huawei-push.huaweiPushTool', {}, 'huaweiPushApi'],
		['n8n-nodes-huawei-push.huaweiPushTrigger', {}, 'huaweiPushReceiptApi'],
		['n8n-nodes-base.formTrigger', { authentication: 'basicAuth' }, 'httpBasicAuth'],
		['n8n-nodes-base.wait', { incomingAuthentication: 'basicAuth' }, 'httpBasicAuth'],
		['n8n-nodes-base.webhook', { authentication: 'headerAuth' }, 'httpHeaderAuth'],
	])('gives %s with %j the credential of its type', (type, parameters, credential) => {
		expect(connect(makeNode({ type, parameters }))?.credentials).toEqual({
			[credential]: { id: `${credential}-id`, name: 'Mine' },
		});
	});

	test('leaves other nodes as they are', () => {
		const other = makeNode({ credentials: { otherApi: { id: '7', name: 'Other' } } });
		expect(connect(other)).toEqual(other);
		const unknown = makeNode({ type: '@n8n/n8n-nodes-langchain.lmChatOpenAi' });
		expect(connect(unknown)).toEqual(unknown);
	});
});

describe('formatWebhookUrl', () => {
	const node = makeNode({ webhookId: 'a-b' });
	const type = (webhook: object): NodeType => ({
		name: 'n',
		displayName: 'N',
		version: 1,
		webhooks: [{ name: 'default', path: 'receipts', ...webhook }],
	});

	test('puts the id of the webhook before the path', () => {
		expect(formatWebhookUrl('http://127.0.0.1:5678', node, type({}))).toBe(
			'http://127.0.0.1:5678/webhook/a-b/receipts',
		);
	});

	test('takes a full path as it is', () => {
		expect(formatWebhookUrl('http://127.0.0.1:5678', node, type({ isFullPath: true }))).toBe(
			'http://127.0.0.1:5678/webhook/receipts',
		);
	});
});
