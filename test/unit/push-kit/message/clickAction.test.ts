import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults, findHints } from '../../../builders/change';

const { smallNotification, textToSpeech, liveViewProgress } = SEND_EXAMPLES;

const NOTIFICATION = 'notification.clickAction';
const CARD = 'activityData.notificationData.clickAction';
const ASSIST = 'activityData.notificationData.extend.clickAction';

const WITHOUT_TARGET =
	'Tap Action opens a page, but neither Action nor URI says which. Enter one of them as the app developer named it, or let a tap open the app.';

describe('a tap that opens a page', () => {
	it.each([
		{ actionType: 1 },
		{ actionType: 1, action: '' },
		{ actionType: 1, action: '', uri: '' },
	])('is refused without a page: %p', (clickAction) => {
		expect(findFaults(smallNotification, { [NOTIFICATION]: clickAction })).toEqual([
			WITHOUT_TARGET,
		]);
		expect(findFaults(liveViewProgress, { [ASSIST]: clickAction })).toEqual([
			WITHOUT_TARGET.replace('Tap Action opens', 'Assist Area: a tap opens'),
		]);
	});

	it.each([
		{ actionType: 1, action: 'com.example.SHOW' },
		{ actionType: 1, uri: 'https://example.com/1', data: { id: 1 } },
	])('passes: %p', (clickAction) => {
		expect(findFaults(smallNotification, { [NOTIFICATION]: clickAction })).toEqual([]);
	});
});

describe('clearing and dialling', () => {
	const sentence =
		'Tap Action > When Tapped must be 0 (open the app) or 1 (open a page of the app).';

	it.each([3, 5])('action type %d is refused outside the assist area', (actionType) => {
		const clickAction = { actionType, data: { tel: '110' } };
		expect(findFaults(smallNotification, { [NOTIFICATION]: clickAction })).toEqual([sentence]);
		expect(findFaults(textToSpeech, { [NOTIFICATION]: clickAction })).toEqual([sentence]);
		expect(findFaults(liveViewProgress, { [CARD]: clickAction })).toEqual([sentence]);
	});

	it.each(['+86 10-1234#', '110', '1xxxxxxxxxx', '1'.repeat(20)])('%s can be dialled', (tel) => {
		const clickAction = { actionType: 5, data: { tel } };
		expect(findFaults(liveViewProgress, { [ASSIST]: clickAction })).toEqual([]);
	});

	it.each(['-110', ' 110', '1+1', '110a', '', '1'.repeat(21), '#31'])(
		'"%s" cannot be dialled',
		(tel) => {
			expect(findFaults(liveViewProgress, { [ASSIST]: { actionType: 5, data: { tel } } })).toEqual([
				'Assist Area > Phone Number must begin with + or a digit and have at most 20 characters: digits, -, # and blanks.',
			]);
		},
	);

	it('needs a number to dial', () => {
		expect(findFaults(liveViewProgress, { [ASSIST]: { actionType: 5 } })).toEqual([
			'Phone Number is missing: a tap on the assist area shall dial it.',
		]);
		expect(findFaults(liveViewProgress, { [ASSIST]: { actionType: 5, data: {} } })).toEqual([
			'Assist Area > Phone Number is missing.',
		]);
	});

	it('wants data as an object', () => {
		const clickAction = { actionType: 1, uri: 'https://example.com/1', data: '110' };
		expect(findFaults(liveViewProgress, { [ASSIST]: clickAction })).toEqual([
			'Assist Area > Data must be an object such as {"key": "value"}.',
		]);
		expect(findFaults(liveViewProgress, { [CARD]: clickAction })).toEqual([
			'Tap Action > Data must be an object such as {"key": "value"}.',
		]);
	});

	it('lets an unknown action of the assist area pass with a hint', () => {
		expect(findHints(liveViewProgress, { [ASSIST]: { actionType: 8 } })).toEqual([
			'Assist Area > When Tapped 8 is not known here: it is sent as it is.',
		]);
	});
});
