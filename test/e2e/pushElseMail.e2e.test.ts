/** The example workflow for a second channel: who is mailed, who is not, and that nobody is mailed twice. */
import { randomUUID } from 'node:crypto';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { N8nClient } from '../../scripts/n8n/client';
import { findNode, type SavedCredential, type Workflow } from '../../scripts/n8n/workflow';
import { TRIGGER_NODE } from '../../scripts/start/demonstration';
import { SandboxClient } from '../../scripts/start/sandboxClient';
import type { DataTables } from '../../scripts/n8n/dataTables';
import { MailService } from './setup/mailService';
import { TABLES } from './setup/marketing';
import { openTables } from './setup/marketingWorkflows';
import { changeField, listShown, makeShopCredentials, ShopWorkflow } from './setup/orderExamples';
import { deliverCalls, makeStatus, signCall } from './setup/receiptCalls';
import { ownerClient, readSharedStack } from './setup/sharedStack';
import { changeNode, findReceiptUrl } from './setup/workflowRuns';

let client: N8nClient;
let tables: DataTables;
let sandbox: Sandbox;
let saved: SavedCredential[];
let mail: MailService;
let messages: ShopWorkflow;
let receiptUrl: string;

const newToken = (name: string) => `${name}-${randomUUID()}`;
const script = async (token: string, what: object) =>
	await new SandboxClient(sandbox.url).scriptToken(token, what);

/** Whose receipt has to come before the time is up, however busy the machine is. */
const IN_TIME = ['shown', 'gone'];
const WAIT_MINUTES = `={{ ${JSON.stringify(IN_TIME)}.includes($json.body.name) ? 0.5 : 0.1 }}`;

/** Ready for the machine of a test: waits for seconds, and writes to a service that is there. */
const makeReady = (workflow: Workflow, service: MailService): Workflow =>
	changeNode(changeField(workflow, 'Message', 'waitMinutes', WAIT_MINUTES), 'Send Mail or SMS', {
		url: service.url,
	});

beforeAll(async () => {
	client = ownerClient(readSharedStack());
	tables = await openTables(client);
	[sandbox, mail] = await Promise.all([startSandbox(), MailService.start()]);
	saved = await makeShopCredentials(client, sandbox);
	messages = await ShopWorkflow.publish(client, 'push-else-mail', saved, (example) =>
		makeReady(example, mail),
	);
	receiptUrl = await findReceiptUrl(client, findNode(messages.workflow, TRIGGER_NODE));
	await new SandboxClient(sandbox.url).sendReceiptsTo({ url: receiptUrl });
}, 120_000);

afterAll(async () => {
	await Promise.all([sandbox?.close(), mail?.close()]);
});

beforeEach(async () => {
	for (const name of [TABLES.fallbacks, TABLES.receipts]) await tables.clear(name);
	mail.asked.length = 0;
	mail.answers = 200;
});

const write = (name: string, pushToken?: string) => ({
	messageKey: `${name}-${randomUUID()}`,
	...(pushToken !== undefined && { pushToken }),
	to: `${name}@example.com`,
	name,
	title: 'Your order',
	text: 'It is {{on}} its "way".',
});

async function writeTo(fates: Record<string, object>): Promise<void> {
	for (const [name, fate] of Object.entries(fates)) {
		const token = newToken(name);
		await script(token, fate);
		expect(await messages.call(write(name, token))).toMatchObject({ status: 200 });
	}
}

async function listMarks(): Promise<unknown[]> {
	const rows = await tables.readRows(TABLES.fallbacks);
	return rows.map(({ outcome, verdict, secondChannel }) => [outcome, verdict, secondChannel]);
}

