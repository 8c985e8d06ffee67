import { change, LIVE_VIEW_BODIES } from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';

const { client } = useClient();

const { createProgress, createLeftRight, createEmphasisedText, createMatch, createCustomCard } =
	LIVE_VIEW_BODIES;

/** Holds the parts of every layout, both placeholders and their values. */
const COMPLETE = change(createMatch, {
	'payload.status': 'DEPART',
	'payload.activityData.notificationData': {
		...createProgress.payload.activityData.notificationData,
		...createLeftRight.payload.activityData.notificationData,
		...createEmphasisedText.payload.activityData.notificationData,
		...createMatch.payload.activityData.notificationData,
		...createCustomCard.payload.activityData.notificationData,
		contentTitle: '{{status}} {{flightNo}} {{trainNo}}',
	},
});

const KEYWORDS: Record<string, object> = { FLIGHT: { flightNo: 'X1' }, TRAIN: { trainNo: 'G1' } };
const ALL_TYPES = [-1, 3, 4, 5, 7, 100];

const ALLOWED: Array<[event: string, types: number[]]> = [
	['FLIGHT', [-1, 5]],
	['TRAIN', [-1, 5]],
	['TAXI', [-1, 3, 4, 5, 7]],
	['SUBSCRIBE_TIMER', [-1, 4, 5]],
	...['DELIVERY', 'QUEUE', 'RENT', 'CHECK_IN', 'EXPRESS', 'TRADE', 'SOME_NEW_EVENT'].map(
		(event): [string, number[]] => [event, ALL_TYPES],
	),
	...['PICK_UP', 'SCORE', 'PROGRESS', 'TIMER', 'WORKOUT', 'NAVIGATION'].map(
		(event): [string, number[]] => [event, []],
	),
];

describe('creating a live view', () => {
	it.each(ALLOWED)('of %s takes the layouts %j and no other', async (event, types) => {
		const taken = [];
		for (const type of ALL_TYPES) {
			const body = change(COMPLETE, {
				'payload.event': event,
				'payload.activityData.notificationData.type': type,
				'payload.activityData.notificationData.keywords': KEYWORDS[event],
			});
			if ((await client.send(body, 7)).data.code === '80000000') taken.push(type);
		}
		expect(taken).toEqual(types);
	});

	it.each([
		['FLIGHT', ['status', 'flightNo'], 'flightNo'],
		['TRAIN', ['status', 'trainNo'], 'trainNo'],
	])('of %s needs the placeholders %j', async (event, names, keyword) => {
		for (const missing of names) {
			const body = change(COMPLETE, {
				'payload.event': event,
				'payload.activityData.notificationData.type': 5,
				'payload.activityData.notificationData.keywords': { [keyword]: 'X1' },
				'payload.activityData.notificationData.contentTitle': names
					.filter((name) => name !== missing)
					.map((name) => `{{${name}}}`)
					.join(),
			});
			expect((await client.send(body, 7)).data.msg).toContain(`{{${missing}}} must occur`);
		}
	});

	it.each(['firstTextBlock.firstLine', 'lastTextBlock.secondLine'])(
		'finds a placeholder in %s of the left-right layout only',
		async (path) => {
			const data = 'payload.activityData.notificationData';
			const taxi = {
				'payload.event': 'TAXI',
				[`${data}.contentTitle`]: 'Taxi',
				[`${data}.${path}`]: 'Now {{status}}',
			};
			const leftRight = change(COMPLETE, { ...taxi, [`${data}.type`]: 5 });
			expect((await client.send(leftRight, 7)).data.code).toBe('80000000');
			const match = change(COMPLETE, { ...taxi, [`${data}.type`]: 7 });
			expect((await client.send(match, 7)).data.msg).toContain('{{status}} must occur');
		},
	);

	it('demands a keyword that is not empty', async () => {
		const body = change(createLeftRight, {
			'payload.activityData.notificationData.keywords': { flightNo: '' },
		});
		expect((await client.send(body, 7)).data.msg).toContain('flightNo must not be empty');
	});
});

it('updating a match may leave parts of a team out', async () => {
	const body = change(createMatch, {
		'payload.operation': 1,
		'payload.activityData.notificationData.game.host': {},
		'payload.activityData.notificationData.game.competition': {},
	});
	expect((await client.send(body, 7)).data.code).toBe('80000000');
});
