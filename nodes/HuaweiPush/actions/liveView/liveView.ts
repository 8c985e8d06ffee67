import example from '../../../../examples/messages/live-view-create.json';
import scheduledCreation from '../../../../examples/messages/live-view-schedule-create.json';
import scheduledEnd from '../../../../examples/messages/live-view-schedule-end.json';
import {
	ACTIVITY_ID_BLOCKED_HOURS,
	ACTIVITY_ID_REUSE_HOURS,
	LIVE_VIEW_CREATES_PER_SECOND,
	LIVE_VIEW_ENDED_HOURS,
	LIVE_VIEW_FREQUENT_UPDATES_PER_5_MINUTES,
	LIVE_VIEW_FREQUENT_UPDATES_PER_HOUR,
	LIVE_VIEW_HIDDEN_HOURS,
	LIVE_VIEW_LIFE_HOURS,
	LIVE_VIEW_UPDATES_PER_5_MINUTES,
	LIVE_VIEW_UPDATES_PER_HOUR,
	LIVE_VIEW_UPDATES_PER_SECOND,
} from '../../../../push-kit/catalog/limits';
import type { LiveViewEvent } from '../../../../push-kit/catalog/liveViewEvents';
import { LIVE_VIEW_OPERATIONS } from '../../../../push-kit/message/liveView/operations';
import { LIVE_VIEW_RULES } from '../../../../push-kit/message/liveView/payload';
import { PLACEHOLDERS } from '../../../../push-kit/message/liveView/placeholders';
import { collection, formField, formFields, notice } from '../../form/formField';
import { readVersion, versionFields } from '../../form/identity';
import type { ItemForm } from '../../form/itemForm';
import type { PlaceholderNotation } from '../../parameters/template';
import { TAP_FIELDS } from '../notification';
import type { Composition, OperationLabels, Resource, SendOperation } from '../operation';
import { ASSIST_AREA_FIELD } from './assistArea';
import { CAPSULE_FIELD, readCapsule } from './capsule';
import { CARD_OPTIONS, CONTENT_FIELDS, LAYOUT_FIELD, readCard } from './card';
import { eventFields } from './event';
import { GEOFENCE_FIELD, readGeofence } from './geofence';

const AT = 'additionalFields';

/** The phone replaces them in these texts; elsewhere it would show them as they stand. */
const PLACEHOLDER_NOTATION: PlaceholderNotation = {
	words: new Set(PLACEHOLDERS),
	texts:
		/^(contentTitle|contentText|extend\.text|((first|last)TextBlock\.lines\.)?(first|second)Line)$/,
};

/** Live view messages differ in their number, their events and whether they carry a geofence. */
interface LiveViewOperation extends OperationLabels {
	/** `operation` of the payload. */
	operation: number;
	permitted: (event: LiveViewEvent) => boolean;
	/** Told where the operation is chosen. */
	notice?: string;
	/** Set where the message carries a geofence: an example that has one. */
	scheduled?: object;
}

const MUST_EXIST = `Name a live view that exists: Huawei blocks an unknown Activity ID for ${ACTIVITY_ID_BLOCKED_HOURS} hours.`;

const UPDATE_NOTICE = `${MUST_EXIST} Fields you leave out keep their former value. At most ${LIVE_VIEW_UPDATES_PER_5_MINUTES} updates in 5 minutes and ${LIVE_VIEW_UPDATES_PER_HOUR} an hour (TAXI, SCORE: ${LIVE_VIEW_FREQUENT_UPDATES_PER_5_MINUTES} and ${LIVE_VIEW_FREQUENT_UPDATES_PER_HOUR}); all devices together get ${LIVE_VIEW_UPDATES_PER_SECOND} a second, to which the node keeps.`;

