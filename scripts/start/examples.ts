/** The workflows of `examples/` beside those that the demonstration runs: for looking at, and for trying. */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { N8nClient } from '../n8n/client';
import { DataTables, type Row } from '../n8n/dataTables';
import { REPOSITORY } from '../n8n/places';
import { connectCredentials, findNode, type SavedCredential } from '../n8n/workflow';
import { CUSTOMERS, type Customer } from './customers';
import { DEMONSTRATED, MANUAL_TRIGGER, readExample, waitForExecution } from './demonstration';

/** Makes the data tables that the others share. */
const TABLES = 'create-tables';

/** Of them, the one that the campaigns go to. */
const DEVICES = 'huawei_push_devices';

/** The names of all, without their ending. */
function listExamples(): string[] {
	return readdirSync(join(REPOSITORY, 'examples'))
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.replace(/\.json$/, ''));
}

/** Who may fill in the forms that start a campaign, its withdrawal or an import. */
export interface FormLogin {
	user: string;
	password: string;
}

/**
 * Imports what the demonstration does not run, has their data tables made, and enters its customers there. Nothing is
 * published: that is for the person who wants it to run.
 *
 * @returns how many there are, and the login of their forms
 */
export async function importOthers(
	client: N8nClient,
	saved: readonly SavedCredential[],
): Promise<{ count: number; formLogin: FormLogin }> {
	// New at each start: whoever knows it can send to everybody in the tables.
	const formLogin = { user: 'marketing', password: randomBytes(6).toString('hex') };
	const basic = await client.createCredential('Login to the forms', 'httpBasicAuth', formLogin);
	const others = listExamples().filter((name) => !DEMONSTRATED.includes(name));
	for (const name of others) {
		const example = connectCredentials(readExample(name), [...saved, basic]);
		const workflow = await client.createWorkflow(example);
		if (name === TABLES) {
			const id = await client.runWorkflow(workflow, findNode(workflow, MANUAL_TRIGGER).name);
			const { status, error } = await waitForExecution(client, id);
			if (status !== 'success') throw new Error(`The tables were not made: ${error ?? status}`);
		}
	}
	const tables = await DataTables.open(client);
	await tables.insertRows(DEVICES, CUSTOMERS.map(describeDevice));
	return { count: others.length, formLogin };
}

/** A customer who has agreed to marketing; whose token is dead is found out by sending. */
function describeDevice({ name, pushToken }: Customer): Row {
	return {
		deviceId: name.toLowerCase(),
		pushToken,
		marketingConsent: true,
		timeZone: '',
		status: 'active',
		marketingDay: '',
		marketingCount: 0,
	};
}
