import { change, LIVE_VIEW_BODIES, type Body } from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';

const { client } = useClient();

const {
	createProgress: progress,
	createLeftRight: leftRight,
	createEmphasisedText: emphasised,
	createMatch: match,
	createCustomCard: card,
	update,
	end,
	geofence,
} = LIVE_VIEW_BODIES;

type Row = [name: string, body: Body, changes: Record<string, unknown>, tip: RegExp];

const DATA = 'payload.activityData.notificationData';
const CAPSULE = 'payload.activityData.capsuleData';
const EXTERNAL = 'payload.activityData.externalData';
const FENCE = 'payload.trigger.condition';
const data = (name: string, value: unknown) => ({ [`${DATA}.${name}`]: value });
const twoColors = [
	{ text: 'a', foregroundColor: '#FF0A59F7' },
	{ text: 'b', foregroundColor: '#FF000000' },
];

const FRAME: Row[] = [
	['no activityId', update, { 'payload.activityId': undefined }, /activityId/],
	['activityId 2^31', update, { 'payload.activityId': 2 ** 31 }, /activityId/],
	['activityId below -2^31', update, { 'payload.activityId': -(2 ** 31) - 1 }, /activityId/],
	['no operation', update, { 'payload.operation': undefined }, /operation/],
	['operation 3', update, { 'payload.operation': 3 }, /operation/],
	['no event', update, { 'payload.event': undefined }, /event/],
	['no activityData', end, { 'payload.activityData': undefined }, /activityData/],
	['no notificationData', end, { [DATA]: undefined }, /notificationData/],
	['no type', end, data('type', undefined), /type/],
	['no clickAction', end, data('clickAction', undefined), /clickAction/],
	['version -1', update, { 'payload.version': -1 }, /version/],
	['mute as text', update, { 'payload.mute': 'no' }, /mute/],
	['a subEvent with a blank', update, { 'payload.subEvent': 'A B' }, /subEvent/],
	['keepTime 3601', end, data('keepTime', 3601), /keepTime/],
	['clickAction 3 on the card', update, data('clickAction', { actionType: 3 }), /actionType/],
	['a title of 1025', update, data('contentTitle', 'x'.repeat(1025)), /contentTitle/],
	['texts of 1025', update, data('contentText', [{ text: 'x'.repeat(1025) }]), /1024/],
	['two colours in a text', update, data('contentText', twoColors), /one foregroundColor/],
	[
		'a colour of 7 characters',
		update,
		data('contentText', [{ text: 'a', foregroundColor: '#FF0A59' }]),
		/colour/,
	],
	['descPicUrl over http', update, data('descPicUrl', 'http://x'), /https/],
	['spaceIconUrl over http', update, data('spaceIconUrl', 'http://x'), /https/],
];

const CREATION: Row[] = [
	...['PICK_UP', 'SCORE', 'TIMER', 'WORKOUT', 'NAVIGATION', 'PROGRESS'].map(
		(event): Row => [`creation for ${event}`, match, { 'payload.event': event }, /event/],
	),
	['an update of TIMER', update, { 'payload.event': 'TIMER' }, /TIMER/],
	['TAXI with the custom card', progress, data('type', 100), /CustomLayout/],
	[
		'FLIGHT with another layout',
		leftRight,
		{ ...data('type', 3), ...data('richProgress', { progress: 1, nodeIcons: ['a', 'b'] }) },
		/FLIGHT/,
	],
	['a layout that does not exist', match, data('type', 8), /type/],
	['TAXI without status', progress, { 'payload.status': undefined }, /status/],
	['TAXI without {{status}}', progress, data('contentTitle', 'Taxi'), /\{\{status\}\}/],
	['FLIGHT without keywords', leftRight, data('keywords', undefined), /keywords/],
	[
		'FLIGHT with another keyword',
		leftRight,
		data('keywords', { flightNo: 'X', trainNo: 'Y' }),
		/trainNo/,
	],
	[
		'FLIGHT without {{flightNo}}',
		leftRight,
		data('contentTitle', '{{status}}'),
		/\{\{flightNo\}\}/,
	],
	['no contentTitle', match, data('contentTitle', undefined), /contentTitle/],
	['an empty contentTitle', match, data('contentTitle', ''), /contentTitle/],
	['no contentText', match, data('contentText', undefined), /contentText/],
	['an empty contentText', match, data('contentText', []), /contentText/],
];

