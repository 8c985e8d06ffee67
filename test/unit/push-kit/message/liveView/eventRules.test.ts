import {
	LIVE_VIEW_EVENTS,
	type LiveViewEvent,
} from '../../../../../push-kit/catalog/liveViewEvents';
import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { findFaults, type Changes } from '../../../../builders/change';

const { liveViewProgress, liveViewLeftRight, liveViewWithoutStatus, liveViewUpdate, liveViewEnd } =
	SEND_EXAMPLES;

const CARD = 'activityData.notificationData';

const WITHOUT_STATUS =
	'No text shows the status: event FLIGHT needs the placeholder [status] (in JSON {{status}}) at least once. Write it in Content Title, Content Text, Assist Area > Text, First Line or Second Line.';

const named = (events: readonly LiveViewEvent[]) => events.map(({ event }) => event);

describe('creating by push message', () => {
	it.each(named(LIVE_VIEW_EVENTS.filter(({ restCreate }) => !restCreate)))(
		'is refused for %s',
		(event) => {
			expect(findFaults(liveViewWithoutStatus, { event })).toEqual([
				`Event ${event} cannot be created by a push message, only by the app on the device. Events that can: CHECK_IN, DELIVERY, EXPRESS, FLIGHT, QUEUE, RENT, SUBSCRIBE_TIMER, TAXI, TRADE, TRAIN.`,
			]);
		},
	);

	it.each(['CHECK_IN', 'DELIVERY', 'EXPRESS', 'QUEUE', 'RENT', 'SUBSCRIBE_TIMER', 'TRADE'])(
		'needs neither status nor placeholder for %s',
		(event) => {
			expect(findFaults(liveViewWithoutStatus, { event })).toEqual([]);
		},
	);

	it.each<[string, Changes, string]>([
		[
			'FLIGHT',
			{ event: 'FLIGHT', status: 'DEPART', [`${CARD}.keywords`]: { flightNo: 'XX1' } },
			'5 (Left-Right Text), -1 (Base)',
		],
		[
			'TRAIN',
			{ event: 'TRAIN', status: 'DEPART', [`${CARD}.keywords`]: { trainNo: 'G1' } },
			'5 (Left-Right Text), -1 (Base)',
		],
		[
			'SUBSCRIBE_TIMER',
			{ event: 'SUBSCRIBE_TIMER' },
			'4 (Emphasized Text), 5 (Left-Right Text), -1 (Base)',
		],
	])('refuses layout 3 for %s', (event, changes, allowed) => {
		const title = '{{status}} {{flightNo}} {{trainNo}}';
		expect(findFaults(liveViewProgress, { [`${CARD}.contentTitle`]: title, ...changes })).toEqual([
			`Layout 3 (Progress) is not allowed when a live view of event ${event} is created. Allowed: ${allowed}.`,
		]);
	});

	it('refuses the custom card for TAXI, but not the base layout', () => {
		const custom = { [`${CARD}.type`]: 100, [`${CARD}.CustomLayout`]: { abilityName: 'A' } };
		expect(findFaults(liveViewProgress, custom)).toEqual([
			'Layout 100 (Custom Card) is not allowed when a live view of event TAXI is created. Allowed: 3 (Progress), 4 (Emphasized Text), 5 (Left-Right Text), 7 (Match), -1 (Base).',
		]);
		expect(findFaults(liveViewProgress, { [`${CARD}.type`]: -1 })).toEqual([]);
	});

	it.each([
		['TAXI', 'CALLING', liveViewProgress, {}],
		['FLIGHT', 'DEPART', liveViewLeftRight, {}],
		[
			'TRAIN',
			'DEPART',
			liveViewLeftRight,
			{
				event: 'TRAIN',
				[`${CARD}.keywords`]: { trainNo: 'G1' },
				[`${CARD}.contentTitle`]: '{{trainNo}} {{status}}',
			},
		],
	])('of %s needs a status', (event, first, example, changes) => {
		expect(findFaults(example, changes)).toEqual([]);
		for (const status of [undefined, '', ' ']) {
			expect(findFaults(example, { ...changes, status })).toEqual([
				`Status is missing: event ${event} needs it, for example ${first}.`,
			]);
		}
	});

	it('needs the placeholder of the status', () => {
		expect(findFaults(liveViewLeftRight, { [`${CARD}.contentTitle`]: '{{flightNo}}' })).toEqual([
			WITHOUT_STATUS,
		]);
	});

	it('needs the keyword and its placeholder', () => {
		const sentence =
			'No text shows the flightNo: event FLIGHT needs the placeholder [flightNo] (in JSON {{flightNo}}) at least once. Write it in Content Title, Content Text, Assist Area > Text, First Line or Second Line.';
		expect(findFaults(liveViewLeftRight, { [`${CARD}.contentTitle`]: '{{status}}' })).toEqual([
			sentence,
		]);
		for (const keywords of [undefined, {}, { trainNo: 'G1' }, { flightNo: '' }]) {
			expect(findFaults(liveViewLeftRight, { [`${CARD}.keywords`]: keywords })).toEqual([
				'Flight Number (keywords.flightNo) is missing: event FLIGHT needs it.',
			]);
		}
	});

	it.each([
		{ contentTitle: '{{status}}' },
		{ contentText: [{ text: 'a' }, { text: 'now {{status}}' }] },
		{ 'extend.text': '{{status}}' },
		{ 'firstTextBlock.firstLine': '{{status}}' },
		{ 'firstTextBlock.secondLine': '{{status}}' },
		{ 'lastTextBlock.firstLine': '{{status}}' },
		{ 'lastTextBlock.secondLine': '{{status}}' },
	])('finds the placeholder in %p', (members) => {
		const changes = {
			'extend.text': '{{flightNo}}',
			contentTitle: 'Flight',
			...members,
			'extend.type': 1,
			spaceText: '{{flightNo}}',
		};
		const inCard = Object.fromEntries(
			Object.entries(changes).map(([path, value]) => [`${CARD}.${path}`, value]),
		);
		expect(findFaults(liveViewLeftRight, inCard)).not.toContain(WITHOUT_STATUS);
	});

	it.each(['spaceText', 'additionalText'])('does not look for it in %s', (member) => {
		expect(
			findFaults(liveViewLeftRight, {
				[`${CARD}.contentTitle`]: '{{flightNo}}',
				[`${CARD}.${member}`]: '{{status}}',
			}),
		).toEqual([WITHOUT_STATUS]);
	});
});

