import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { findFaults, type Changes } from '../../../../builders/change';

const { liveViewUpdate } = SEND_EXAMPLES;

const inCard = (members: Changes): Changes =>
	Object.fromEntries(
		Object.entries(members).map(([path, value]) => [
			`activityData.notificationData.${path}`,
			value,
		]),
	);

describe('a part is refused in any operation', () => {
	const WRONG: Array<[string, Changes, string[]]> = [
		['progress -1', { richProgress: { progress: -1 } }, ['Progress must be at least 0.']],
		['progress 101', { richProgress: { progress: 101 } }, ['Progress must be at most 100.']],
		['no progress', { richProgress: {} }, ['Progress is missing.']],
		...[1, 6].map((count): [string, Changes, string[]] => [
			`${count} node icons`,
			{ richProgress: { progress: 5, nodeIcons: Array.from({ length: count }, () => 'a.png') } },
			['Node Icons must have 2 to 5 entries, each the name of a picture in the app.'],
		]),
		[
			'a line over 128',
			{ 'singleTextBlock.firstLine': 'x'.repeat(129) },
			['First Line must have at most 128 characters.'],
		],
		[
			'an empty line',
			{ 'singleTextBlock.secondLine': '' },
			['Second Line is empty. Enter a text.'],
		],
		[
			'a missing line',
			{ lastTextBlock: { firstLine: '1' } },
			['Right Block > Second Line is missing.'],
		],
		[
			'a picture of a team over http',
			{
				game: {
					host: { iconUrl: 'http://cdn.example.com/a.png' },
					guest: {},
					competition: {},
				},
			},
			['Game > Host > Icon URL must be a web address that begins with https://.'],
		],
		[
			'a custom card without ability',
			{ CustomLayout: { abilityName: '' } },
			['Custom Layout > Ability Name is empty. Enter a text.'],
		],
		[
			'an ability name of 128',
			{ CustomLayout: { abilityName: 'x'.repeat(128) } },
			['Custom Layout > Ability Name must have at most 127 characters.'],
		],
		[
			'51 parameters',
			{
				CustomLayout: {
					abilityName: 'A',
					abilityParameters: Object.fromEntries(
						Array.from({ length: 51 }, (_, index) => [`p${index}`, '']),
					),
				},
			},
			['Custom Layout > Ability Parameters must have at most 50 entries.'],
		],
		[
			'a number as parameter',
			{ CustomLayout: { abilityName: 'A', abilityParameters: { p: 1 } } },
			['Custom Layout > Ability Parameters > p must be text.'],
		],
		[
			'an assist area without text',
			{ extend: { type: 1 } },
			['Assist Area > Text is missing: its type shows a text.'],
		],
		[
			'an assist area with an empty text',
			{ extend: { type: 2, text: '' } },
			['Assist Area > Text is empty. Enter a text.'],
		],
		...[3, 4].map((type): [string, Changes, string[]] => [
			`an assist area of type ${type} without picture`,
			{ extend: { type, imageUrl: 'https://cdn.example.com/a.png' } },
			[
				'Assist Area > Image is missing: its type shows a picture. Enter the name of a picture in the app; Huawei wants it beside an Image URL, too.',
			],
		]),
		...['image', 'pic'].map((member): [string, Changes, string[]] => [
			`an assist area with an empty ${member}`,
			{ extend: { type: 3, [member]: '' } },
			[
				'Assist Area > Image is missing: its type shows a picture. Enter the name of a picture in the app; Huawei wants it beside an Image URL, too.',
			],
		]),
		[
			'a picture of the assist area over http',
			{ extend: { imageUrl: 'http://cdn.example.com/a.png' } },
			['Assist Area > Image URL must be a web address that begins with https://.'],
		],
	];

	it.each(WRONG)('%s', (_what, members, sentences) => {
		expect(findFaults(liveViewUpdate, inCard(members))).toEqual(sentences);
	});
});
