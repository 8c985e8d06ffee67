/** The nodes and credentials of a built package, loaded as n8n loads those of its community nodes. */
import { PackageDirectoryLoader } from 'n8n-core';
import {
	ApplicationError,
	type ICredentialType,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

/** What n8n puts before the name of a node of this package. */
export const NODE_TYPE_PREFIX = 'n8n-nodes-huawei-push.';

export interface LoadedTypes {
	/** By the full names that workflows use. */
	nodes: ReadonlyMap<string, INodeType>;
	credentials: ReadonlyMap<string, ICredentialType>;
}

/** @param folder holds the package.json of the package and what it names */
export async function loadTypes(folder: string): Promise<LoadedTypes> {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const nodes = new Map<string, INodeType>();
	for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
		if ('description' in type && !('nodeVersions' in type))
			nodes.set(NODE_TYPE_PREFIX + name, type);
	}
	const credentials = new Map(
		Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type]),
	);
	return { nodes, credentials };
}

/** The node types as a workflow asks for them. */
export function listNodeTypes(nodes: ReadonlyMap<string, INodeType>): INodeTypes {
	const find = (name: string): INodeType => {
		const type = nodes.get(name);
		if (type === undefined) throw new ApplicationError(`No node type ${name}: run npm run build`);
		return type;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}