describe('updating', () => {
	it('may use any layout', () => {
		expect(
			findFaults(liveViewUpdate, {
				event: 'FLIGHT',
				status: 'DEPART',
				[`${CARD}.keywords`]: { flightNo: 'XX1' },
				[`${CARD}.contentTitle`]: '{{flightNo}} {{status}}',
			}),
		).toEqual([]);
	});

	it('may leave the status out, as of one that the app created', () => {
		const changes = { status: undefined, [`${CARD}.contentTitle`]: 'Soon' };
		expect(findFaults(liveViewUpdate, changes)).toEqual([]);
	});

	it('needs the placeholder of a status that it sends', () => {
		expect(findFaults(liveViewUpdate, { [`${CARD}.contentTitle`]: 'Here' })).toEqual([
			WITHOUT_STATUS.replace('FLIGHT', 'TAXI'),
		]);
	});

	it('needs no placeholder where the event has no statuses', () => {
		const changes = { event: 'DELIVERY', status: 'SOON', [`${CARD}.contentTitle`]: 'Here' };
		expect(findFaults(liveViewUpdate, changes)).toEqual([]);
	});

	it('and ending are possible for events that only the app creates', () => {
		const changes = { event: 'SCORE', status: undefined, [`${CARD}.contentTitle`]: '2:1' };
		expect(findFaults(liveViewUpdate, changes)).toEqual([]);
		expect(findFaults(liveViewEnd, changes)).toEqual([]);
	});
});

describe('scheduling with a geofence', () => {
	it.each(['NAVIGATION', 'WORKOUT'])('is refused for %s', (event) => {
		expect(findFaults(SEND_EXAMPLES.liveViewGeofence, { event, operation: 6 })).toEqual([
			`Event ${event} cannot be scheduled with a geofence. Create it in the app and update it by Update.`,
		]);
	});
});
