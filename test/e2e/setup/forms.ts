/** n8n's forms as a browser fills them in: the one that starts a workflow, and the pages behind it. */
import axios from 'axios';
import { membersOf } from '../../../push-kit/json';
import type { Sandbox } from '../../../sandbox/server';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { Execution } from '../../../scripts/n8n/execution';
import { connectCredentials, findNode } from '../../../scripts/n8n/workflow';
import { readExample } from '../../../scripts/start/demonstration';
import { waitUntil } from './workflowRuns';

/**
 * As long as a page waits for an answer, in milliseconds. n8n gives none at all to the second of two answers that
 * arrive at the same moment.
 */
const ANSWER_TIMEOUT = 20_000;

const LOGIN = { username: 'marketing', password: 'only-for-these-tests' };

/** Where a form of `examples/` is filled in. */
export interface Forms {
	campaign: string;
	revocation: string;
	csv: string;
}

/** Imports and publishes the workflows of `examples/` that a form starts, with a sandbox behind them. */
export async function publishForms(client: N8nClient, sandbox: Sandbox): Promise<Forms> {
	const { username: user, password } = LOGIN;
	const saved = [
		await client.createCredential('Login of this test', 'httpBasicAuth', { user, password }),
		await client.createCredential('Account behind the forms', 'huaweiPushApi', {
			keyFormat: 'json',
			serviceAccountKey: JSON.stringify(sandbox.keyFile),
			clientId: sandbox.clientId,
			baseUrl: sandbox.url,
		}),
	];
	const publish = async (name: string): Promise<string> => {
		const workflow = await client.createWorkflow(connectCredentials(readExample(name), saved));
		await client.activateWorkflow(workflow);
		const { parameters } = findNode(workflow, 'n8n-nodes-base.formTrigger');
		return `${client.url}/form/${String(membersOf(parameters.options).path)}`;
	};
	return {
		campaign: await publish('campaign-with-approval'),
		revocation: await publish('revoke-campaign'),
		csv: await publish('tokens-from-csv'),
	};
}

/**
 * Fills a page in and sends it.
 *
 * @param values in the order of the fields; `undefined` leaves one out
 * @returns the address of the next page; behind the first form there is always one
 * @throws {Error} unless n8n took it
 */
export async function submitForm(
	url: string,
	values: ReadonlyArray<string | Blob | undefined>,
): Promise<string> {
	const body = new FormData();
	for (const [index, value] of values.entries()) {
		if (typeof value === 'string') body.append(`field-${index}`, value);
		else if (value !== undefined) body.append(`field-${index}`, value, 'customers.csv');
	}
	// A page without fields, such as the last one.
	if (values.length === 0) body.append('none', '');
	const { data } = await axios.post<{ formWaitingUrl?: string }>(url, body, {
		auth: LOGIN,
		proxy: false,
		timeout: ANSWER_TIMEOUT,
	});
	return data.formWaitingUrl ?? url;
}

/** The execution that a page belongs to. */
function executionOf(page: string): string {
	return new URL(page).pathname.split('/').pop() ?? '';
}

/** Waits until the page can be read, and returns it as HTML. */
export async function readPage(client: N8nClient, page: string): Promise<string> {
	let status = '';
	await waitUntil('the page can be read', async () => {
		({ status } = await client.getExecution(executionOf(page)));
		return !['new', 'running'].includes(status);
	});
	if (status !== 'waiting') throw new Error(`There is no such page: the run ended with ${status}.`);
	const settings = { auth: LOGIN, proxy: false as const, timeout: ANSWER_TIMEOUT };
	return (await axios.get<string>(page, settings)).data;
}

/** Waits for the end of what a form has started. */
export async function waitForEnd(client: N8nClient, page: string): Promise<Execution> {
	let execution = await client.getExecution(executionOf(page));
	await waitUntil('what the form has started has ended', async () => {
		execution = await client.getExecution(executionOf(page));
		return execution.hasEnded;
	});
	return execution;
}

/** Reads the last page of a form, leaves it as a browser does, and waits for the end. Returns the page as HTML. */
export async function readLastPage(
	client: N8nClient,
	page: string,
): Promise<{ text: string; execution: Execution }> {
	const text = await readPage(client, page);
	await submitForm(page, []);
	return { text, execution: await waitForEnd(client, page) };
}
