/** What the sandbox must know of an event to judge a live view (`push-update-liveview`). */
interface LiveViewEvent {
	/** May be created through REST. */
	creatable: boolean;
	/** `notificationData.type` allowed at creation; absent: any. The base template -1 always is. */
	createTypes?: readonly number[];
	/** Needs `status` and `{{status}}` at creation. */
	needsStatus?: boolean;
	/** The only keyword, needed with its placeholder at creation. */
	keyword?: string;
	/** May not be tied to a geofence. */
	noGeofence?: boolean;
	/** Neither created nor updated through REST. */
	deviceOnly?: boolean;
}

/** Events that are not listed here are new ones: they pass unjudged. */
export const LIVE_VIEW_EVENTS: ReadonlyMap<string, LiveViewEvent> = new Map<string, LiveViewEvent>(
	Object.entries({
		TAXI: { creatable: true, createTypes: [3, 4, 5, 7], needsStatus: true },
		FLIGHT: { creatable: true, createTypes: [5], needsStatus: true, keyword: 'flightNo' },
		TRAIN: { creatable: true, createTypes: [5], needsStatus: true, keyword: 'trainNo' },
		SUBSCRIBE_TIMER: { creatable: true, createTypes: [4, 5] },
		DELIVERY: { creatable: true },
		QUEUE: { creatable: true },
		RENT: { creatable: true },
		CHECK_IN: { creatable: true },
		EXPRESS: { creatable: true },
		TRADE: { creatable: true },
		PICK_UP: { creatable: false },
		SCORE: { creatable: false },
		PROGRESS: { creatable: false },
		TIMER: { creatable: false, deviceOnly: true },
		WORKOUT: { creatable: false, noGeofence: true },
		NAVIGATION: { creatable: false, noGeofence: true },
	}),
);
