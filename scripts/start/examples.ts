/** The workflows of `examples/` beside those that the demonstration runs: for looking at, and for trying. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { N8nClient } from '../n8n/client';
import { REPOSITORY } from '../n8n/places';
import { connectCredentials, findNode, type SavedCredential } from '../n8n/workflow';
import { DEMONSTRATED, MANUAL_TRIGGER, readExample, waitForExecution } from './demonstration';

/** Makes the data tables that the others share. */
const TABLES = 'create-tables';

/** The names of all, without their ending. */
function listExamples(): string[] {
	return readdirSync(join(REPOSITORY, 'examples'))
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.replace(/\.json$/, ''));
}

/**
 * Imports what the demonstration does not run, and has their data tables made. Nothing is published: that is for the
 * person who wants it to run.
 *
 * @returns how many there are
 */
export async function importOthers(
	client: N8nClient,
	saved: readonly SavedCredential[],
): Promise<number> {
	const others = listExamples().filter((name) => !DEMONSTRATED.includes(name));
	for (const name of others) {
		const workflow = await client.createWorkflow(connectCredentials(readExample(name), saved));
		if (name === TABLES) {
			const id = await client.runWorkflow(workflow, findNode(workflow, MANUAL_TRIGGER).name);
			const { status, error } = await waitForExecution(client, id);
			if (status !== 'success') throw new Error(`The tables were not made: ${error ?? status}`);
		}
	}
	return others.length;
}
