/**
 * The events of live views: which a push message may create, and with which layout, statuses and
 * keyword. Source pages: `push-scenariozed-api-request-param`, `push-update-liveview`,
 * `liveview-introduction`.
 *
 * UNCERTAIN: Huawei's lists grow (11 events in January 2026, 16 in September, of which 3 and then
 * 10 can be created by a push message). The newest edition stands here; an unknown event passes.
 */

export interface LiveViewStatus {
	/** Word for the field `status`. */
	readonly status: string;
	/** What the device shows in place of `{{status}}`. */
	readonly text: string;
}

export interface LiveViewEvent {
	/** Word for the field `event`. */
	readonly event: string;
	readonly scene: string;
	/** Whether a push message may create it; else only the app on the device can. */
	readonly restCreate: boolean;
	/** Whether a push message may update and end it. */
	readonly restUpdate: boolean;
	/** Whether it may be scheduled with a geofence. */
	readonly geofence: boolean;
	/** Values of `notificationData.type` permitted at creation; absent: any. */
	readonly creationTypes?: readonly number[];
	/** Permitted statuses; where there are any, `status` is required at creation. */
	readonly statuses: readonly LiveViewStatus[];
	/** The only key of `keywords`, required at creation; absent: none. */
	readonly keyword?: 'flightNo' | 'trainNo';
	/** Known values of `subEvent`; Huawei uses them for statistics only. */
	readonly subEvents: readonly string[];
	/** Slug of Huawei's page. */
	readonly source: string;
}

/** Layout -1, the base template, is permitted for every event (since 6.1.0(23)). */
export const BASE_TEMPLATE_TYPE = -1;

const source = 'push-scenariozed-api-request-param';

const CREATABLE = {
	restCreate: true,
	restUpdate: true,
	geofence: true,
	statuses: [],
	subEvents: [],
	source,
} as const;

const UPDATABLE = { ...CREATABLE, restCreate: false } as const;

const FLIGHT_STATUSES: readonly LiveViewStatus[] = [
	// UNCERTAIN: a comment in Huawei's examples renders DEPART as 计划出发; the table says 计划.
	{ status: 'DEPART', text: '计划' },
	{ status: 'WAITING_FOR_CHECK_IN', text: '未值机' },
	{ status: 'CHECKED_IN', text: '已值机' },
	{ status: 'PASSED_SECURITY_CHECK', text: '已安检' },
	{ status: 'START_BOARDING', text: '开始登机' },
	{ status: 'URGE_BOARDING', text: '催促登机' },
	{ status: 'BOARDED', text: '已登机' },
	{ status: 'END_BOARDING', text: '结束登机' },
	{ status: 'ABOUT_TO_TAKE_OFF', text: '即将起飞' },
	{ status: 'TAKEN_OFF', text: '起飞' },
	{ status: 'ARRIVED', text: '到达' },
	{ status: 'TRANSFER', text: '中转提醒' },
	{ status: 'NEW_ITINERARY', text: '新行程开启' },
	{ status: 'GATE_CHANGE', text: '登机口变更' },
	{ status: 'FLIGHT_DELAY', text: '延误' },
	{ status: 'FLIGHT_CANCEL', text: '取消' },
	{ status: 'FLIGHT_DIVERSION', text: '备降' },
	{ status: 'FLIGHT_RETURN', text: '返航' },
];

const TAXI_STATUSES: readonly LiveViewStatus[] = [
	{ status: 'CALLING', text: '呼叫车辆中' },
	{ status: 'ABOUT_TO_BEGIN', text: '行程即将开始' },
	{ status: 'DRIVER_ON_THE_WAY', text: '司机正在赶来' },
	{ status: 'DRIVER_ARRIVE', text: '司机已到达上车点' },
	{ status: 'HEADING_TO_DESTINATION', text: '正在去往目的地' },
	{ status: 'COMPLETED', text: '行程结束' },
	{ status: 'RE_CALLING', text: '重新呼叫车辆中' },
	{ status: 'CANCELED', text: '订单已取消' },
];

