import { Workflow, type IDataObject, type INode, type INodeType } from 'n8n-workflow';

/**
 * An expression of a node's description, such as its subtitle, as the editor evaluates it.
 *
 * @param parameters what is stored; the others have their defaults
 */
export function evaluateInNode(
	type: INodeType,
	expression: string | undefined,
	parameters: IDataObject,
): unknown {
	const node: INode = {
		id: 'node-under-test',
		name: 'Node',
		type: type.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		},
	});
	return workflow.expression.getSimpleParameterValue(node, expression, 'internal', {});
}
