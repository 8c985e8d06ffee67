import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { findFaults, findHints, type Changes } from '../../../../builders/change';

const { liveViewProgress, liveViewUpdate } = SEND_EXAMPLES;

const inCapsule = (members: Changes): Changes =>
	Object.fromEntries(
		Object.entries(members).map(([path, value]) => [`activityData.capsuleData.${path}`, value]),
	);

describe('the capsule is refused', () => {
	const WRONG: Array<[string, Changes, string]> = [
		['without type', { type: undefined }, 'Capsule > Type is missing.'],
		['without status', { status: undefined }, 'Capsule > Status is missing.'],
		['without icon', { icon: undefined }, 'Capsule > Icon is missing.'],
		['with an empty icon', { icon: '' }, 'Capsule > Icon is empty. Enter a text.'],
		['without color', { bgColor: undefined }, 'Capsule > Background Color is missing.'],
		...['#FF000000', '#FFFFFFFF', '#FFF1F3F5', '#fff1f3f5'].map(
			(bgColor): [string, Changes, string] => [
				`with the color ${bgColor}`,
				{ bgColor },
				'Capsule > Background Color must not be #FF000000, #FFFFFFFF or #FFF1F3F5. Choose another color.',
			],
		),
		[
			'with a color without opacity',
			{ bgColor: '#0A59F7' },
			'Capsule > Background Color must be # and eight hexadecimal digits, of which the first two are the opacity: for example #FF0A59F7.',
		],
		[
			'with a title over 128',
			{ title: 'x'.repeat(129) },
			'Capsule > Title must have at most 128 characters.',
		],
		[
			'with a content over 128',
			{ content: 'x'.repeat(129) },
			'Capsule > Content must have at most 128 characters.',
		],
		[
			'with an icon over http',
			{ iconUrl: 'http://cdn.example.com/a.png' },
			'Capsule > Icon URL must be a web address that begins with https://.',
		],
		[
			'with a tail icon over http',
			{ tailIconUrl: 'http://cdn.example.com/a.png' },
			'Capsule > Tail Icon URL must be a web address that begins with https://.',
		],
		[
			'as text without title',
			{ title: undefined },
			'Capsule needs Title and Content: its type shows an icon and text.',
		],
		['as text with an empty title', { title: '' }, 'Capsule > Title is empty. Enter a text.'],
		[
			'as a timer without timer',
			{ type: 2 },
			'Capsule needs Content and the Timer fields: its type is a timer.',
		],
		[
			'as a timer without content',
			{ type: 2, capsuleTimer: {}, content: undefined },
			'Capsule needs Content and the Timer fields: its type is a timer.',
		],
		[
			'as progress without progress',
			{ type: 3 },
			'Capsule needs Progress: its type shows a progress.',
		],
		[
			'with a progress beyond its end',
			{ progress: { progress: 5, max: 4 } },
			'Capsule > Progress is 5; it must be at most Progress Maximum, which is 4.',
		],
		[
			'with a progress beyond the end that Huawei sets',
			{ progress: { progress: 2 } },
			'Capsule > Progress is 2; it must be at most Progress Maximum, which is 1.',
		],
		[
			'with an end of 0',
			{ progress: { progress: 0, max: 0 } },
			'Capsule > Progress Maximum must be at least 1.',
		],
	];

	it.each(WRONG)('%s', (_what, members, sentence) => {
		expect(findFaults(liveViewProgress, inCapsule(members))).toEqual([sentence]);
	});
});

describe('the capsule', () => {
	it('may be a running timer or a progress', () => {
		expect(
			findFaults(liveViewProgress, inCapsule({ type: 2, capsuleTimer: { countDown: true } })),
		).toEqual([]);
		expect(
			findFaults(liveViewProgress, inCapsule({ type: 3, progress: { progress: 4, max: 4 } })),
		).toEqual([]);
	});

	it('needs its color in an update, too', () => {
		const capsuleData = { type: 1, status: -1, icon: 'a.svg' };
		expect(findFaults(liveViewUpdate, { 'activityData.capsuleData': capsuleData })).toEqual([
			'Capsule > Background Color is missing.',
		]);
	});

	it('passes with an unknown type or status, with a hint', () => {
		expect(findHints(liveViewProgress, inCapsule({ type: 8, status: 0 }))).toEqual([
			'Capsule > Type 8 is not known here: it is sent as it is.',
			'Capsule > Status 0 is not known here: it is sent as it is.',
		]);
	});
});
