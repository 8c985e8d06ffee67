/** Time and chance, passed in so that tests can own them. */

export interface Surroundings {
	/** Unix time in milliseconds. */
	now(): number;
	/** Ends after `ms`, or early once `signal` is aborted. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** From 0 to 1. */
	random(): number;
}
