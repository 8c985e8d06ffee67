/** push-type 7: creates, updates and ends live views (LiveViewPayload of `push-update-liveview`). */

import {
	ACTIVITY_ID_MAXIMUM,
	ACTIVITY_ID_MINIMUM,
	EXTERNAL_DATA_MAXIMUM_LENGTH,
	LIVE_VIEW_CONTENT_MAXIMUM_LENGTH,
	LIVE_VIEW_VERSION_MINIMUM,
} from '../../catalog/limits';
import type { Fault } from '../faults';
import {
	filledText,
	flag,
	integer,
	needs,
	openInteger,
	prose,
	struct,
	text,
	when,
	within,
	type Rule,
} from '../rule';
import { capsuleCreation, capsuleDataSchema, checkCapsule } from './capsule';
import { checkEvent } from './eventRules';
import { externalDataCreation, externalDataSchema } from './externalData';
import { layoutParts } from './layouts';
import { notificationDataCreation, notificationDataSchema } from './notificationData';
import type { LiveViewPayload } from './liveViewPayload';
import { CREATING, LIVE_VIEW_OPERATIONS, SCHEDULED } from './operations';
import { checkRichText } from './richText';
import { checkTrigger, triggerSchema } from './trigger';

export const LIVE_VIEW_RULES = {
	activityId: integer('Activity ID', ACTIVITY_ID_MINIMUM, ACTIVITY_ID_MAXIMUM),
	operation: openInteger('Operation'),
	event: filledText('Event', {
		sentence: 'Event is empty. Choose the scene of the live view, for example TAXI.',
	}),
	status: text('Status'),
	title: prose('Fallback Title'),
	content: prose('Fallback Content'),
	mute: flag('Mute'),
	version: {
		title: 'Version (Fixed)',
		type: 'integer',
		minimum: LIVE_VIEW_VERSION_MINIMUM,
	},
	activityData: struct(
		'',
		{
			notificationData: notificationDataSchema,
			capsuleData: capsuleDataSchema,
			externalData: externalDataSchema,
		},
		['notificationData'],
	),
	subEvent: text('Sub Event'),
	trigger: triggerSchema,
	// One that is not https or too long is ignored: a hint says so.
	shareUrl: text('Share URL'),
} satisfies Record<keyof LiveViewPayload, Rule>;

export const liveViewPayloadSchema: Rule = struct(
	'Payload',
	LIVE_VIEW_RULES,
	['activityId', 'operation', 'event', 'activityData'],
	{
		allOf: [
			when('operation', [LIVE_VIEW_OPERATIONS.create], {
				allOf: [
					within(['activityData', 'notificationData'], notificationDataCreation),
					within(['activityData', 'capsuleData'], capsuleCreation),
					within(['activityData', 'externalData'], externalDataCreation),
				],
			}),
			when('operation', CREATING, within(['activityData', 'notificationData'], layoutParts)),
			when(
				'operation',
				SCHEDULED,
				needs(
					['trigger'],
					'Geofence is missing: a scheduled live view needs the place where it begins or ends.',
				),
			),
		],
	},
);

/** Hard rules that JSON Schema cannot say. */
export function checkLiveView(payload: LiveViewPayload): Fault[] {
	const { notificationData, capsuleData, externalData } = payload.activityData;
	const card = 'activityData.notificationData';
	return [
		...checkEvent(payload),
		...checkRichText({
			entries: notificationData.contentText,
			path: `${card}.contentText`,
			field: 'Content Text',
			maximumLength: LIVE_VIEW_CONTENT_MAXIMUM_LENGTH,
		}),
		...checkRichText({
			entries: notificationData.game?.competition.richDesc,
			path: `${card}.game.competition.richDesc`,
			field: 'Game > Competition > Rich Description',
		}),
		...checkCapsule(capsuleData),
		...checkRichText({
			entries: externalData?.body,
			path: 'activityData.externalData.body',
			field: 'Outer Screen > Body',
			maximumLength: EXTERNAL_DATA_MAXIMUM_LENGTH,
		}),
		...checkTrigger(payload.trigger),
	];
}
