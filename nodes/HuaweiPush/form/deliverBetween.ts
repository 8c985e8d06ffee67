/** The option that lets nobody be disturbed at night, see `push-kit/delivery/deliveryHours.ts`. */

import type { INodeProperties } from 'n8n-workflow';

import { section } from './formField';

export const DELIVER_BETWEEN_FIELD: INodeProperties = section(
	'Deliver Between',
	'deliverBetween',
	[
		{
			displayName: 'Hours',
			name: 'hours',
			values: [
				{
					displayName: 'From',
					name: 'from',
					type: 'string',
					default: '09:00',
					description: 'The first moment at which messages may go, such as 09:00 or 9 am',
				},
				{
					displayName: 'Time Zone',
					name: 'timeZone',
					type: 'string',
					default: 'Asia/Shanghai',
					placeholder: 'e.g. Asia/Shanghai',
					description: 'Of those whose own is not known, such as Asia/Shanghai or UTC+8',
				},
				{
					displayName: 'Time Zone Field',
					name: 'timeZoneField',
					type: 'string',
					requiresDataPath: 'single',
					noDataExpression: true,
					default: '',
					placeholder: 'e.g. timeZone',
					description:
						"Name of the input field, or of the column of a file, that holds the customer's own time zone; where it is empty, Time Zone holds. Leave it empty to use Time Zone for all.",
				},
				{
					displayName: 'To',
					name: 'to',
					type: 'string',
					default: '21:00',
					description:
						'From when on none may go any more; before From, such as 22:00 to 02:00, for hours across midnight',
				},
			],
		},
	],
	{
		description:
			'Production messages that would leave at another time come out as skipped, with the time to try again as notBefore; the node does not wait',
		displayOptions: { hide: { '/resource': ['call'] } },
	},
);
