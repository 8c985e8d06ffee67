/** What a live view message does with the live view (`operation` of `push-scenariozed-api-request-param`). */

export const LIVE_VIEW_OPERATIONS = {
	create: 0,
	update: 1,
	end: 2,
	/** Registers a geofence that creates it; since 6.1.0(23). */
	scheduleCreate: 4,
	/** Registers a geofence that ends it; since 6.1.0(23). */
	scheduleEnd: 6,
} as const;

const { create, update, end, scheduleCreate, scheduleEnd } = LIVE_VIEW_OPERATIONS;

/** These bring a card into being, now or later. */
export const CREATING: readonly number[] = [create, scheduleCreate];

/** These carry a geofence. */
export const SCHEDULED: readonly number[] = [scheduleCreate, scheduleEnd];

export const KNOWN_OPERATIONS: readonly number[] = [
	create,
	update,
	end,
	scheduleCreate,
	scheduleEnd,
];
