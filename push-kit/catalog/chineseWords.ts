/**
 * The Chinese words that stand in what an English reader sees, because Huawei itself checks them or phones show
 * them. There are no others: `test/unit/english.test.ts`. The labels of Huawei's console stand in
 * `docs/console.md`.
 */

/** A word as Huawei has it, and what it says. */
export interface ChineseWord {
	readonly word: string;
	/** Lower case, so that it can stand in parentheses. */
	readonly gloss: string;
}

/** Title or body of a SUBSCRIPTION message must contain one of these (`push-specification`). */
export const SUBSCRIPTION_WORDS: readonly ChineseWord[] = [
	{ word: '订阅', gloss: 'subscribe' },
	{ word: '预约', gloss: 'reserve' },
	{ word: '关注', gloss: 'follow' },
	{ word: '好友', gloss: 'friend' },
	{ word: '粉丝', gloss: 'fan' },
];

/** What a phone shows for `{{status}}`, by event and status (`push-scenariozed-api-request-param`). */
export const STATUS_TEXTS = {
	FLIGHT: {
		// UNCERTAIN: a comment in Huawei's examples renders DEPART as 计划出发; the table says 计划.
		DEPART: { word: '计划', gloss: 'scheduled' },
		WAITING_FOR_CHECK_IN: { word: '未值机', gloss: 'not checked in yet' },
		CHECKED_IN: { word: '已值机', gloss: 'checked in' },
		PASSED_SECURITY_CHECK: { word: '已安检', gloss: 'security check passed' },
		START_BOARDING: { word: '开始登机', gloss: 'boarding has started' },
		URGE_BOARDING: { word: '催促登机', gloss: 'last call for boarding' },
		BOARDED: { word: '已登机', gloss: 'boarded' },
		END_BOARDING: { word: '结束登机', gloss: 'boarding has ended' },
		ABOUT_TO_TAKE_OFF: { word: '即将起飞', gloss: 'about to take off' },
		TAKEN_OFF: { word: '起飞', gloss: 'taken off' },
		ARRIVED: { word: '到达', gloss: 'arrived' },
		TRANSFER: { word: '中转提醒', gloss: 'reminder to transfer' },
		NEW_ITINERARY: { word: '新行程开启', gloss: 'new itinerary begins' },
		GATE_CHANGE: { word: '登机口变更', gloss: 'boarding gate changed' },
		FLIGHT_DELAY: { word: '延误', gloss: 'delayed' },
		FLIGHT_CANCEL: { word: '取消', gloss: 'canceled' },
		FLIGHT_DIVERSION: { word: '备降', gloss: 'diverted to another airport' },
		FLIGHT_RETURN: { word: '返航', gloss: 'returning' },
	},
	TAXI: {
		CALLING: { word: '呼叫车辆中', gloss: 'calling for a car' },
		ABOUT_TO_BEGIN: { word: '行程即将开始', gloss: 'the trip is about to begin' },
		DRIVER_ON_THE_WAY: { word: '司机正在赶来', gloss: 'the driver is on the way' },
		DRIVER_ARRIVE: { word: '司机已到达上车点', gloss: 'the driver is at the pick-up point' },
		HEADING_TO_DESTINATION: { word: '正在去往目的地', gloss: 'heading to the destination' },
		COMPLETED: { word: '行程结束', gloss: 'the trip has ended' },
		RE_CALLING: { word: '重新呼叫车辆中', gloss: 'calling for a car again' },
		CANCELED: { word: '订单已取消', gloss: 'the order is canceled' },
	},
	TRAIN: {
		DEPART: { word: '计划出发', gloss: 'scheduled departure' },
		PASSED_SECURITY_CHECK: { word: '已安检', gloss: 'security check passed' },
		TICKET_CHECK: { word: '检票提醒', gloss: 'reminder of the ticket check' },
		CHECKED: { word: '已检票', gloss: 'ticket checked' },
		CHECK_IN_CLOSED: { word: '停止检票', gloss: 'ticket check closed' },
		SET_OFF: { word: '已出发', gloss: 'set off' },
		HEADING_TO_DESTINATION: { word: '列车运行中', gloss: 'the train is under way' },
		ARRIVED: { word: '已到达', gloss: 'arrived' },
		GATE_CHANGE: { word: '检票口变更', gloss: 'ticket gate changed' },
		TRAIN_DELAY: { word: '列车晚点', gloss: 'the train is late' },
		TRAIN_CANCEL: { word: '列车停运', gloss: 'the train is canceled' },
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, ChineseWord>>>>;

/** All of them. */
export const CHINESE_WORDS: readonly ChineseWord[] = [
	...SUBSCRIPTION_WORDS,
	...Object.values(STATUS_TEXTS).flatMap((texts): ChineseWord[] => Object.values(texts)),
];

/** The word with its gloss: the only form in which an operator reads it. */
export function withGloss({ word, gloss }: ChineseWord): string {
	return `${word} (${gloss})`;
}
