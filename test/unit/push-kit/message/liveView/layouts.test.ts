import { describeLayout, LAYOUTS } from '../../../../../push-kit/message/liveView/layouts';
import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { findFaults, findHints, type Changes } from '../../../../builders/change';

const { liveViewProgress, liveViewWithoutStatus, liveViewLeftRight, liveViewUpdate } =
	SEND_EXAMPLES;

const inCard = (members: Changes): Changes =>
	Object.fromEntries(
		Object.entries(members).map(([path, value]) => [
			`activityData.notificationData.${path}`,
			value,
		]),
	);

const team = { icon: 'a.png', name: 'A', score: '1' };
const match = {
	type: 7,
	game: { host: team, guest: team, competition: { desc: 'Final', time: '90+1' } },
};
const custom = { type: 100, CustomLayout: { abilityName: 'CardAbility' } };

const PARTS: Array<[string, keyof typeof SEND_EXAMPLES, Changes, string]> = [
	['3', 'liveViewProgress', { richProgress: undefined }, 'richProgress (Progress)'],
	[
		'4',
		'liveViewWithoutStatus',
		{ singleTextBlock: undefined },
		'singleTextBlock (First Line, Second Line)',
	],
	['5', 'liveViewLeftRight', { firstTextBlock: undefined }, 'Left Block'],
	['5', 'liveViewLeftRight', { lastTextBlock: undefined }, 'Right Block'],
	['7', 'liveViewWithoutStatus', { ...match, game: undefined }, 'Game'],
	['100', 'liveViewWithoutStatus', { ...custom, CustomLayout: undefined }, 'Custom Layout'],
];

describe('layout', () => {
	it.each(PARTS)('%s needs its part when created: %s', (type, example, members, title) => {
		const sentence = `${title} is missing: layout ${describeLayout(Number(type))} needs it.`;
		expect(findFaults(SEND_EXAMPLES[example], inCard(members))).toEqual([sentence]);
	});

	it('needs its part when scheduled to be created, too', () => {
		expect(
			findFaults(SEND_EXAMPLES.liveViewGeofence, inCard({ singleTextBlock: undefined })),
		).toEqual([
			'singleTextBlock (First Line, Second Line) is missing: layout 4 (Emphasized Text) needs it.',
		]);
	});

	it('may leave its part out when updated, with a hint', () => {
		expect(findHints(liveViewUpdate, inCard({ singleTextBlock: undefined }))).toEqual([
			'singleTextBlock (First Line, Second Line) is missing: layout 4 (Emphasized Text) needs it.',
		]);
	});

	it.each([
		['3', liveViewProgress, {}],
		['4', liveViewWithoutStatus, {}],
		['5', liveViewLeftRight, {}],
		['7', liveViewWithoutStatus, match],
		['-1', liveViewWithoutStatus, { type: -1, singleTextBlock: undefined, descPic: undefined }],
		['100', liveViewWithoutStatus, custom],
		[
			'100 in its other spelling',
			liveViewWithoutStatus,
			{ type: 100, customLayout: { abilityName: 'CardAbility' } },
		],
	])('%s can be created', (_type, example, members) => {
		expect(findFaults(example, inCard(members))).toEqual([]);
	});

	it('has a name for each known number', () => {
		expect(LAYOUTS.map(({ type }) => describeLayout(type))).toEqual([
			'3 (Progress)',
			'4 (Emphasized Text)',
			'5 (Left-Right Text)',
			'7 (Match)',
			'-1 (Base)',
			'100 (Custom Card)',
		]);
		expect(describeLayout(9)).toBe('9');
	});
});

describe('creating is refused', () => {
	const WRONG: Array<[string, keyof typeof SEND_EXAMPLES, Changes, string[]]> = [
		[
			'progress without node icons',
			'liveViewProgress',
			{ 'richProgress.nodeIcons': undefined },
			['Node Icons is missing.'],
		],
		[
			'an indicator without icon',
			'liveViewProgress',
			{ 'richProgress.indicatorIcon': undefined },
			['Indicator Icon is missing.'],
		],
		[
			'an indicator with an empty icon',
			'liveViewProgress',
			{ 'richProgress.indicatorIcon': '' },
			['Indicator Icon is empty. Enter a text.'],
		],
		[
			'emphasised text without picture',
			'liveViewWithoutStatus',
			{ descPic: undefined },
			[
				'Description Picture is missing: layout 4 (Emphasized Text) needs it. Enter the name of a picture in the app; Huawei wants it beside a Description Picture URL, too.',
			],
		],
		[
			'left-right text without icon',
			'liveViewLeftRight',
			{ spaceType: undefined },
			[
				'Space Icon is missing: layout 5 (Left-Right Text) shows it in the middle. Enter the name of a picture in the app, or set Space Type to Text.',
			],
		],
		[
			'left-right text with an empty icon',
			'liveViewLeftRight',
			{ spaceType: 0, spaceIcon: '' },
			['Space Icon is empty. Enter a text.'],
		],
		[
			'left-right text without text in the middle',
			'liveViewLeftRight',
			{ spaceText: undefined },
			[
				'Space Text is missing: layout 5 (Left-Right Text) shows it in the middle. Enter a text, or set Space Type to Icon.',
			],
		],
		[
			'a match without scores and time',
			'liveViewWithoutStatus',
			{
				type: 7,
				game: {
					host: { icon: 'a.png', name: 'A' },
					guest: { icon: 'a.png', name: '', score: '0' },
					competition: { desc: 'Final' },
				},
			},
			[
				'Game > Host > Score is missing.',
				'Game > Guest > Name is empty. Enter a text.',
				'Game > Competition > Time is missing.',
			],
		],
		[
			'a match without description',
			'liveViewWithoutStatus',
			{ type: 7, game: { host: team, guest: team, competition: { desc: '', time: '1' } } },
			['Game > Competition needs Description or Rich Description. Enter one of them.'],
		],
	];

	it.each(WRONG)('%s', (_what, example, members, sentences) => {
		expect(findFaults(SEND_EXAMPLES[example], inCard(members)).sort()).toEqual(sentences.sort());
	});
});
