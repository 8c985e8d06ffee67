/**
 * Errors as an operator reads them in n8n's own panel: the item once and counted from 1, or none where the whole run is
 * meant; the field as the form calls it; the next click. The engine's words alone do not tell what the panel adds.
 */
import axios from 'axios';

import { makeCustomerWorkflow, type Sender } from './setup/customerWorkflow';
import { useEditor } from './setup/editor';
import { ownerClient, readSharedStack } from './setup/sharedStack';

/** For the engine to come to an end, in milliseconds. */
const READ_TIMEOUT = 60_000;

const stack = readSharedStack();
const client = ownerClient(stack);
const editor = useEditor();

/** All of them beside each other in one workflow: loading a canvas takes longer than a run. */
beforeAll(async () => {
	const failures = Object.entries({ ...ONE_ITEM, ...WHOLE_RUN });
	const senders: Sender[] = [];
	for (const [name, failure] of failures) senders.push(await makeSender(name, failure));
	const { id } = await client.createWorkflow(
		makeCustomerWorkflow('Failures', CUSTOMERS, senders),
	);
	await editor.page.goto(`${stack.n8nUrl}/workflow/${id}`);
}, 120_000);

beforeEach(async () => await axios.delete(`${stack.sandboxUrl}/sandbox`));

afterAll(async () => {
	await axios.delete(`${stack.sandboxUrl}/sandbox`);
});

interface Failure {
	/** Of the message. */
	parameters?: Record<string, unknown>;
	/** Of the credential. */
	account?: Record<string, string>;
	/** What the sandbox does to every request. */
	fault?: Record<string, unknown>;
	/** Whether the customers stand in a file. */
	isFile?: boolean;
	/** What the panel says at once. */
	message: RegExp;
	/** What it says below. */
	description: RegExp;
}

const ONE_ITEM: Record<string, Failure> = {
	'a title that is empty for the second customer': {
		parameters: { title: '={{ $json.title }}' },
		message: /^Item 2: Title /,
		description: /Nothing was sent/,
	},
	'a merge field that one customer lacks': {
		parameters: { title: 'Hi {{title}}' },
		message: /^Item 2: Title asks for \{\{title\}\}/,
		description: /Nothing was sent/,
	},
	'a column that the file does not have': {
		parameters: { recipients: 'file', binaryField: 'data', fileColumn: 'token' },
		isFile: true,
		message: /^Item 1: .*token/,
		description: /Column/,
	},
};

const WHOLE_RUN: Record<string, Failure> = {
	'a Token Field that no customer has': {
		parameters: { tokenField: 'push_token' },
		message: /push_token/,
		description: /Token Field/,
	},
	'more customers than agreed': {
		parameters: { options: { maximumRecipients: 2 } },
		message: /Maximum Recipients/,
		description: /Nothing was sent/,
	},
	'the key file of another service': {
		account: { serviceAccountKey: '{"type":"service_account","project_id":"x"}' },
		message: /Service Account Key/,
		description: /Google|Firebase/,
	},
	'an address that does not answer': {
		account: { baseUrl: 'http://127.0.0.1:9' },
		message: /^Push Kit took none of 3 messages$/,
		description: /refused the connection\. Check API Base URL/,
	},
	'a project that may not send': {
		fault: { fault: 'code', code: '80300002', status: 400, times: 100 },
		message: /^Push Kit took none of 3 messages \(code 80300002\)$/,
		description: /compare its project ID with the one in AppGallery Connect/,
	},
	'a login that Huawei does not take': {
		fault: { fault: 'code', code: '80200001', status: 401, times: 100 },
		message: /^Push Kit took none of 3 messages \(code 80200001\)$/,
		description: /clock|key/i,
	},
};

/** The second has no title. */
const CUSTOMERS = `return [0, 1, 2].map((index) => ({ json: {
	pushToken: 'customer-token-' + index, ...(index !== 1 && { title: 'Offers' }) } }));`;

async function makeSender(
	name: string,
	{ account: changes, isFile, parameters }: Failure,
): Promise<Sender> {
	const account =
		changes === undefined
			? stack.credentials.account
			: await client.createCredential(`Account for ${name}`, 'huaweiPushApi', {
					...stack.accountData,
					...changes,
				});
	return {
		name,
		account,
		fromFile: isFile,
		parameters: {
			recipients: 'inputField',
			manualDelivery: 'same',
			title: 'Offers',
			body: 'Three new deals near you',
			...parameters,
		},
	};
}

/** Runs the node by a click in its panel, and reads what the panel says. */
async function readError(
	name: string,
	{ fault }: Failure,
): Promise<[message: string, all: string]> {
	if (fault) await axios.post(`${stack.sandboxUrl}/sandbox/faults`, fault);
	const { page } = editor;
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	await page.getByTestId('node-execute-button').first().click();
	const message = page.getByTestId('node-error-message');
	await message.waitFor({ timeout: READ_TIMEOUT });
	await editor.keepScreenshot(`error-${name.replaceAll(' ', '-')}`);
	const view = page.locator('.node-error-view').first();
	const read: [string, string] = [(await message.innerText()).trim(), await view.innerText()];
	await page.keyboard.press('Escape');
	// Beside what is left of a failed run, this editor cannot start another node.
	await page.getByTestId('clear-execution-data-button').click();
	return read;
}

const namedItems = (text: string) => text.match(/\bitems? \d+|\[item \d+\]/gi) ?? [];

describe.each(Object.entries(ONE_ITEM))('%s', (name, failure) => {
	it('names the item once, counted from 1, and the next click', async () => {
		const [message, all] = await readError(name, failure);
		expect(message).toMatch(failure.message);
		expect(all).toMatch(failure.description);
		expect(namedItems(all)).toHaveLength(1);
	});
});

describe.each(Object.entries(WHOLE_RUN))('%s', (name, failure) => {
	it('names no item, and the next click', async () => {
		const [message, all] = await readError(name, failure);
		expect(message).toMatch(failure.message);
		expect(all).toMatch(failure.description);
		expect(namedItems(all)).toEqual([]);
	});
});
