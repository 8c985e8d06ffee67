/** The workflows that are measured: the same customers, sent to by this package and by n8n's own nodes. */
import { randomUUID } from 'node:crypto';
import { PACKAGE_NAME } from '../scripts/n8n/places';
import type { Workflow, WorkflowNode } from '../scripts/n8n/workflow';
import type { BenchN8n } from './bench';
import type { SandboxGreeting } from './sandboxProcess';

/** The node whose time is taken, in every workflow. */
export const MEASURED_NODE = 'Send';

const START = 'Start';
const CUSTOMERS = 'Customers';
const SIGN = 'Sign';

/**
 * What the message says: the same to all, to each of six groups something else, or to each customer, which n8n's
 * expression engine has to be asked for where it is `computed`.
 */
export type Wording = 'fixed' | 'group' | 'personal' | 'computed';

/** Three languages, two texts in each. */
export const GROUPS = ['de-A', 'de-B', 'en-A', 'en-B', 'zh-A', 'zh-B'] as const;

const WORDS: Readonly<Record<Wording, { title: string; body: string }>> = {
	fixed: { title: 'Weekend offer', body: 'Two coffees for the price of one' },
	group: { title: 'Offer {{ $json.group }}', body: 'Two coffees for the price of one' },
	personal: {
		title: 'Hello {{ $json.name }}',
		body: '{{ $json.points }} points wait for you in {{ $json.city }}',
	},
	computed: {
		title: 'Hello {{ $json.name.trim() }}',
		body: '{{ $json.points }} points wait for you in {{ $json.city.trim() }}',
	},
};

/**
 * Makes the customers, once and outside of the measured node. `alike` customers have the same name, city
 * and points.
 */
const MAKE_CUSTOMERS = `
const { count, alike } = $('${START}').first().json.body;
const filling = 'IQAAAACy0kYwAADWsJ2vVqAqzYqQmHqUqKZCbPzZzKxZtqVbB5LbXfYtTQ9wF2nGmE6uR8s';
return Array.from({ length: count }, (_, index) => {
	const number = alike ? 0 : index;
	return { json: {
		pushToken: 'BENCH' + String(index).padStart(12, '0') + filling + (index * 7919 % 1e9),
		name: 'Customer ' + number,
		city: ['Berlin', 'Kraków', 'Lyon', 'Porto'][number % 4],
		points: 100 + number,
		group: ${JSON.stringify(GROUPS)}[index % ${GROUPS.length}],
	} };
});`;

/** `Send` is this package's node. */
export function makePushWorkflow(
	name: string,
	wording: Wording,
	{ account }: Pick<BenchN8n['credentials'], 'account'>,
): Workflow {
	const recipients = { recipients: 'inputField', tokenField: 'pushToken' };
	return chain(name, [makeStart(name), makeCustomers(), makePush(account, recipients, wording)]);
}

/** The same with a variant for each group, whose texts are those that the expression of `group` makes. */
export function makeVariantsWorkflow(
	name: string,
	{ account }: Pick<BenchN8n['credentials'], 'account'>,
): Workflow {
	const push = makePush(account, { recipients: 'inputField', tokenField: 'pushToken' });
	const entry = GROUPS.map((group) => ({ name: group, values: group, title: `Offer ${group}` }));
	push.parameters.additionalFields = {
		variants: { set: { mode: 'field', field: 'group', variant: { entry } } },
	};
	return chain(name, [makeStart(name), makeCustomers(), push]);
}

/** This package's node, as the one that is measured. */
export function makePush(
	account: BenchN8n['credentials']['account'],
	recipients: Record<string, string>,
	wording: Wording = 'fixed',
): WorkflowNode {
	const { title, body } = WORDS[wording];
	const prefix = wording === 'fixed' ? '' : '=';
	const node = makeNode(MEASURED_NODE, `${PACKAGE_NAME}.huaweiPush`, 1, {
		resource: 'notification',
		operation: 'send',
		...recipients,
		delivery: 'production',
		category: 'MARKETING',
		title: prefix + title,
		body: prefix + body,
	});
	node.credentials = { huaweiPushApi: pick(account) };
	return node;
}

