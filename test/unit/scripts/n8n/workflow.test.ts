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
	const saved = [{ id: 'new', name: 'Mine', type: 'huaweiPushApi' }];

	function connect(node: WorkflowNode): WorkflowNode | undefined {
		const workflow: Workflow = { name: 'w', nodes: [node], connections: {}, settings: {} };
		return connectCredentials(workflow, saved).nodes[0];
	}

	test('replaces the credential of a type that there is one of', () => {
		const node = makeNode({ credentials: { huaweiPushApi: { id: null, name: 'Theirs' } } });
		expect(connect(node)?.credentials).toEqual({ huaweiPushApi: { id: 'new', name: 'Mine' } });
	});

	test('leaves other nodes as they are', () => {
		const other = makeNode({ credentials: { otherApi: { id: '7', name: 'Other' } } });
		expect(connect(other)).toEqual(other);
		expect(connect(makeNode())).toEqual(makeNode());
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
