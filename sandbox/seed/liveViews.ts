import flight from '../../examples/messages/live-view-flight-create.json';
import match from '../../examples/messages/live-view-match-create.json';
import called from '../../examples/messages/live-view-taxi-create.json';
import arrived from '../../examples/messages/live-view-taxi-update.json';
import { LIN, MEI, sendTo, type SeedMessage } from './messages';

interface Ride {
	pushType: number;
	body: { payload: { activityData: { notificationData: object; capsuleData?: object } } };
}

/** A step of the ride: an example with other members of its payload, its card and its capsule. */
function ride(
	example: Ride,
	members: object = {},
	card: object = {},
	capsule: object = {},
): SeedMessage {
	const { payload } = example.body;
	const { notificationData, capsuleData } = payload.activityData;
	const activityData = {
		notificationData: { ...notificationData, ...card },
		...(capsuleData && { capsuleData: { ...capsuleData, ...capsule } }),
	};
	return sendTo([LIN], example, {
		payload: { ...payload, ...members, activityData },
		pushOptions: { ttl: 300, biTag: 'rides' },
	});
}

const { richProgress } = called.body.payload.activityData.notificationData;

/** The ride has a course of its own, one step of it out of order. */
export const SEED_LIVE_VIEWS: readonly SeedMessage[] = [
	ride(called),
	ride(arrived),
	ride(
		arrived,
		{ status: 'DRIVER_ON_THE_WAY', version: 2 },
		{ contentText: [{ text: 'This one comes too late' }] },
	),
	ride(
		called,
		{ operation: 1, status: 'HEADING_TO_DESTINATION', version: 4 },
		{
			contentText: [{ text: '12 minutes left', foregroundColor: '#FF0A59F7' }],
			richProgress: { ...richProgress, progress: 65 },
		},
		{ title: '12 min', content: 'To home' },
	),
	sendTo([MEI], flight),
	sendTo([MEI], match),
];
