import type { INodeProperties } from 'n8n-workflow';

import type { ParameterReader } from '../execution/parameterReader';

/** Text handed to the app as it is; apps usually expect JSON in it. */
export function extraDataField(description: string): INodeProperties {
	return {
		displayName: 'Extra Data',
		name: 'extraData',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. {"orderId": "4711"}',
		description: `${description}. An object by expression is sent as its JSON text.`,
	};
}

/** Huawei takes a string only: an object that an expression hands over becomes its JSON text. */
export function readExtraData(reader: ParameterReader): string {
	const value = reader.value('extraData', '');
	return typeof value === 'object' && value !== null
		? JSON.stringify(value)
		: reader.text('extraData');
}