test('mails to those of whom no receipt says that the push was delivered, each once', async () => {
	await writeTo({
		shown: {},
		gone: { receipt: 2 },
		silent: { receipt: 'none' },
		late: { receiptDelay: 25_000 },
		dead: { reason: 'tokenFormatError' },
		broken: { fault: 'code', code: '80300002' },
	});
	await messages.call(write('without'));
	// Too long for a push, not for a mail.
	await messages.call({ ...write('long', newToken('long')), text: 'x'.repeat(5000) });
	await messages.settle();
	await sandbox.receiptsSettled();
	await messages.settle();
	const expected = ['broken', 'dead', 'gone', 'late', 'long', 'silent', 'without'];
	expect(mail.listRecipients()).toEqual(expected.map((name) => `${name}@example.com`));
	expect(mail.asked[0]).toMatchObject({ subject: 'Your order', text: 'It is {{on}} its "way".' });
	expect(await listMarks()).toEqual([
		['accepted', '', null],
		['accepted', '', 'sent'],
		['accepted', '', 'sent'],
		['accepted', '', 'sent'],
		['rejected', 'remove', 'sent'],
		['failed', 'fixSetup', 'sent'],
		['skipped', 'keep', 'sent'],
		['failed', 'fixMessage', 'sent'],
	]);
});

test('is one message and one mail, however often it is called', async () => {
	const pushToken = newToken('twice');
	await script(pushToken, { receipt: 'none' });
	const message = write('twice', pushToken);
	await Promise.all([messages.call(message), messages.call(message), messages.call(message)]);
	await messages.callToEnd(message);
	expect(mail.asked).toMatchObject([{ to: 'twice@example.com', key: message.messageKey }]);
	expect(listShown(sandbox, pushToken)).toEqual([{ title: message.title, body: message.text }]);
	expect(await listMarks()).toEqual([['accepted', '', 'sent']]);
});

/** A receipt of the message, by a call of its own. */
async function receive(biTag: string, result: number): Promise<void> {
	const { receiptUserName: userName, receiptSecret: secret } = sandbox;
	const account = { userName, secret, secretEncoding: 'base64' as const };
	const call = signCall(receiptUrl, account, [makeStatus(result, { biTag })]);
	await deliverCalls([call], 1);
	await messages.expectCall();
}

test('takes a receipt that is there before the row of its message', async () => {
	const pushToken = newToken('early');
	await script(pushToken, { receipt: 'none' });
	const message = write('early', pushToken);
	await receive(message.messageKey, 0);
	await receive(message.messageKey, 0);
	await messages.callToEnd(message);
	expect(mail.asked).toEqual([]);
	expect(await listMarks()).toEqual([['accepted', '', null]]);
});

test('keeps a mail that failed as failed, and does not send it again by itself', async () => {
	mail.answers = 500;
	const message = write('unlucky');
	await messages.callToEnd(message);
	expect(await listMarks()).toEqual([['skipped', 'keep', 'failed']]);
	mail.answers = 200;
	await messages.callToEnd(message);
	expect(mail.listRecipients()).toEqual(['unlucky@example.com']);
});

test('refuses a stranger and what is not complete', async () => {
	const message = write('anna', newToken('anna'));
	expect(await messages.call(message, {})).toMatchObject({ status: 403 });
	const lists = { pushToken: [newToken('phone'), newToken('tablet')] };
	for (const change of [{ messageKey: 'a b' }, { messageKey: '' }, { to: ' ' }, { text: 17 }, lists]) {
		expect(await messages.callToEnd({ ...message, ...change })).toMatchObject({ status: 400 });
	}
	expect(await tables.readRows(TABLES.fallbacks)).toEqual([]);
});

test('leaves those alone of whom nothing is known, where the operator chose so', async () => {
	const careful = await ShopWorkflow.publish(client, 'push-else-mail', saved, (example) => {
		const chosen = changeField(makeReady(example, mail), 'Message', 'mailWithoutReceipt', false);
		// The receipts still come by the workflow above, as they may by Suppression.
		const nodes = chosen.nodes.filter(({ type }) => type !== TRIGGER_NODE);
		const connections = Object.fromEntries(
			Object.entries(chosen.connections).filter(([from]) => nodes.some(({ name }) => name === from)),
		);
		return changeNode({ ...chosen, nodes, connections }, 'Message to Send', {
			path: 'careful-mail',
		});
	});
	const tokens = { gone: newToken('gone'), silent: newToken('silent') };
	await script(tokens.gone, { receipt: 2 });
	await script(tokens.silent, { receipt: 'none' });
	await careful.call(write('gone', tokens.gone));
	await careful.call(write('silent', tokens.silent));
	await careful.settle();
	expect(mail.listRecipients()).toEqual(['gone@example.com']);
});