const LAYOUTS: Row[] = [
	['progress without richProgress', progress, data('richProgress', undefined), /richProgress/],
	['progress 101', progress, data('richProgress.progress', 101), /progress/],
	['progress -1', progress, data('richProgress.progress', -1), /progress/],
	['no nodeIcons', progress, data('richProgress.nodeIcons', undefined), /nodeIcons/],
	['1 nodeIcon', progress, data('richProgress.nodeIcons', ['a']), /nodeIcons/],
	['6 nodeIcons', progress, data('richProgress.nodeIcons', [...'abcdef']), /nodeIcons/],
	[
		'an indicator without icon',
		progress,
		data('richProgress.indicatorIcon', undefined),
		/indicatorIcon/,
	],
	['a wrong bar colour', progress, data('richProgress.color', 'red'), /color/],
	[
		'emphasised text without block',
		emphasised,
		data('singleTextBlock', undefined),
		/singleTextBlock/,
	],
	['a line of 129', emphasised, data('singleTextBlock.firstLine', 'x'.repeat(129)), /firstLine/],
	['an empty line', emphasised, data('singleTextBlock.secondLine', ''), /secondLine/],
	['emphasised text without descPic', emphasised, data('descPic', undefined), /descPic/],
	['no first block', leftRight, data('firstTextBlock', undefined), /firstTextBlock/],
	['no last block', leftRight, data('lastTextBlock', undefined), /lastTextBlock/],
	['no spaceText', leftRight, data('spaceText', ''), /spaceText/],
	['no spaceIcon', leftRight, data('spaceType', undefined), /spaceIcon/],
	['a match without game', match, data('game', undefined), /game/],
	['a team without score', match, data('game.host.score', undefined), /score/],
	['a team icon over http', match, data('game.guest.iconUrl', 'http://x'), /https/],
	['a competition without time', match, data('game.competition.time', ''), /time/],
	['a competition without words', match, data('game.competition.desc', undefined), /desc/],
	['a card without layout', card, data('CustomLayout', undefined), /CustomLayout/],
	[
		'an ability name of 128',
		card,
		data('CustomLayout.abilityName', 'x'.repeat(128)),
		/abilityName/,
	],
	[
		'51 parameters',
		card,
		data(
			'CustomLayout.abilityParameters',
			Object.fromEntries([...'x'.repeat(51)].map((x, i) => [x + i, x])),
		),
		/50/,
	],
	['an assist area without text', progress, data('extend.text', ''), /text/],
	['an assist area without picture', progress, data('extend', { type: 3 }), /image/],
	['imageUrl over http', progress, data('extend.imageUrl', 'http://x'), /https/],
	['dialling without number', progress, data('extend.clickAction', { actionType: 5 }), /data/],
	...['123456789012345678901', '(010)12345', '#123', '12+34', ''].map(
		(tel): Row => [
			`the telephone number "${tel}"`,
			progress,
			data('extend.clickAction', { actionType: 5, data: { tel } }),
			/tel/,
		],
	),
];

