import {
	buildCourse,
	type CourseMessage,
} from '../../../../../../sandbox/inbox/src/liveView/course';

let lastId = 0;
function message(
	operation: number,
	data: object,
	rest: { payload?: object; capsuleData?: object; result?: number; refused?: boolean } = {},
): CourseMessage {
	const { payload, capsuleData, result, refused } = rest;
	return {
		id: ++lastId,
		time: '2026-11-23T02:00:00.000Z',
		body: {
			payload: {
				operation,
				event: 'TAXI',
				...payload,
				activityData: { notificationData: data, capsuleData },
			},
		},
		acceptedTokens: refused ? [] : ['A'],
		deliveries: result ? { A: { result, note: 'why' } } : {},
	};
}

const readTitles = (messages: CourseMessage[]) =>
	buildCourse(messages, 'A').map(({ data }) => data.contentTitle);

describe('buildCourse', () => {
	it('keeps what an update leaves out, and the capsule', () => {
		const [, second] = buildCourse(
			[
				message(0, { type: 3, contentTitle: 'a', keepTime: 9 }, { capsuleData: { title: 'c' } }),
				message(1, { type: 3, contentTitle: 'b' }),
			],
			'A',
		);
		expect(second?.data).toEqual({ type: 3, contentTitle: 'b', keepTime: 9 });
		expect(second?.capsule).toEqual({ title: 'c' });
	});

	it('forgets the assist area with another layout', () => {
		const frames = buildCourse(
			[
				message(0, { type: 3, extend: { type: 1 } }),
				message(1, { type: 3 }),
				message(1, { type: 4 }),
			],
			'A',
		);
		expect(frames.map(({ data }) => data.extend)).toEqual([{ type: 1 }, { type: 1 }, undefined]);
	});

	it('lets a message that was not shown leave no trace', () => {
		const late = message(1, { type: 3, contentTitle: 'late', keepTime: 9 }, { result: 156 });
		const frames = buildCourse(
			[message(0, { type: 3, contentTitle: 'a' }), late, message(1, { type: 3 })],
			'A',
		);
		expect(frames.map(({ applied }) => applied)).toEqual([true, false, true]);
		expect(frames[1]).toMatchObject({ result: 156, note: 'why' });
		expect(frames[2]?.data).toEqual({ type: 3, contentTitle: 'a' });
	});

	it('lets a message that the service refused leave no trace', () => {
		const refused = message(1, { contentTitle: 'no' }, { refused: true });
		expect(readTitles([message(0, { contentTitle: 'a' }), refused, message(1, {})])).toEqual([
			'a',
			'no',
			'a',
		]);
	});

	it('begins anew with a creation', () => {
		const frames = [
			message(0, { contentTitle: 'a', keepTime: 9 }),
			message(0, { contentTitle: 'b' }),
		];
		expect(buildCourse(frames, 'A')[1]?.data).toEqual({ contentTitle: 'b' });
	});

	it('remembers keywords, and replaces the status of each message', () => {
		const keywords = { flightNo: 'XX1' };
		const title = '{{flightNo}} {{status}}';
		const flight = (status: string) => ({ payload: { event: 'FLIGHT', status } });
		expect(
			readTitles([
				message(0, { type: 5, contentTitle: title, keywords }, flight('BOARDED')),
				message(1, { type: 5 }, flight('TAKEN_OFF')),
			]),
		).toEqual(['XX1 已登机', 'XX1 起飞']);
	});
});
