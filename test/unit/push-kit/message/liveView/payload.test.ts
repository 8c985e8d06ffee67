import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { findFaults, type Changes } from '../../../../builders/change';

const { liveViewProgress, liveViewUpdate, liveViewEnd, liveViewGeofence } = SEND_EXAMPLES;

const CARD = 'activityData.notificationData';

describe('a live view message is refused', () => {
	const WRONG: Array<[string, Changes, string]> = [
		['without activityId', { activityId: undefined }, 'Activity ID is missing.'],
		['without operation', { operation: undefined }, 'Operation is missing.'],
		['without event', { event: undefined }, 'Event is missing.'],
		[
			'with an empty event',
			{ event: '' },
			'Event is empty. Choose the scene of the live view, for example TAXI.',
		],
		['without activityData', { activityData: undefined }, 'activityData is missing.'],
		['without a card', { [CARD]: undefined }, 'notificationData is missing.'],
		['without a layout', { [`${CARD}.type`]: undefined }, 'Layout is missing.'],
		['without a tap action', { [`${CARD}.clickAction`]: undefined }, 'Tap Action is missing.'],
		[
			'with activityId below -2^31',
			{ activityId: -2_147_483_649 },
			'Activity ID must be at least -2147483648.',
		],
		[
			'with activityId above 2^31-1',
			{ activityId: 2_147_483_648 },
			'Activity ID must be at most 2147483647.',
		],
		['with activityId as text', { activityId: '5' }, 'Activity ID must be a whole number.'],
		['with version -1', { version: -1 }, 'Version (Fixed) must be at least 0.'],
		['with mute as text', { mute: 'true' }, 'Mute must be true or false.'],
		[
			'with a title over 1024',
			{ [`${CARD}.contentTitle`]: `{{status}}${'x'.repeat(1015)}` },
			'Content Title must have at most 1024 characters.',
		],
		[
			'with keepTime 3601',
			{ [`${CARD}.keepTime`]: 3601 },
			'Keep Time (Seconds) must be at most 3600.',
		],
		['with keepTime -1', { [`${CARD}.keepTime`]: -1 }, 'Keep Time (Seconds) must be at least 0.'],
		[
			'with a number as keyword',
			{ [`${CARD}.keywords`]: { flightNo: 1234 } },
			'Flight Number must be text.',
		],
		...['descPicUrl', 'spaceIconUrl'].map((member): [string, Changes, string] => [
			`with ${member} over http`,
			{ [`${CARD}.${member}`]: 'http://cdn.example.com/a.png' },
			`${member === 'descPicUrl' ? 'Description Picture URL' : 'Space Icon URL'} must be a web address that begins with https://.`,
		]),
	];

	it.each(WRONG)('%s', (_what, changes, sentence) => {
		expect(findFaults(liveViewUpdate, changes)).toEqual([sentence]);
	});

	it.each([4, 6])('without a geofence for operation %d', (operation) => {
		expect(findFaults(liveViewGeofence, { operation, trigger: undefined })).toEqual([
			'Geofence is missing: a scheduled live view needs the place where it begins or ends.',
		]);
	});
});

describe('creating a live view', () => {
	it.each([
		['contentTitle', undefined, 'Content Title is missing.'],
		['contentTitle', '', 'Content Title is empty. Enter a text.'],
		['contentText', undefined, 'Content Text is missing.'],
		['contentText', [], 'Content Text is empty. Enter a text.'],
		['contentText', [{ text: '' }], 'Content Text is empty. Enter a text.'],
	])('needs %s: %p', (member, value, sentence) => {
		const example = SEND_EXAMPLES.liveViewWithoutStatus;
		expect(findFaults(example, { [`${CARD}.${member}`]: value })).toEqual([sentence]);
	});

	it('needs an Outer Screen to be complete, where there is one', () => {
		const outerScreen = (externalData: object) =>
			findFaults(liveViewProgress, { 'activityData.externalData': externalData });
		expect(outerScreen({})).toEqual([
			'Outer Screen > Title is missing.',
			'Outer Screen > Body is missing.',
		]);
		expect(outerScreen({ type: 1, title: '', body: [] })).toEqual([
			'Outer Screen > Background Image is missing.',
			'Outer Screen > Title is empty. Enter a text.',
			'Outer Screen > Body is empty. Enter a text.',
		]);
		expect(outerScreen({ type: 0, title: 'T', body: [{ text: 'B' }] })).toEqual([]);
	});
});

