import {
	fillPlaceholders,
	holdsPlaceholder,
	showsPlaceholder,
} from '../../../../../push-kit/message/liveView/placeholders';

const payloadOf = (notificationData: object) => ({
	activityId: 1,
	status: '[status]',
	activityData: {
		notificationData,
		capsuleData: { title: '[status]' },
	},
});

describe('fillPlaceholders', () => {
	const TYPED = '[flightNo] is [status], not [trainNo]';
	const FILLED = '{{flightNo}} is {{status}}, not {{trainNo}}';
	const lines = (text: string) => ({ firstLine: text, secondLine: text });
	const shared = (text: string) => ({
		contentTitle: text,
		contentText: [{ text }, { text, foregroundColor: '#FF0A59F7' }],
		extend: { type: 1, text },
	});

	it.each([
		[3, shared],
		[7, shared],
		[4, (text: string) => ({ ...shared(text), singleTextBlock: lines(text) })],
		[
			5,
			(text: string) => ({
				...shared(text),
				firstTextBlock: lines(text),
				lastTextBlock: { ...lines(text), firstLineSuperscript: '+1' },
			}),
		],
	])('fills every text of layout %d that may carry them', (type, card) => {
		expect(fillPlaceholders(payloadOf({ type, ...card(TYPED) }))).toEqual(
			payloadOf({ type, ...card(FILLED) }),
		);
	});

	it.each([
		{ type: 3, singleTextBlock: lines(TYPED) },
		{ type: 4, firstTextBlock: lines(TYPED), descPic: '[status].png' },
		{ type: 5, additionalText: TYPED, spaceText: TYPED, singleTextBlock: lines(TYPED) },
	])('leaves other texts alone: %p', (card) => {
		expect(fillPlaceholders(payloadOf(card))).toEqual(payloadOf(card));
	});

	it.each(['[STATUS]', '[ status ]', '[gate]', '{{status}}', 'status'])(
		'leaves %s alone',
		(text) => {
			const payload = payloadOf({ type: 3, contentTitle: text });
			expect(fillPlaceholders(payload)).toEqual(payload);
		},
	);

	it('does not change the payload it is given', () => {
		const payload = payloadOf({ type: 3, contentText: [{ text: '[status]' }] });
		const before = structuredClone(payload);
		fillPlaceholders(payload);
		expect(payload).toEqual(before);
	});

	it.each([
		{},
		{ activityData: null },
		{ activityData: { notificationData: 'x' } },
		payloadOf({ type: 4, contentTitle: 5, contentText: '[status]', singleTextBlock: [] }),
	])('leaves a payload of a wrong shape to the rules: %p', (payload) => {
		expect(fillPlaceholders(payload)).toEqual(payload);
	});
});

describe('showsPlaceholder', () => {
	it('looks for the exact placeholder', () => {
		const card = {
			type: 3,
			contentTitle: 'Now {{status}}',
			contentText: [{ text: '{{ flightNo }}' }],
		};
		expect(showsPlaceholder(card, 'status')).toBe(true);
		expect(showsPlaceholder(card, 'flightNo')).toBe(false);
		expect(showsPlaceholder(card, 'trainNo')).toBe(false);
	});
});

describe('holdsPlaceholder', () => {
	it.each(['={{status}}', '=Train {{trainNo}}', '={{ flightNo }} {{ $json.gate }}', '{{status}}'])(
		'sees the one in %s',
		(text) => {
			expect(holdsPlaceholder(text)).toBe(true);
		},
	);

	it.each(['={{ $json.status }}', '=[status]', '={{ statusText }}', '', '={{ "status" }}'])(
		'sees none in %s',
		(text) => {
			expect(holdsPlaceholder(text)).toBe(false);
		},
	);
});
