/** Fields that an AI agent's tool has otherwise than a step of a workflow, or not at all. */

import type { INodeProperties } from 'n8n-workflow';

/** n8n's name for whether the node is a tool. */
const TOOL = '@tool';

/** A field that a tool does not have: what a model need not decide, and could decide wrongly. */
export function notForTools(field: INodeProperties): INodeProperties {
	const { displayOptions = {} } = field;
	return {
		...field,
		displayOptions: { ...displayOptions, hide: { ...displayOptions.hide, [TOOL]: [true] } },
	};
}

/** The same field as a tool has it. */
export function forTools(
	field: INodeProperties,
	changes: Partial<INodeProperties>,
): INodeProperties {
	const { displayOptions = {} } = field;
	return {
		...field,
		...changes,
		displayOptions: { ...displayOptions, show: { ...displayOptions.show, [TOOL]: [true] } },
	};
}
