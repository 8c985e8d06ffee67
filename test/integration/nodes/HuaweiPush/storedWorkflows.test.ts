/** What operators have stored with older versions of this package: it goes on to mean what it meant. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../../sandbox/server';
import { HuaweiPushTrigger } from '../../../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';
import { push } from './pushRun';

interface StoredNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: IDataObject;
}

const FOLDER = join(__dirname, '../../../stored');
const STORED = readdirSync(FOLDER).map((file): [version: string, nodes: StoredNode[]] => {
	const { nodes }: { nodes: StoredNode[] } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
	return [file.replace(/\.json$/, ''), nodes];
});
const TOKENS = ['stored-token-one', 'stored-token-two', 'stored-token-three'];

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

describe.each(STORED)('a workflow that was stored with %s', (_, nodes) => {
	const find = (name: string) => {
		const node = nodes.find((one) => one.name === name);
		if (node === undefined) throw new Error(`It has no node "${name}".`);
		return node;
	};

	it('sends to whom it did, and its revocation reaches the same', async () => {
		const sent = await push(sandbox, [{}], { parameters: find('Send').parameters });
		expect(sent.error).toBeUndefined();
		expect(sent.told.map(({ pushToken, outcome }) => [pushToken, outcome])).toEqual(
			TOKENS.map((token) => [token, 'accepted']),
		);
		const items = (sent.outputs[0] ?? []).map(({ json }) => json);
		expect(items[0]).toMatchObject({ notifyId: 4711, biTag: 'stored' });
		const revoked = await push(sandbox, items, { parameters: find('Revoke').parameters });
		expect(revoked.told.map(({ pushToken, outcome }) => [pushToken, outcome])).toEqual(
			TOKENS.map((token) => [token, 'accepted']),
		);
	});

	it('names parameters and choices of the trigger that are still there', () => {
		const { properties, version } = new HuaweiPushTrigger().description;
		const { parameters, typeVersion } = find('Receipts');
		expect(version).toBe(typeVersion);
		for (const [name, value] of Object.entries(parameters)) {
			const property = properties.find((one) => one.name === name);
			expect(property).toBeDefined();
			const choices = choicesOf(property);
			expect(choices).toEqual(expect.arrayContaining(Array.isArray(value) ? value : [value]));
		}
	});
});

function choicesOf(property: INodeProperties | undefined): unknown[] {
	return (property?.options ?? []).map((option) =>
		'value' in option ? option.value : option.name,
	);
}
