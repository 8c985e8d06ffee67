/** The built package, loaded as n8n loads it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeConnectionTypes, type INodeType, type INodeTypes } from 'n8n-workflow';
import { listNodeTypes, loadTypes, type LoadedTypes } from '../../scripts/engine/loadTypes';

const USER_FOLDER = mkdtempSync(join(tmpdir(), 'huawei-push-engine-'));

process.env.N8N_USER_FOLDER ??= USER_FOLDER;

afterAll(() => rmSync(USER_FOLDER, { recursive: true, force: true }));

const ROOT = join(__dirname, '../..');

export interface LoadedPackage {
	nodeTypes: INodeTypes;
	credentialTypes: LoadedTypes['credentials'];
}

/** Hands the run's items on, as any node before the tested one would. */
const START_NODE: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

/** n8n derives an AI agent's tool from the node; to the node it differs by the name alone. */
function toolOf(type: INodeType): INodeType {
	const description = { ...type.description, name: `${type.description.name}Tool` };
	return Object.assign(Object.create(type), { description });
}

/** Loads nodes and credentials, with a node to start from. */
export async function loadPackage(): Promise<LoadedPackage> {
	const { nodes, credentials } = await loadTypes(ROOT);
	const tools = [...nodes].map(([name, type]) => [`${name}Tool`, toolOf(type)] as const);
	const nodeTypes = listNodeTypes(new Map([...nodes, ...tools, ['test.start', START_NODE]]));
	return { nodeTypes, credentialTypes: credentials };
}
