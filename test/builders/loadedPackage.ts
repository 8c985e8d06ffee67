/** The built package, loaded as n8n loads it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import {
	ApplicationError,
	NodeConnectionTypes,
	type ICredentialType,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

const USER_FOLDER = mkdtempSync(join(tmpdir(), 'huawei-push-engine-'));

process.env.N8N_USER_FOLDER ??= USER_FOLDER;

afterAll(() => rmSync(USER_FOLDER, { recursive: true, force: true }));

const ROOT = join(__dirname, '../..');

/** What n8n puts before the name of a node of this package. */
export const NODE_TYPE_PREFIX = 'n8n-nodes-huawei-push.';

export interface LoadedPackage {
	nodeTypes: INodeTypes;
	credentialType: (name: string) => ICredentialType;
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
function toolOf(type: INodeType | undefined): INodeType | undefined {
	if (type === undefined) return undefined;
	const description = { ...type.description, name: `${type.description.name}Tool` };
	return Object.assign(Object.create(type), { description });
}

/** Loads nodes and credentials, with a node to start from. */
export async function loadPackage(): Promise<LoadedPackage> {
	const loader = new PackageDirectoryLoader(ROOT);
	await loader.loadAll();
	const types = new Map<string, INodeType>();
	for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
		if ('description' in type && !('nodeVersions' in type))
			types.set(NODE_TYPE_PREFIX + name, type);
	}
	types.set('test.start', START_NODE);
	const find = (name: string): INodeType => {
		const type = types.get(name) ?? toolOf(types.get(name.replace(/Tool$/, '')));
		if (type === undefined) throw new ApplicationError(`No node type ${name}: run npm run build`);
		return type;
	};
	return {
		nodeTypes: {
			getByName: find,
			getByNameAndVersion: find,
			getKnownTypes: () => ({}),
		},
		credentialType: (name) => {
			const credential = loader.credentialTypes[name]?.type;
			if (credential === undefined) throw new ApplicationError(`No credential type ${name}`);
			return credential;
		},
	};
}