/** `Send` is n8n's HTTP Request node, with a JWT that n8n's JWT node signed once. */
export function makeRequestWorkflow(
	name: string,
	wording: Wording,
	{ jwt }: Pick<BenchN8n['credentials'], 'jwt'>,
	{ keyFile, url }: Pick<SandboxGreeting, 'keyFile' | 'url'>,
): Workflow {
	const sign = makeNode(SIGN, 'n8n-nodes-base.jwt', 1, {
		operation: 'sign',
		useJson: true,
		claimsJson: `={{ { iss: '${keyFile.sub_account}', aud: '${keyFile.token_uri}', iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 3600 } }}`,
		options: { kid: keyFile.key_id },
	});
	sign.credentials = { jwtAuth: pick(jwt) };
	const { title, body } = WORDS[wording];
	const request = makeNode(MEASURED_NODE, 'n8n-nodes-base.httpRequest', 4.5, {
		method: 'POST',
		url: `${url}/v3/${keyFile.project_id}/messages:send`,
		sendHeaders: true,
		headerParameters: {
			parameters: [
				{ name: 'Authorization', value: `=Bearer {{ $('${SIGN}').first().json.token }}` },
				{ name: 'push-type', value: '0' },
			],
		},
		sendBody: true,
		contentType: 'json',
		specifyBody: 'json',
		jsonBody: `={ "payload": { "notification": { "category": "MARKETING", "title": "${title}", "body": "${body}", "clickAction": { "actionType": 0 } } }, "target": { "token": ["{{ $json.pushToken }}"] } }`,
		options: {},
	});
	return chain(name, [makeStart(name), sign, makeCustomers(), request]);
}

/**
 * The same, but an item that fails does not end the execution, and with it those after it. The HTTP Request
 * node opens a connection for each item at once, and with 10,000 some fail on a busy machine.
 */
export function continueOnError(workflow: Workflow): Workflow {
	const nodes = workflow.nodes.map(
		(node): WorkflowNode =>
			node.name === MEASURED_NODE ? { ...node, onError: 'continueRegularOutput' } : node,
	);
	return { ...workflow, nodes };
}

/** `Send` does nothing: what the rest of the workflow costs. */
export function makeIdleWorkflow(name: string): Workflow {
	const idle = makeNode(MEASURED_NODE, 'n8n-nodes-base.noOp', 1, {});
	return chain(name, [makeStart(name), makeCustomers(), idle]);
}

/** Receipts come in; nothing happens with them. */
export function makeReceiptWorkflow(
	name: string,
	triggerOn: readonly string[],
	{ credentials }: BenchN8n,
): Workflow {
	const trigger = makeNode(START, `${PACKAGE_NAME}.huaweiPushTrigger`, 1, {
		verification: 'signature',
		triggerOn,
		messageTypes: [],
	});
	trigger.webhookId = randomUUID();
	trigger.credentials = { huaweiPushReceiptApi: pick(credentials.receipts) };
	return chain(name, [trigger, makeNode('Done', 'n8n-nodes-base.noOp', 1, {})]);
}

/** Called at `/webhook/<path>`, so that it runs as an active workflow does, not as one in the editor. */
export function makeStart(path: string): WorkflowNode {
	const node = makeNode(START, 'n8n-nodes-base.webhook', 2.1, {
		httpMethod: 'POST',
		path,
		responseMode: 'onReceived',
		options: {},
	});
	node.webhookId = randomUUID();
	return node;
}

function makeCustomers(): WorkflowNode {
	return makeCode(CUSTOMERS, MAKE_CUSTOMERS);
}

/** `script` returns the items. */
export function makeCode(name: string, script: string): WorkflowNode {
	return makeNode(name, 'n8n-nodes-base.code', 2, {
		mode: 'runOnceForAllItems',
		language: 'javaScript',
		jsCode: script,
	});
}

export function makeNode(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
): WorkflowNode {
	return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters };
}

function pick({ id, name }: { id: string; name: string }): { id: string; name: string } {
	return { id, name };
}

/** One node after the other. */
export function chain(name: string, nodes: readonly WorkflowNode[]): Workflow {
	const links = nodes
		.slice(1)
		.map((node, index): [string, unknown] => [
			nodes[index]?.name ?? '',
			{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
		]);
	return {
		name,
		nodes: nodes.map((node, index) => ({ ...node, position: [index * 220, 0] })),
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}
