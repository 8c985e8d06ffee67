import type { INodeProperties } from 'n8n-workflow';

/** Where a scheduled live view begins or ends. */
export const GEOFENCE_FIELD: INodeProperties = {
	displayName: 'Geofence',
	name: 'trigger',
	type: 'fixedCollection',
	placeholder: 'Set Geofence',
	default: {},
	description:
		'The place whose entering or leaving starts it; valid for 48 hours, 5 a day and device',
	options: [
		{
			displayName: 'Geofence',
			name: 'geofence',
			values: [
				{
					displayName: 'Coordinate System Type',
					name: 'coordinateSystemType',
					type: 'options',
					options: [
						{ name: 'GCJ02 (Chinese Maps)', value: 2 },
						{ name: 'WGS84 (GPS)', value: 1 },
					],
					default: 1,
				},
				{
					displayName: 'Delay Time (Seconds)',
					name: 'delayTime',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 300 },
					default: 0,
				},
				{
					displayName: 'Display Time (Seconds)',
					name: 'displayTime',
					type: 'number',
					typeOptions: { minValue: 15, maxValue: 1800 },
					default: 900,
				},
				{ displayName: 'Latitude', name: 'latitude', type: 'number', default: '' },
				{ displayName: 'Longitude', name: 'longitude', type: 'number', default: '' },
				{
					displayName: 'Monitor Event',
					name: 'monitorEvent',
					type: 'options',
					options: [
						{ name: 'The Device Enters', value: 1 },
						{ name: 'The Device Leaves', value: 2 },
					],
					default: 1,
				},
				{
					displayName: 'Radius (Meters)',
					name: 'radius',
					type: 'number',
					typeOptions: { minValue: 200, maxValue: 2000 },
					default: 200,
				},
			],
		},
	],
};
