/** Generated parts of live view layouts, complete enough to be created. */

import fc from 'fast-check';

import { argbColor, file, filledText, httpsUrl, richText, shortText } from './texts';

const lines = { firstLine: filledText, secondLine: filledText };

const team = fc.record(
	{ icon: file, name: filledText, score: filledText, iconUrl: httpsUrl },
	{ requiredKeys: ['icon', 'name', 'score'] },
);

const richProgress = fc.record(
	{
		progress: fc.integer({ min: 0, max: 100 }),
		nodeIcons: fc.array(file, { minLength: 2, maxLength: 5 }),
		indicatorType: fc.constantFrom(0, 1, 2),
		indicatorIcon: file,
		type: fc.constantFrom(0, 1, 2),
		color: argbColor,
		bgColor: argbColor,
	},
	{ requiredKeys: ['progress', 'nodeIcons', 'indicatorIcon'] },
);

const game = fc.record({
	host: team,
	guest: team,
	competition: fc.oneof(
		fc.record({ desc: filledText, time: filledText }),
		fc.record({ richDesc: richText, time: filledText }),
	),
});

const space = fc.oneof(
	fc.record(
		{ spaceType: fc.constant(0), spaceIcon: file, spaceIconUrl: httpsUrl },
		{ requiredKeys: ['spaceIcon'] },
	),
	fc.record({ spaceType: fc.constant(1), spaceText: filledText }),
);

const leftRight = fc
	.tuple(
		fc.record({
			firstTextBlock: fc.record(lines),
			lastTextBlock: fc.record(
				{ ...lines, firstLineSuperscript: fc.constantFrom('+1', '+9') },
				{ requiredKeys: ['firstLine', 'secondLine'] },
			),
		}),
		space,
	)
	.map(([blocks, middle]) => ({ ...blocks, ...middle }));

/** What each layout has of its own. */
export const LAYOUT_PARTS: ReadonlyMap<number, fc.Arbitrary<object>> = new Map<
	number,
	fc.Arbitrary<object>
>([
	[3, fc.record({ richProgress })],
	[
		4,
		fc.record(
			{
				singleTextBlock: fc.record(
					{ ...lines, underlineColor: argbColor },
					{ requiredKeys: ['firstLine', 'secondLine'] },
				),
				descPic: file,
				descPicUrl: httpsUrl,
			},
			{ requiredKeys: ['singleTextBlock', 'descPic'] },
		),
	],
	[5, leftRight],
	[7, fc.record({ game })],
	[-1, fc.constant({})],
	[
		100,
		fc.record({
			CustomLayout: fc.record(
				{
					abilityName: filledText,
					abilityParameters: fc.dictionary(filledText, shortText, { maxKeys: 3 }),
				},
				{ requiredKeys: ['abilityName'] },
			),
		}),
	],
]);
