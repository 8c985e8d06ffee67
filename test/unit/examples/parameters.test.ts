/** Every parameter of our nodes in `examples/` is a field that the node has: n8n drops any other without a word. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import { HuaweiPush } from '../../../nodes/HuaweiPush/HuaweiPush.node';
import { HuaweiPushTrigger } from '../../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';
import { ACTION_NODE, readExample, TRIGGER_NODE } from '../../../scripts/start/demonstration';

const NAMES = readdirSync(join(__dirname, '../../../examples'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace(/\.json$/, ''));

const { properties } = new HuaweiPush().description;

/** What n8n adds to a node that is a tool. */
const OF_TOOLS: INodeProperties[] = ['descriptionType', 'toolDescription'].map((name) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
}));

const PROPERTIES = new Map([
	[ACTION_NODE, properties],
	[`${ACTION_NODE}Tool`, [...properties, ...OF_TOOLS]],
	[TRIGGER_NODE, new HuaweiPushTrigger().description.properties],
]);

interface Chosen {
	resource?: unknown;
	operation?: unknown;
}

/** The fields of these names that the operation has; several where they differ by other choices. */
function declared(properties: readonly INodeProperties[], name: string, chosen: Chosen) {
	return properties.filter(({ name: known, displayOptions: { show = {} } = {} }) => {
		const fits = (place: 'resource' | 'operation') =>
			(show[place] ?? [chosen[place]]).includes(String(chosen[place] ?? '')) ||
			show[place] === undefined;
		return known === name && fits('resource') && fits('operation');
	});
}

/** Paths that no field has. */
function strangers(
	properties: readonly INodeProperties[],
	parameters: Record<string, unknown>,
	chosen: Chosen,
): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		const fields = declared(properties, name, chosen);
		if (fields.length === 0) return [name];
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
		const inner = fields.flatMap(({ type, options = [] }) =>
			type === 'collection' ? options.flatMap((one) => ('type' in one ? [one] : [])) : [],
		);
		// A section has groups, and those have values.
		if (inner.length === 0) return [];
		return strangers(inner, { ...value }, {}).map((path) => `${name}.${path}`);
	});
}

it.each(NAMES)('%s names only fields that there are', (name) => {
	const found = readExample(name).nodes.flatMap(({ type, name: node, parameters }) => {
		const known = PROPERTIES.get(type);
		if (known === undefined) return [];
		return strangers(known, parameters, parameters).map((path) => `${node}: ${path}`);
	});
	expect(found).toEqual([]);
});

it('finds a field that was renamed', () => {
	const parameters = { resource: 'notification', operation: 'send', pushOptions: { biTag: 'x' } };
	expect(strangers(properties, parameters, parameters)).toEqual(['pushOptions']);
	const nested = { ...parameters, pushOptions: undefined, options: { batchTag: 'x' } };
	expect(strangers(properties, nested, nested)).toEqual(['pushOptions', 'options.batchTag']);
});

// Remove Duplicates over executions ends every run with an error once its history is full, and full it stays.
test.each(NAMES)('%s keeps no history that fills up', (name) => {
	expect(JSON.stringify(readExample(name))).not.toContain('removeItemsSeenInPreviousExecutions');
});

// An editor that replaces a credential that is not there does not save what was chosen, and publishing fails.
test.each(NAMES)('%s names no credential', (name) => {
	expect(readExample(name).nodes.filter(({ credentials }) => credentials)).toEqual([]);
});
