import { TYPES } from '../../../../push-kit/message/types';
import { drawFields } from '../../../../scripts/docs/fields';
import { fieldRows } from '../../../../scripts/docs/fieldRules';

const PAGE = drawFields();

/** The cells of a field, under the heading of its message type. */
function cellsOf(heading: string, field: string): string[] {
	const [, section = ''] = PAGE.split(`\n## ${heading}\n`);
	const [own = ''] = section.split('\n## ');
	const line = own.split('\n').find((row) => row.startsWith(`| \`${field}\` |`)) ?? '';
	return line.split(' | ').slice(1);
}

const CARD = 'activityData.notificationData';
const CAPSULE = 'activityData.capsuleData';

describe('the page of fields', () => {
	it.each([
		['Notification', 'notification.title', 'Title'],
		['Notification', 'notification.sound', 'Additional Fields > Sound'],
		['Notification', 'notification.clickAction.actionType', 'When Tapped'],
		['Notification', 'notification.badge.addNum', 'Additional Fields > Badge: Add'],
		['Text-to-Speech', 'notification.category', 'Additional Fields > Category'],
		['Text-to-Speech', 'notification.foregroundShow', 'JSON only'],
		['Service Widget', 'images[].url', 'Additional Fields > Image > URL'],
		['Background Message', 'proxyData', 'Additional Fields > Write Into Data Proxy'],
		['Live View', `${CARD}.type`, 'Layout'],
		['Live View', `${CAPSULE}.type`, 'Capsule > Type'],
		['Live View', `${CARD}.extend.clickAction.actionType`, 'Assist Area > When Tapped'],
		['Live View', `${CARD}.extend.clickAction.data.tel`, 'Assist Area > Phone Number'],
		[
			'Live View',
			`${CARD}.contentText[].foregroundColor`,
			'Additional Fields > Content Text Color',
		],
		['Live View', `${CARD}.game.host.name`, 'Game > Host > Name'],
		['Live View', `${CARD}.richProgress.progress`, 'Progress'],
		['Live View', `${CARD}.richProgress.color`, 'Rich Progress > Line Color'],
		['Live View', `${CARD}.firstTextBlock.firstLine`, 'Left Block > First Line'],
		['Live View', `${CARD}.singleTextBlock.firstLine`, 'First Line'],
		['Live View', `${CARD}.weather.weatherType`, 'Additional Fields > Weather > Weather Type'],
		['Live View', `${CARD}.lockScreen.picture`, 'JSON only'],
		['Live View', 'activityData.externalData.title', 'JSON only'],
		['Live View', 'activityData.externalData.body[].foregroundColor', 'JSON only'],
		[
			'Live View',
			`${CARD}.game.competition.richDesc[].foregroundColor`,
			'Game > Competition > Rich Description Color',
		],
		['Live View', 'trigger.condition.radius', 'Geofence > Radius (Meters)'],
		['Live View', 'operation', '(the operation that you choose)'],
		['Delivery options', 'pushOptions.ttl', 'Options > TTL (Seconds)'],
		['Delivery options', 'pushOptions.testMessage', '(Delivery)'],
	])('%s: %s stands under %s', (heading, field, label) => {
		expect(cellsOf(heading, field)[0]).toBe(label);
	});

	it.each([
		['Notification', 'notification.title', 'yes'],
		['Notification', 'notification.image', 'no'],
		['Notification', 'notification.bigBody', 'when `style` is 1'],
		[
			'Notification',
			'notification.clickAction.uri',
			'one of `action`, `uri` when `actionType` is 1',
		],
		['Live View', `${CARD}.contentTitle`, 'when `operation` is 0'],
		['Live View', `${CARD}.richProgress`, 'when `operation` is 0 or 4 and `type` is 3'],
		['Live View', 'trigger', 'when `operation` is 4 or 6'],
		['Live View', `${CARD}.keywords.trainNo`, 'when `operation` is 0 and `event` is TRAIN'],
		[
			'Live View',
			`${CARD}.spaceIcon`,
			'when `operation` is 0 and `type` is 5 and `spaceType` is 0 or left out',
		],
	])('%s: %s is needed: %s', (heading, field, needed) => {
		expect(cellsOf(heading, field)[1]).toBe(needed);
	});

	it.each([
		['Notification', 'notification.soundDuration', 'whole number of seconds, 1 to 60'],
		['Notification', 'notification.image', 'begins with https://'],
		['Notification', 'notification.style', '`0` Plain, `1` Big Text (Outdated), `3` Multi-Line'],
		[
			'Notification',
			'notification.inboxContent',
			'1 to 3 entries, each at most 1024 characters when `style` is 3',
		],
		['Notification', 'notification.appMessageId', '1 to 64 characters: letters, digits'],
		['Badge', 'notification', 'Title must not be part of a badge message'],
		['Background Message', 'proxyData', '`ENABLE` only'],
		['Live View', `${CAPSULE}.bgColor`, 'must not be #FF000000, #FFFFFFFF or #FFF1F3F5'],
		['Live View', `${CARD}.weather.lowTemperature`, 'at least -95'],
		['Delivery options', 'pushOptions.biTag', 'at most 64 bytes'],
	])('%s: %s may be %s', (heading, field, limit) => {
		expect(cellsOf(heading, field)[2]).toContain(limit);
	});

	it.each([
		[
			'Notification',
			'notification.sound',
			'Ignored by PC/2in1, Watch, TV. No effect with MARKETING',
		],
		['Text-to-Speech', 'notification.overlayIcon', 'Since 6.1.0(23)'],
		['Live View', `${CARD}.descPicUrl`, 'Since 26.0.0'],
		['Live View', 'trigger', 'Since 6.1.0(23). Ignored by Watch'],
	])('%s: %s: %s', (heading, field, words) => {
		expect(cellsOf(heading, field)[3]).toContain(words);
	});

	it.each(Object.entries(TYPES))('has every field of the rule of %s', (_type, { rule }) => {
		const paths = fieldRows(rule).map(({ path }) => path);
		const missing = paths.filter(
			(path) => !/\[\](\.text)?$/.test(path) && !PAGE.includes(`| \`${path}\` |`),
		);
		expect(paths.length).toBeGreaterThan(0);
		expect(missing).toEqual([]);
	});

	it('is not drawn where a fact speaks of a field that no rule has', () => {
		const strange = { path: 'notification.smell', source: 'push-none' };
		expect(() => drawFields({ notification: [strange] })).toThrow(
			'No rule has the field notification.smell',
		);
	});
});