const SURROUNDINGS: Row[] = [
	...['#FF000000', '#FFFFFFFF', '#fff1f3f5'].map(
		(color): Row => [
			`the capsule colour ${color}`,
			progress,
			{ [`${CAPSULE}.bgColor`]: color },
			/bgColor/,
		],
	),
	['a capsule without icon', progress, { [`${CAPSULE}.icon`]: undefined }, /icon/],
	['a capsule without title', progress, { [`${CAPSULE}.title`]: undefined }, /title/],
	['a capsule title of 129', progress, { [`${CAPSULE}.title`]: 'x'.repeat(129) }, /title/],
	['a capsule content of 129', progress, { [`${CAPSULE}.content`]: 'x'.repeat(129) }, /content/],
	['a capsule status of 0', progress, { [`${CAPSULE}.status`]: 0 }, /status/],
	['a timer capsule without timer', progress, { [`${CAPSULE}.type`]: 2 }, /capsuleTimer/],
	['a capsule beyond its maximum', emphasised, { [`${CAPSULE}.progress.progress`]: 5 }, /max/],
	['a capsule icon over http', progress, { [`${CAPSULE}.tailIconUrl`]: 'http://x' }, /https/],
	['an outer screen without title', match, { [`${EXTERNAL}.title`]: '' }, /title/],
	['an outer screen without picture', match, { [`${EXTERNAL}.bgImage`]: undefined }, /bgImage/],
	[
		'an outer screen text of 129',
		match,
		{ [`${EXTERNAL}.body`]: [{ text: 'x'.repeat(129) }] },
		/128/,
	],
	['an outer screen colour of 9', match, { [`${EXTERNAL}.bgColor`]: '#FF0A59F7' }, /bgColor/],
	['a geofence without trigger', geofence, { 'payload.trigger': undefined }, /trigger/],
	['a geofence for WORKOUT', geofence, { 'payload.event': 'WORKOUT' }, /geofence/],
	['displayTime 14', geofence, { 'payload.trigger.displayTime': 14 }, /displayTime/],
	['displayTime 1801', geofence, { 'payload.trigger.displayTime': 1801 }, /displayTime/],
	['radius 199', geofence, { [`${FENCE}.radius`]: 199 }, /radius/],
	['radius 2001', geofence, { [`${FENCE}.radius`]: 2001 }, /radius/],
	['delayTime 301', geofence, { [`${FENCE}.delayTime`]: 301 }, /delayTime/],
	['latitude 91', geofence, { [`${FENCE}.latitude`]: 91 }, /latitude/],
	['longitude 180 in GCJ02', geofence, { [`${FENCE}.longitude`]: 180 }, /longitude/],
	['latitude -90 in GCJ02', geofence, { [`${FENCE}.latitude`]: -90 }, /latitude/],
	['both 0', geofence, { [`${FENCE}.longitude`]: 0, [`${FENCE}.latitude`]: 0 }, /both be 0/],
	['another coordinate system', geofence, { [`${FENCE}.coordinateSystemType`]: 3 }, /coordinate/],
	[
		'a delayed end without trigger',
		geofence,
		{ 'payload.operation': 6, 'payload.trigger': undefined },
		/trigger/,
	],
];

describe('hard faults of a live view', () => {
	it.each([...FRAME, ...CREATION, ...LAYOUTS, ...SURROUNDINGS])(
		'refuses %s',
		async (_name, body, changes, tip) => {
			const { data: answer } = await client.send(change(body, changes), 7);
			expect(answer.code).toBe('80100003');
			expect(answer.msg).toMatch(tip);
		},
	);

	it('lets the same parts be absent when updating', async () => {
		const bare = change(update, {
			...data('contentTitle', undefined),
			...data('contentText', undefined),
			...data('singleTextBlock', undefined),
			'payload.status': undefined,
		});
		expect((await client.send(bare, 7)).data.code).toBe('80000000');
	});

	it.each(['singleTextBlock.firstLine', 'contentText.0.text', 'extend.text'])(
		'finds the placeholder in %s',
		async (path) => {
			const body = change(emphasised, {
				'payload.event': 'TAXI',
				'payload.status': 'CALLING',
				...data('extend', { type: 1, text: 'More' }),
			});
			expect((await client.send(body, 7)).data.code).toBe('80100003');
			const placed = change(body, data(path, 'Now: {{status}}'));
			expect((await client.send(placed, 7)).data.code).toBe('80000000');
		},
	);
});
