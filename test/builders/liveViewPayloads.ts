/** Generated live view payloads, all of them legal. */

import fc from 'fast-check';

import { CAPSULE_FORBIDDEN_COLOURS } from '../../push-kit/catalog/limits';
import { LIVE_VIEW_EVENTS, type LiveViewEvent } from '../../push-kit/catalog/liveViewEvents';
import { LAYOUT_PARTS } from './liveViewLayouts';
import { argbColor, file, filledText, httpsUrl, openAction, optional, richText } from './texts';

const UNKNOWN_EVENT: LiveViewEvent = {
	event: 'AN_EVENT_OF_TOMORROW',
	scene: 'Not known yet',
	restCreate: true,
	restUpdate: true,
	geofence: true,
	statuses: [],
	source: 'none',
};

const CREATABLE = [...LIVE_VIEW_EVENTS.filter((event) => event.restCreate), UNKNOWN_EVENT];
const UPDATABLE = [...LIVE_VIEW_EVENTS.filter((event) => event.restUpdate), UNKNOWN_EVENT];

const extend = fc.oneof(
	fc.record({ type: fc.constant(0) }),
	fc.record({
		type: fc.constantFrom(1, 2),
		text: filledText,
		clickAction: fc.oneof(
			openAction,
			fc.constant({ actionType: 3 }),
			fc.constant({ actionType: 5, data: { tel: '+86 10-1234' } }),
		),
	}),
	fc.record({ type: fc.constantFrom(3, 4), image: file }),
	fc.record({ type: fc.constantFrom(3, 4), pic: file }),
);

const FORBIDDEN: readonly string[] = CAPSULE_FORBIDDEN_COLOURS;

const capsuleBase = fc.record(
	{
		status: fc.constantFrom(1, -1),
		icon: file,
		bgColor: argbColor.filter((color) => !FORBIDDEN.includes(color.toUpperCase())),
		title: filledText,
		content: filledText,
		remind: fc.constantFrom('DEFAULT', 'FLIP', 'EXPAND', 'A_WORD_OF_TOMORROW'),
		iconUrl: httpsUrl,
		isContentDisplayed: fc.boolean(),
	},
	{ requiredKeys: ['status', 'icon', 'bgColor', 'title', 'content'] },
);

const capsuleShape = fc.oneof(
	fc.record({ type: fc.constant(1) }),
	fc.record({
		type: fc.constant(2),
		capsuleTimer: fc.record(
			{ time: fc.integer({ min: 0 }), countDown: fc.boolean(), pause: fc.boolean() },
			optional,
		),
	}),
	fc.record({
		type: fc.constant(3),
		progress: fc.tuple(fc.nat(), fc.nat()).map(([one, other]) => ({
			progress: Math.min(one, other),
			max: Math.max(one, other, 1),
		})),
	}),
);

const capsuleData = fc
	.tuple(capsuleBase, capsuleShape)
	.map(([base, shape]) => ({ ...base, ...shape }));

const externalData = fc.record(
	{
		type: fc.constantFrom(0, 1),
		bgColor: fc.stringMatching(/^#[0-9A-F]{6}$/),
		bgImage: file,
		title: filledText,
		body: richText,
	},
	{ requiredKeys: ['bgImage', 'title', 'body'] },
);

const trigger = fc.record(
	{
		type: fc.constant(1),
		displayTime: fc.integer({ min: 15, max: 1800 }),
		condition: fc.record(
			{
				longitude: fc.integer({ min: -17999, max: 17999 }).map((value) => value / 100),
				latitude: fc.integer({ min: 1, max: 8999 }).map((value) => value / 100),
				coordinateSystemType: fc.constantFrom(1, 2),
				monitorEvent: fc.constantFrom(1, 2),
				radius: fc.integer({ min: 200, max: 2000 }),
				delayTime: fc.integer({ min: 0, max: 300 }),
			},
			{
				requiredKeys: ['longitude', 'latitude', 'coordinateSystemType', 'monitorEvent', 'radius'],
			},
		),
	},
	{ requiredKeys: ['type', 'condition'] },
);

/** A card that meets all that the event demands of one that a push message creates. */
function card({ creationTypes, statuses, keyword }: LiveViewEvent): fc.Arbitrary<object> {
	const placeholders = [
		...(statuses.length > 0 ? ['{{status}}'] : []),
		...(keyword === undefined ? [] : [`{{${keyword}}}`]),
	];
	return fc.constantFrom(...(creationTypes ?? [...LAYOUT_PARTS.keys()])).chain((type) =>
		fc
			.tuple(
				LAYOUT_PARTS.get(type) ?? fc.constant({}),
				filledText,
				fc.record(
					{ contentText: richText, clickAction: openAction, extend },
					{ requiredKeys: ['contentText', 'clickAction'] },
				),
			)
			.map(([parts, title, members]) => ({
				type,
				contentTitle: [title, ...placeholders].join(' '),
				...(keyword !== undefined && { keywords: { [keyword]: 'XX1234' } }),
				...members,
				...parts,
			})),
	);
}

function payload(event: LiveViewEvent, operation: number): fc.Arbitrary<object> {
	const isScheduled = operation === 4 || operation === 6;
	return fc.record(
		{
			activityId: fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
			operation: fc.constant(operation),
			event: fc.constant(event.event),
			...(event.statuses.length > 0 && {
				status: fc.constantFrom(...event.statuses.map(({ status }) => status)),
			}),
			...(isScheduled && { trigger }),
			activityData: fc.record(
				{ notificationData: card(event), capsuleData, externalData },
				{ requiredKeys: ['notificationData'] },
			),
		},
		{ noNullPrototype: true },
	);
}

/** Every operation, for every event that it can be sent for. */
export const liveViewPayload: fc.Arbitrary<object> = fc.oneof(
	...[0, 4].map((operation) =>
		fc.constantFrom(...CREATABLE).chain((event) => payload(event, operation)),
	),
	...[1, 2].map((operation) =>
		fc.constantFrom(...UPDATABLE).chain((event) => payload(event, operation)),
	),
	fc
		.constantFrom(...UPDATABLE.filter((event) => event.geofence))
		.chain((event) => payload(event, 6)),
);
