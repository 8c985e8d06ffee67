/**
 * Stand-ins for the nodes of n8n's own collection that the demonstrated workflows use. The collection itself is
 * some hundred megabytes and comes with the whole n8n only; conditions are judged by n8n's engine all the same.
 */
import {
	jsonParse,
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** As many as the most branching of the workflows has. */
const OUTPUTS_OF_SWITCH = 5;

const passOn: Execute = async function () {
	return [this.getInputData()];
};

/** Edit Fields (Set) in the mode *JSON*. */
const setJson: Execute = async function () {
	const items = this.getInputData().map((_, item) => {
		const value = this.getNodeParameter('jsonOutput', item);
		const json = typeof value === 'string' ? jsonParse<IDataObject>(value) : (value as IDataObject);
		return { json, pairedItem: { item } };
	});
	return [items];
};

/** Split Out, with its only field. */
const splitOut: Execute = async function () {
	const items = this.getInputData().flatMap(({ json }, item) => {
		const list = json[this.getNodeParameter('fieldToSplitOut', item) as string];
		return (Array.isArray(list) ? (list as IDataObject[]) : []).map((entry) => ({
			json: entry,
			pairedItem: { item },
		}));
	});
	return [items];
};

const filter: Execute = async function () {
	const isKept = (_: INodeExecutionData, item: number) =>
		this.getNodeParameter('conditions', item, false, { extractValue: true }) === true;
	return [this.getInputData().filter(isKept)];
};

/** Switch in the mode *Rules*: the first that fits, else the output behind the last rule. */
const switchByRules: Execute = async function () {
	const outputs = Array.from({ length: OUTPUTS_OF_SWITCH }, (): INodeExecutionData[] => []);
	this.getInputData().forEach((entry, item) => {
		const rules = this.getNodeParameter('rules.values', item, []) as INodeParameters[];
		const fits = (index: number) =>
			this.getNodeParameter(`rules.values[${index}].conditions`, item, false, {
				extractValue: true,
			}) === true;
		const found = rules.findIndex((_, index) => fits(index));
		outputs[found === -1 ? rules.length : found]?.push(entry);
	});
	return outputs;
};

const CONDITIONS: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { caseSensitive: true, typeValidation: 'strict', version: 2 } },
};

const RULES: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	options: [{ name: 'values', displayName: 'Rules', values: [CONDITIONS] }],
};

/** By the full names of n8n's own. */
export const STAND_INS: ReadonlyMap<string, INodeType> = new Map(
	[
		standIn('manualTrigger', passOn, [], { group: ['trigger'], inputs: [] }),
		standIn('set', setJson, [text('jsonOutput')]),
		standIn('splitOut', splitOut, [text('fieldToSplitOut')]),
		standIn('filter', filter, [CONDITIONS]),
		standIn('switch', switchByRules, [RULES], {
			outputs: Array.from({ length: OUTPUTS_OF_SWITCH }, () => NodeConnectionTypes.Main),
		}),
		standIn('noOp', passOn, []),
		standIn('stickyNote', passOn, []),
	].map((type) => [`n8n-nodes-base.${type.description.name}`, type]),
);

function standIn(
	name: string,
	execute: Execute,
	properties: INodeProperties[],
	more: Partial<INodeTypeDescription> = {},
): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: 1,
			description: 'Stands in for a node of n8n',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties,
			...more,
		},
		execute,
	};
}

function text(name: string): INodeProperties {
	return { displayName: name, name, type: 'string', default: '' };
}
