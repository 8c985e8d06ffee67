import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { findHints, type Changes } from '../../../../builders/change';

const { liveViewLeftRight } = SEND_EXAMPLES;

const CARD = 'activityData.notificationData';

const weather = { weatherType: 1, locationType: 2, highTemperature: 30, lowTemperature: 20 };

const COMPLETE =
	'Weather is not shown: Low Temperature must be at least -95, High Temperature at most 58 and above the low one.';

const HINTS: Array<[string, keyof typeof SEND_EXAMPLES, Changes, string[]]> = [
	[
		'an unknown layout',
		'liveViewWithoutStatus',
		{ [`${CARD}.type`]: 9 },
		['Layout 9 is not known here. It is sent as it is; Huawei may show the base layout instead.'],
	],
	[
		'what another layout shows',
		'liveViewWithoutStatus',
		{
			[`${CARD}.additionalText`]: 'Note',
			[`${CARD}.weather`]: weather,
			[`${CARD}.backgroundType`]: 100,
			[`${CARD}.displayHorizontalLine`]: false,
		},
		[
			'Additional Text has no effect with this layout: it works with layout 5 only.',
			'Weather has no effect with this layout: it works with layout 5 only.',
			'Background Type has no effect with this layout: it works with layout 5 only.',
			'Display Horizontal Line has no effect with this layout: it works with layout 5 and 7 only.',
		],
	],
	[
		'an unknown kind of weather',
		'liveViewLeftRight',
		{ [`${CARD}.weather`]: { ...weather, weatherType: 99 } },
		['Weather > Weather Type 99 is not known here: it is sent as it is.'],
	],
	[
		'incomplete weather',
		'liveViewLeftRight',
		{ [`${CARD}.weather`]: { weatherType: 1, highTemperature: '30' } },
		[
			'Weather is not shown: it needs a whole number for Location Type, High Temperature, Low Temperature.',
		],
	],
	[
		'weather that lacks one number',
		'liveViewLeftRight',
		{ [`${CARD}.weather`]: { ...weather, lowTemperature: undefined } },
		['Weather is not shown: it needs a whole number for Low Temperature.'],
	],
	[
		'weather that is too hot',
		'liveViewLeftRight',
		{ [`${CARD}.weather`]: { ...weather, highTemperature: 59 } },
		[COMPLETE],
	],
	[
		'weather that is too cold',
		'liveViewLeftRight',
		{ [`${CARD}.weather`]: { ...weather, lowTemperature: -96 } },
		[COMPLETE],
	],
	[
		'weather upside down',
		'liveViewLeftRight',
		{ [`${CARD}.weather`]: { ...weather, lowTemperature: 30 } },
		[COMPLETE],
	],
	[
		'superscripts that are not shown',
		'liveViewLeftRight',
		{
			[`${CARD}.lastTextBlock.firstLineSuperscript`]: '+10',
			[`${CARD}.lastTextBlock.secondLineSuperscript`]: '1',
		},
		[
			'Right Block > First Line Superscript is not shown: it must be +1 to +9.',
			'Right Block > Second Line Superscript is not shown: it must be +1 to +9.',
		],
	],
	[
		'the older name of a picture',
		'liveViewProgress',
		{ [`${CARD}.extend`]: { type: 3, pic: 'a.png' } },
		['Assist Area: "pic" is an older name that Huawei is to drop. Use Image instead.'],
	],
	[
		'an unknown assist area',
		'liveViewProgress',
		{ [`${CARD}.extend.type`]: 7 },
		['Assist Area > Type 7 is not known here: it is sent as it is.'],
	],
	[
		'a keep time before the end',
		'liveViewProgress',
		{ [`${CARD}.keepTime`]: 60 },
		[
			'Keep Time (Seconds) has no effect here: Huawei takes it from the message that ends the live view.',
		],
	],
	...['http://example.com/1', `https://example.com/${'x'.repeat(108)}`].map(
		(shareUrl): [string, keyof typeof SEND_EXAMPLES, Changes, string[]] => [
			`the share link ${shareUrl.slice(0, 8)}`,
			'liveViewProgress',
			{ shareUrl },
			['Share URL is ignored: it must begin with https:// and have at most 127 characters.'],
		],
	),
];

describe('hints of a live view', () => {
	it.each(HINTS)('speak of %s', (_what, example, changes, sentences) => {
		expect(findHints(SEND_EXAMPLES[example], changes)).toEqual(sentences);
	});

	it.each<[string, Changes]>([
		['legal weather', { [`${CARD}.weather`]: { ...weather, highTemperature: 58 } }],
		['both superscripts', { [`${CARD}.lastTextBlock.secondLineSuperscript`]: '+9' }],
		['an empty superscript', { [`${CARD}.lastTextBlock.firstLineSuperscript`]: '' }],
		[
			'what its layout shows',
			{ [`${CARD}.additionalText`]: 'Note', [`${CARD}.backgroundType`]: 101 },
		],
		['the longest share link', { shareUrl: `https://example.com/${'x'.repeat(107)}` }],
	])('do not speak of %s', (_what, changes) => {
		expect(findHints(liveViewLeftRight, changes)).toEqual([]);
	});
});
