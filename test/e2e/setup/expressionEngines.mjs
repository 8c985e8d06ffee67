/**
 * Evaluates expressions with both engines of the full n8n, in n8n's own Node. Reads `{ folder, expressions, json }`
 * from standard input, writes for each expression `{ legacy, vm }`, each `{ type, text }` or `{ error }`.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const { folder, expressions, json } = JSON.parse(await text(process.stdin));
const { Expression, Workflow } = createRequire(join(folder, 'node_modules/n8n/package.json'))('n8n-workflow');

const TYPE = { description: { properties: [], inputs: ['main'], outputs: ['main'], name: 'type' } };
const NODE = { id: '1', name: 'Node', type: 'type', typeVersion: 1, position: [0, 0], parameters: {} };

function evaluate(workflow, expression) {
	const items = [{ json: { name: 'somebody else' } }, { json }];
	const data = { data: { main: [items] }, node: NODE, source: null };
	try {
		const value = workflow.expression.getParameterValue(
			expression,
			null,
			0,
			1,
			NODE.name,
			items,
			'manual',
			{},
			data,
		);
		return { type: value === null ? 'null' : typeof value, text: String(value) };
	} catch (error) {
		return { error: String(error) };
	}
}

async function evaluateAll(engine) {
	if (engine === 'vm') {
		await Expression.initExpressionEngine({
			engine: 'vm',
			bridgeTimeout: 5000,
			bridgeMemoryLimit: 128,
			poolSize: 1,
			maxCodeCacheSize: 1024,
		});
	}
	if (Expression.getActiveImplementation() !== engine) throw new Error(`No engine ${engine}`);
	const nodeTypes = { getByName: () => TYPE, getByNameAndVersion: () => TYPE, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ id: 'w', nodes: [NODE], connections: {}, active: false, nodeTypes });
	await workflow.expression.acquireIsolate();
	const values = expressions.map((expression) => evaluate(workflow, expression));
	await workflow.expression.releaseIsolate();
	return values;
}

const legacy = await evaluateAll('legacy');
const vm = await evaluateAll('vm');
await Expression.disposeExpressionEngine();
process.stdout.write(JSON.stringify(expressions.map((_, index) => ({ legacy: legacy[index], vm: vm[index] }))));
process.exit(0);
