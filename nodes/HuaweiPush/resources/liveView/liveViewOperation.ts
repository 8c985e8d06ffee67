import type { INodeProperties } from 'n8n-workflow';

import type { LiveViewEvent } from '../../../../push-kit/catalog/liveViewEvents';
import { MESSAGES } from '../../../../push-kit/message/messages';
import type { OperationLabels, SendOperation } from '../../operation';
import { eventFields } from './eventFields';
import { LAYOUT_CONTENT_FIELDS, LAYOUT_FIELD } from './layoutFields';
import { CAPSULE_FIELD } from './capsuleField';
import { GEOFENCE_FIELD } from './geofenceField';
import { ASSIST_AREA_FIELD, LIVE_VIEW_OPTIONS } from './optionalFields';
import { readLiveView } from './readLiveView';

/** Live view messages differ in their number, their events and whether they carry a geofence. */
export interface LiveViewOperation extends OperationLabels {
	/** `operation` of the payload. */
	operation: number;
	permitted: (event: LiveViewEvent) => boolean;
	/** Told where the operation is chosen. */
	notice?: string;
	scheduled?: boolean;
}

const EXAMPLE_CARD = {
	type: 4,
	contentTitle: 'Courier on the way',
	contentText: [{ text: 'About 15 minutes' }],
	singleTextBlock: { firstLine: 'Pickup code', secondLine: '5821' },
	descPic: 'meal.png',
	clickAction: { actionType: 0 },
};

const EXAMPLE_TRIGGER = {
	type: 1,
	condition: {
		longitude: 113.93,
		latitude: 22.54,
		coordinateSystemType: 2,
		monitorEvent: 1,
		radius: 300,
	},
};

const ACTIVITY_ID_FIELD: INodeProperties = {
	displayName: 'Activity ID',
	name: 'activityId',
	type: 'number',
	default: '',
	required: true,
	description: 'Your number for this live view: updates and the end name the same one',
};

export function liveViewOperation(of: LiveViewOperation): SendOperation {
	const { value, name, action, description, operation, permitted, notice, scheduled } = of;
	return {
		kind: 'send',
		value,
		name,
		action,
		description,
		messageType: 'liveView',
		pushType: 7,
		rules: MESSAGES.liveView,
		json: 'offered',
		example: {
			activityId: 31,
			operation,
			event: 'DELIVERY',
			activityData: { notificationData: EXAMPLE_CARD },
			...(scheduled === true && { trigger: EXAMPLE_TRIGGER }),
		},
		fields: [
			...(notice === undefined ? [] : [noticeField(notice)]),
			LAYOUT_FIELD,
			ACTIVITY_ID_FIELD,
			...eventFields(permitted),
			...LAYOUT_CONTENT_FIELDS,
			...(scheduled === true ? [GEOFENCE_FIELD] : []),
			CAPSULE_FIELD,
			ASSIST_AREA_FIELD,
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options: LIVE_VIEW_OPTIONS,
			},
		],
		payload: (reader, run) => readLiveView(reader, run, operation),
	};
}

function noticeField(displayName: string): INodeProperties {
	return { displayName, name: 'liveViewNotice', type: 'notice', default: '' };
}
