import example from '../../../examples/messages/mdm.json';
import { CONSOLE_STEPS } from '../../../push-kit/catalog/consoleSteps';
import { notice } from '../form/formField';
import type { Resource } from './operation';

/** Push-type 11 (`push-mdm`): the struct of its payload could not be read, so none is invented. */
export const mdm: Resource = {
	option: {
		name: 'MDM Message',
		value: 'mdm',
		description: 'Data for an app that manages devices; payload as JSON',
	},
	first: 'send',
	operations: [
		{
			kind: 'send',
			value: 'send',
			name: 'Send',
			action: 'Send mdm message',
			description: 'Hand data to an app that manages devices',
			messageType: 'mdm',
			example: example.body.payload,
			fields: [
				notice(
					'mdmNotice',
					`For devices since 26.0.1. The payload is given as JSON: take its fields from the page of Huawei that came with the right. The app receives it as a background message of type MDM. Needs a right. ${CONSOLE_STEPS.mdmRight}`,
				),
			],
		},
	],
};
