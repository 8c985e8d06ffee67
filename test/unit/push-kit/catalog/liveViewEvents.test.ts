import {
	findLiveViewEvent,
	findLiveViewStatusText,
	LIVE_VIEW_EVENTS,
	permitsCreationType,
	type LiveViewEvent,
} from '../../../../push-kit/catalog/liveViewEvents';

function eventNamed(event: string): LiveViewEvent {
	const row = findLiveViewEvent(event);
	if (!row) throw new Error(`no event ${event}`);
	return row;
}

describe('the table of live view events', () => {
	it('has sixteen events once each, of which ten can be created by a push message', () => {
		expect(new Set(LIVE_VIEW_EVENTS.map((row) => row.event)).size).toBe(16);
		const creatable = LIVE_VIEW_EVENTS.filter((row) => row.restCreate).map((row) => row.event);
		expect(creatable).toEqual([
			'CHECK_IN',
			'DELIVERY',
			'EXPRESS',
			'FLIGHT',
			'QUEUE',
			'RENT',
			'SUBSCRIBE_TIMER',
			'TAXI',
			'TRADE',
			'TRAIN',
		]);
	});

	it('leaves only TIMER to the device for updates', () => {
		const local = LIVE_VIEW_EVENTS.filter((row) => !row.restUpdate).map((row) => row.event);
		expect(local).toEqual(['TIMER']);
	});

	it('permits no geofence for exercise and navigation', () => {
		const without = LIVE_VIEW_EVENTS.filter((row) => !row.geofence).map((row) => row.event);
		expect(without).toEqual(['NAVIGATION', 'WORKOUT']);
	});

	it.each([
		['FLIGHT', 18],
		['TAXI', 8],
		['TRAIN', 11],
	])('%s has %d statuses, each once and with a Chinese text', (event, count) => {
		const { statuses } = eventNamed(event);
		expect(statuses).toHaveLength(count);
		expect(new Set(statuses.map((row) => row.status)).size).toBe(count);
		for (const { status, text } of statuses) {
			expect(status).toMatch(/^[A-Z_]+$/);
			expect(text).toMatch(/^\p{Script=Han}+$/u);
		}
	});

	it('has statuses for these three only', () => {
		const others = LIVE_VIEW_EVENTS.filter((row) => row.statuses.length > 0);
		expect(others.map((row) => row.event)).toEqual(['FLIGHT', 'TAXI', 'TRAIN']);
	});

	it('has a keyword for flights and trains only', () => {
		const keywords = LIVE_VIEW_EVENTS.flatMap((row) =>
			row.keyword ? [[row.event, row.keyword]] : [],
		);
		expect(keywords).toEqual([
			['FLIGHT', 'flightNo'],
			['TRAIN', 'trainNo'],
		]);
	});
});

describe('permitsCreationType', () => {
	it.each([
		['FLIGHT', [5, -1]],
		['TRAIN', [5, -1]],
		['TAXI', [3, 4, 5, 7, -1]],
		['SUBSCRIBE_TIMER', [4, 5, -1]],
		['DELIVERY', [3, 4, 5, 7, 100, -1]],
	])('%s is created with the layouts %j only', (event, permitted) => {
		const types = [3, 4, 5, 7, 100, -1];
		expect(types.filter((type) => permitsCreationType(eventNamed(event), type))).toEqual(permitted);
	});
});

describe('the lookups', () => {
	it('give the text that replaces a status, per event', () => {
		expect(findLiveViewStatusText('FLIGHT', 'ARRIVED')).toBe('到达');
		expect(findLiveViewStatusText('TRAIN', 'ARRIVED')).toBe('已到达');
		expect(findLiveViewStatusText('TAXI', 'CALLING')).toBe('呼叫车辆中');
	});

	it('let unknown events and statuses pass', () => {
		expect(findLiveViewEvent('SOMETHING_NEW')).toBeUndefined();
		expect(findLiveViewStatusText('SOMETHING_NEW', 'ARRIVED')).toBeUndefined();
		expect(findLiveViewStatusText('TAXI', 'ARRIVED')).toBeUndefined();
		expect(findLiveViewStatusText('DELIVERY', 'ARRIVED')).toBeUndefined();
	});
});