const TRAIN_STATUSES: readonly LiveViewStatus[] = [
	{ status: 'DEPART', text: '计划出发' },
	{ status: 'PASSED_SECURITY_CHECK', text: '已安检' },
	{ status: 'TICKET_CHECK', text: '检票提醒' },
	{ status: 'CHECKED', text: '已检票' },
	{ status: 'CHECK_IN_CLOSED', text: '停止检票' },
	{ status: 'SET_OFF', text: '已出发' },
	{ status: 'HEADING_TO_DESTINATION', text: '列车运行中' },
	{ status: 'ARRIVED', text: '已到达' },
	{ status: 'GATE_CHANGE', text: '检票口变更' },
	{ status: 'TRAIN_DELAY', text: '列车晚点' },
	{ status: 'TRAIN_CANCEL', text: '列车停运' },
];

export const LIVE_VIEW_EVENTS: readonly LiveViewEvent[] = [
	{ ...CREATABLE, event: 'CHECK_IN', scene: 'Clocking in at work' },
	{
		...CREATABLE,
		event: 'DELIVERY',
		scene: 'Instant delivery',
		subEvents: ['FOOD', 'GOODS', 'MEDICINE', 'BACHELOR', 'GROUPBUY'],
	},
	{ ...CREATABLE, event: 'EXPRESS', scene: 'Parcel pick-up' },
	{
		...CREATABLE,
		event: 'FLIGHT',
		scene: 'Flight',
		creationTypes: [5, BASE_TEMPLATE_TYPE],
		statuses: FLIGHT_STATUSES,
		keyword: 'flightNo',
	},
	{
		...UPDATABLE,
		event: 'NAVIGATION',
		scene: 'Navigation',
		geofence: false,
		subEvents: ['DRIVING', 'WALKING', 'CYCLING', 'BUS', 'METRO'],
	},
	{ ...UPDATABLE, event: 'PICK_UP', scene: 'Meal pick-up' },
	{
		...UPDATABLE,
		event: 'PROGRESS',
		scene: 'Upload, download and the like',
		subEvents: ['UPLOAD', 'DOWNLOAD', 'IMPORT', 'EXPORT', 'BACKUP', 'RECOVER'],
	},
	{
		...CREATABLE,
		event: 'QUEUE',
		scene: 'Queueing',
		subEvents: ['RESTAURANT', 'HOSPITAL', 'BANK', 'GOVERNMENT', 'ATTRACTION'],
	},
	{
		...CREATABLE,
		event: 'RENT',
		scene: 'Shared rental',
		subEvents: ['BICYCLE', 'EBIKE', 'POWERBANK', 'CAR'],
	},
	{ ...UPDATABLE, event: 'SCORE', scene: 'Score of a match' },
	{
		...CREATABLE,
		event: 'SUBSCRIBE_TIMER',
		scene: 'Countdown to something the user subscribed to',
		creationTypes: [4, 5, BASE_TEMPLATE_TYPE],
	},
	{
		...CREATABLE,
		event: 'TAXI',
		scene: 'Ride hailing',
		creationTypes: [3, 4, 5, 7, BASE_TEMPLATE_TYPE],
		statuses: TAXI_STATUSES,
		subEvents: ['STANDARD', 'SPECIAL', 'HITCHHIKING', 'CARPOOLING'],
	},
	{ ...UPDATABLE, event: 'TIMER', scene: 'Timer', restUpdate: false },
	{ ...CREATABLE, event: 'TRADE', scene: 'Trade of securities' },
	{
		...CREATABLE,
		event: 'TRAIN',
		scene: 'Train',
		creationTypes: [5, BASE_TEMPLATE_TYPE],
		statuses: TRAIN_STATUSES,
		keyword: 'trainNo',
	},
	{
		...UPDATABLE,
		event: 'WORKOUT',
		scene: 'Exercise',
		geofence: false,
		subEvents: ['RUNNING', 'CYCLING', 'WALKING'],
	},
];

const BY_EVENT: ReadonlyMap<string, LiveViewEvent> = new Map(
	LIVE_VIEW_EVENTS.map((row) => [row.event, row]),
);

/** Gives an event by its exact upper-case word; `undefined` for one that Huawei has added since. */
export function findLiveViewEvent(event: string): LiveViewEvent | undefined {
	return BY_EVENT.get(event);
}

/**
 * Gives the text that replaces `{{status}}`; `undefined` where the event has no table of statuses
 * or does not know this one.
 */
export function findLiveViewStatusText(event: string, status: string): string | undefined {
	return findLiveViewEvent(event)?.statuses.find((row) => row.status === status)?.text;
}

/** Whether `notificationData.type` is permitted when a push message creates this event. */
export function permitsCreationType(event: LiveViewEvent, type: number): boolean {
	return event.creationTypes === undefined || event.creationTypes.includes(type);
}
