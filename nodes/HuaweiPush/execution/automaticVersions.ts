import { VersionClock, type VersionedId } from '../../../push-kit/message/version';

/**
 * Automatic versions of one run: messages of equal content share theirs, so that they can travel
 * together; each further message to the same live view or widget gets a greater one.
 */
export class AutomaticVersions {
	private readonly clock: VersionClock;

	private readonly given = new Map<string, number>();

	/** @param now Unix time in seconds */
	constructor(now: () => number) {
		this.clock = new VersionClock(now);
	}

	/** @param payload the message without its version */
	of(kind: VersionedId, id: number, payload: object): number {
		const key = JSON.stringify([kind, id, payload]);
		const version = this.given.get(key) ?? this.clock.next(kind, id);
		this.given.set(key, version);
		return version;
	}
}