describe('updating and ending', () => {
	it.each([
		['update', liveViewUpdate],
		['end', liveViewEnd],
	])('%s may leave out what keeps its former value', (_name, example) => {
		const changes = {
			status: undefined,
			version: undefined,
			[CARD]: { type: 3, clickAction: { actionType: 0 } },
			'activityData.capsuleData': { type: 1, status: 1, icon: 'a.svg', bgColor: '#FF0A59F7' },
			'activityData.externalData': { type: 1 },
		};
		expect(findFaults(example, changes)).toEqual([]);
	});
});

describe('texts of several pieces', () => {
	const pieces = (...lengths: number[]) => lengths.map((length) => ({ text: '推'.repeat(length) }));

	it('count together towards their limit', () => {
		const text = (entries: object[]) =>
			findFaults(liveViewProgress, { [`${CARD}.contentText`]: entries });
		expect(text(pieces(1000, 24))).toEqual([]);
		expect(text(pieces(1000, 25))).toEqual([
			'Content Text has 1025 characters in all its entries; at most 1024 are allowed.',
		]);
	});

	it('count a character outside the basic plane as one', () => {
		const contentText = [{ text: '😀'.repeat(512) }, { text: '😀'.repeat(300) }];
		expect(findFaults(liveViewProgress, { [`${CARD}.contentText`]: contentText })).toEqual([]);
	});

	it('count up to 128 on the outer screen', () => {
		const body = (entries: object[]) =>
			findFaults(liveViewProgress, {
				'activityData.externalData': { title: 'x'.repeat(128), body: entries },
			});
		expect(body(pieces(100, 28))).toEqual([]);
		expect(body(pieces(100, 29))).toEqual([
			'Outer Screen > Body has 129 characters in all its entries; at most 128 are allowed.',
		]);
		expect(
			findFaults(liveViewProgress, {
				'activityData.externalData': { title: 'x'.repeat(129), body: pieces(1) },
			}),
		).toEqual(['Outer Screen > Title must have at most 128 characters.']);
	});

	const colored = (...colors: Array<string | undefined>) =>
		colors.map((foregroundColor) => ({
			text: 'x',
			...(foregroundColor !== undefined && { foregroundColor }),
		}));

	it.each<[string, Changes]>([
		['Content Text', { [`${CARD}.contentText`]: colored('#FF111111', '#FF222222') }],
		[
			'Outer Screen > Body',
			{
				'activityData.externalData': {
					title: 'T',
					body: colored('#FF111111', undefined, '#FF222222'),
				},
			},
		],
		[
			'Game > Competition > Rich Description',
			{
				[`${CARD}.game`]: {
					host: {},
					guest: {},
					competition: { richDesc: colored('#FF111111', '#FF222222') },
				},
			},
		],
	])('have one color in %s', (field, changes) => {
		expect(findFaults(liveViewUpdate, changes)).toEqual([
			`${field} has 2 colors (#FF111111, #FF222222). Only one is allowed in all its entries.`,
		]);
	});

	it('may leave the color of some pieces out, and write it in small letters', () => {
		const contentText = colored('#FFABCDEF', undefined, '#ffabcdef');
		expect(findFaults(liveViewProgress, { [`${CARD}.contentText`]: contentText })).toEqual([]);
	});

	it.each(['#0A59F7', 'FF0A59F7', '#FF0A59FG', 'x#FF0A59F7', '#FF0A59F7x'])(
		'refuse the color %s',
		(color) => {
			expect(
				findFaults(liveViewProgress, { [`${CARD}.contentText`]: colored(undefined, color) }),
			).toEqual([
				'Content Text Color must be # and eight hexadecimal digits, of which the first two are the opacity: for example #FF0A59F7.',
			]);
		},
	);

	it.each([
		['activityData.externalData', { body: colored('red') }, 'Outer Screen > Body Color'],
		[
			`${CARD}.game`,
			{ host: {}, guest: {}, competition: { richDesc: colored('red') } },
			'Game > Competition > Rich Description Color',
		],
	])('name the color of %s with its place', (path, value, field) => {
		expect(findFaults(liveViewUpdate, { [path]: value })).toEqual([
			`${field} must be # and eight hexadecimal digits, of which the first two are the opacity: for example #FF0A59F7.`,
		]);
	});
});
