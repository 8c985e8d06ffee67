import {
	fillNotificationData,
	findPlaceholders,
} from '../../../../../../sandbox/inbox/src/liveView/placeholders';

describe('findPlaceholders', () => {
	it('reads the status text of the event, and the keywords', () => {
		const payload = { event: 'TRAIN', status: 'TRAIN_DELAY' };
		expect(findPlaceholders(payload, { trainNo: 'G1' })).toEqual({
			status: '列车晚点',
			trainNo: 'G1',
		});
	});

	it('shows a status without a known text as it is', () => {
		expect(findPlaceholders({ event: 'NEW', status: 'SOON' }, {})).toEqual({ status: 'SOON' });
	});
});

describe('fillNotificationData', () => {
	const values = { status: '到达', flightNo: 'XX1' };
	const text = '{{flightNo}} {{status}} {{other}}';
	const filled = 'XX1 到达 {{other}}';
	const block = { firstLine: text, secondLine: text, firstLineSuperscript: '{{status}}' };
	const blockFilled = { ...block, firstLine: filled, secondLine: filled };

	it('fills title, texts and assist area in every layout', () => {
		const data = { type: 3, contentTitle: text, contentText: [{ text }], extend: { text } };
		expect(fillNotificationData(data, values)).toEqual({
			type: 3,
			contentTitle: filled,
			contentText: [{ text: filled }],
			extend: { text: filled },
		});
	});

	it.each([
		[4, { singleTextBlock: block }, { singleTextBlock: blockFilled }],
		[
			5,
			{ firstTextBlock: block, lastTextBlock: block },
			{ firstTextBlock: blockFilled, lastTextBlock: blockFilled },
		],
		[3, { singleTextBlock: block }, { singleTextBlock: block }],
		[7, { firstTextBlock: block }, { firstTextBlock: block }],
	])('in layout %i fills the text blocks of that layout only', (type, data, expected) => {
		expect(fillNotificationData({ type, ...data }, values)).toEqual({ type, ...expected });
	});

	it('fills no other field', () => {
		const data = { type: 5, additionalText: text, spaceText: text };
		expect(fillNotificationData(data, values)).toEqual(data);
	});
});
