import type { SeedMessage } from './messages';

const openApp = { actionType: 0 };
const TAXI = { activityId: 880017, event: 'TAXI', subEvent: 'STANDARD' };
const LIN = 'LIN-phone-7Qm2vXc9';
const MEI = 'MEI-tablet-3fKd81Lp';

const car = (title: string, content: string) => ({
	type: 1,
	status: 1,
	icon: 'car.svg',
	bgColor: '#FF0A59F7',
	title,
	content,
});

const CAPSULES: Readonly<Record<string, object>> = {
	CALLING: car('Calling', 'Please wait'),
	DRIVER_ARRIVE: car('Arrived', 'B 12345'),
	HEADING_TO_DESTINATION: car('12 min', 'To home'),
};

const ride = (operation: number, status: string, rest: object, data: object): SeedMessage => ({
	pushType: 7,
	body: {
		payload: {
			...TAXI,
			operation,
			status,
			...rest,
			activityData: {
				notificationData: { contentTitle: '{{status}}', clickAction: openApp, ...data },
				capsuleData: CAPSULES[status],
			},
		},
		pushOptions: { ttl: 300, biTag: 'rides' },
		target: { token: [LIN] },
	},
});

const driving = (progress: number) => ({
	type: 3,
	richProgress: {
		type: 2,
		progress,
		nodeIcons: ['pickup.png', 'city.png', 'home.png'],
		indicatorType: 2,
		indicatorIcon: 'car.png',
	},
});

/** Live views of every layout; the ride has a course of its own, one step of it out of order. */
export const SEED_LIVE_VIEWS: readonly SeedMessage[] = [
	ride(
		0,
		'CALLING',
		{ version: 1 },
		{
			...driving(0),
			contentText: [{ text: 'Looking for a car near Library Road' }],
			extend: { type: 2, text: 'Cancel', clickAction: { actionType: 3 } },
		},
	),
	ride(
		1,
		'DRIVER_ARRIVE',
		{ version: 3, mute: false },
		{
			type: 4,
			contentText: [{ text: 'White sedan, driver Wang' }],
			singleTextBlock: {
				firstLine: 'Number plate',
				secondLine: 'B 12345',
				underlineColor: '#FF0A59F7',
			},
			descPicUrl: 'https://cdn.example.com/cars/sedan-white.png',
		},
	),
	ride(
		1,
		'DRIVER_ON_THE_WAY',
		{ version: 2 },
		{ ...driving(20), contentText: [{ text: 'This one comes too late' }] },
	),
	ride(
		1,
		'HEADING_TO_DESTINATION',
		{ version: 4 },
		{ ...driving(65), contentText: [{ text: '12 minutes left', foregroundColor: '#FF0A59F7' }] },
	),
	{
		pushType: 7,
		body: {
			payload: {
				activityId: 5207,
				operation: 0,
				event: 'FLIGHT',
				status: 'START_BOARDING',
				activityData: {
					notificationData: {
						type: 5,
						keywords: { flightNo: 'XX1234' },
						contentTitle: '{{flightNo}} {{status}}',
						contentText: [{ text: 'Gate 23, row 14 first' }],
						spaceType: 1,
						spaceText: '2 h 10 min',
						firstTextBlock: { firstLine: '22:40', secondLine: 'Shenzhen' },
						lastTextBlock: {
							firstLine: '00:50',
							secondLine: 'Beijing',
							firstLineSuperscript: '+1',
						},
						additionalText: 'Times are local',
						clickAction: openApp,
					},
					capsuleData: car('Boarding', 'Gate 23'),
				},
			},
			target: { token: [MEI] },
		},
	},
	{
		pushType: 7,
		body: {
			payload: {
				activityId: 31,
				operation: 0,
				event: 'QUEUE',
				subEvent: 'RESTAURANT',
				activityData: {
					notificationData: {
						type: 7,
						contentTitle: 'Quiz night at table 6',
						contentText: [{ text: 'Third round' }],
						game: {
							host: { icon: 'owls.png', name: 'Owls', score: '18' },
							guest: { icon: 'foxes.png', name: 'Foxes', score: '21' },
							competition: { desc: 'Round 3', time: '12:30' },
						},
						clickAction: openApp,
					},
					capsuleData: {
						type: 3,
						status: 1,
						icon: 'quiz.svg',
						bgColor: '#FF64BB5C',
						progress: { max: 4, progress: 3 },
					},
				},
			},
			target: { token: [MEI] },
		},
	},
];