const OPERATIONS: readonly LiveViewOperation[] = [
	{
		value: 'create',
		name: 'Create',
		action: 'Create live view',
		description: 'Show a card that follows something to its end',
		operation: LIVE_VIEW_OPERATIONS.create,
		permitted: ({ restCreate }) => restCreate,
		notice: `The same Activity ID cannot be created again within ${ACTIVITY_ID_REUSE_HOURS} hours. A live view lives for at most ${LIVE_VIEW_LIFE_HOURS} hours; without an update it is hidden after ${LIVE_VIEW_HIDDEN_HOURS} and ends after ${LIVE_VIEW_ENDED_HOURS}. An app may create ${LIVE_VIEW_CREATES_PER_SECOND} a second, all devices together, to which the node keeps. The user must have started what it follows.`,
	},
	{
		value: 'end',
		name: 'End',
		action: 'End live view',
		description: 'Show the result and end the card',
		operation: LIVE_VIEW_OPERATIONS.end,
		permitted: ({ restUpdate }) => restUpdate,
		notice: UPDATE_NOTICE,
	},
	{
		value: 'scheduleCreate',
		name: 'Schedule Create',
		action: 'Schedule creation of live view',
		description: 'Show a card when the device enters or leaves a place',
		operation: LIVE_VIEW_OPERATIONS.scheduleCreate,
		permitted: ({ restCreate, geofence }) => restCreate && geofence,
		scheduled: scheduledCreation.body.payload,
	},
	{
		value: 'scheduleEnd',
		name: 'Schedule End',
		action: 'Schedule end of live view',
		description: 'End a card when the device enters or leaves a place',
		operation: LIVE_VIEW_OPERATIONS.scheduleEnd,
		permitted: ({ restUpdate, geofence }) => restUpdate && geofence,
		notice: MUST_EXIST,
		scheduled: scheduledEnd.body.payload,
	},
	{
		value: 'update',
		name: 'Update',
		action: 'Update live view',
		description: 'Show how it goes on',
		operation: LIVE_VIEW_OPERATIONS.update,
		permitted: ({ restUpdate }) => restUpdate,
		notice: UPDATE_NOTICE,
	},
];

const ACTIVITY_ID_FIELD = formField(LIVE_VIEW_RULES.activityId, 'activityId', {
	default: '',
	required: true,
	placeholder: 'e.g. 4711',
	description: 'Your number for this live view: updates and the end name the same one',
});

const OPTIONS = collection('Additional Fields', AT, [
	...CARD_OPTIONS,
	...formFields(LIVE_VIEW_RULES, {
		content: { description: 'Text for systems without live views' },
		mute: { description: 'Whether the update comes without sound and vibration' },
		shareUrl: {
			placeholder: 'e.g. https://www.example.com/orders/4711',
			description: 'Link for sharing: https, at most 127 characters; since 26.0.0',
		},
		subEvent: {
			description: 'Finer scene, such as FOOD for a delivery; for statistics only',
		},
		title: { description: 'Title for systems without live views' },
	}),
	...versionFields(LIVE_VIEW_RULES.version, true),
]);

/** LiveViewPayload from the form (`push-update-liveview`). */
function readLiveView(form: ItemForm, operation: number): Composition {
	const trigger = readGeofence(form);
	const capsuleData = readCapsule(form);
	const { members, identity } = readVersion(form, LIVE_VIEW_RULES.version, 'activityId', 'none');
	const payload = {
		...form.members(LIVE_VIEW_RULES, ['activityId']),
		operation,
		event: form.text(LIVE_VIEW_RULES.event, 'event'),
		...form.members(LIVE_VIEW_RULES, ['status']),
		...form.members(LIVE_VIEW_RULES, ['mute', 'subEvent', 'shareUrl', 'title', 'content'], AT),
		...members,
		activityData: {
			notificationData: readCard(form),
			...(capsuleData !== undefined && { capsuleData }),
		},
		...(trigger !== undefined && { trigger }),
	};
	return { payload, identity };
}

function sendOperation(of: LiveViewOperation): SendOperation {
	const { operation, permitted, notice: sentence, scheduled, ...labels } = of;
	return {
		kind: 'send',
		...labels,
		messageType: 'liveView',
		placeholders: PLACEHOLDER_NOTATION,
		example: { ...(scheduled ?? example.body.payload), operation },
		fields: [
			...(sentence === undefined ? [] : [notice('liveViewNotice', sentence)]),
			LAYOUT_FIELD,
			ACTIVITY_ID_FIELD,
			...eventFields(permitted),
			...CONTENT_FIELDS,
			...TAP_FIELDS,
			...(scheduled ? [GEOFENCE_FIELD] : []),
			CAPSULE_FIELD,
			ASSIST_AREA_FIELD,
			OPTIONS,
		],
		compose: (form) => readLiveView(form, operation),
	};
}

export const liveView: Resource = {
	option: {
		name: 'Live View',
		value: 'liveView',
		description: 'A card that follows a trip, a delivery or a match to its end',
	},
	first: 'create',
	operations: OPERATIONS.map(sendOperation),
};
