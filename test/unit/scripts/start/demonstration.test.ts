import { CUSTOMERS } from '../../../../scripts/start/customers';
import { ACTION_NODE, readExample, TRIGGER_NODE } from '../../../../scripts/start/demonstration';
import { findNode } from '../../../../scripts/n8n/workflow';

describe('the workflows of examples/', () => {
	test('the campaign goes to the customers of the demonstration', () => {
		const { parameters } = findNode(readExample('campaign'), 'n8n-nodes-base.set');
		const { customers } = JSON.parse(String(parameters.jsonOutput)) as { customers: unknown };
		expect(customers).toEqual(CUSTOMERS.map(({ name, pushToken }) => ({ name, pushToken })));
	});

	test.each([
		['campaign', ACTION_NODE],
		['delivery-receipts', TRIGGER_NODE],
	])('%s holds a node of the package', (name, type) => {
		expect(findNode(readExample(name), type).type).toBe(type);
	});

	test.each(['campaign', 'delivery-receipts'])('%s connects only nodes that it has', (name) => {
		const { nodes, connections } = readExample(name);
		const names = nodes.map((node) => node.name);
		const targets = [...JSON.stringify(connections).matchAll(/"node":"([^"]+)"/g)].map(
			([, to]) => to,
		);
		expect(names).toEqual(expect.arrayContaining([...Object.keys(connections), ...targets]));
		expect(new Set(names).size).toBe(names.length);
	});
});
