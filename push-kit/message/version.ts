/** Versions of live views and widgets: the device takes an update only if its version is greater. */

/** What has a version of its own. */
export type VersionedId = 'activityId' | 'formId';

/** Devices whose last version is remembered; the oldest make room. About 20 MB when full. */
const REMEMBERED = 100_000;

/** Live views and widgets whose last version to a long list is remembered. */
const REMEMBERED_ANY = 1000;

/**
 * Automatic versions: Unix seconds, and more than the last one wherever the same device was sent another
 * message about the same live view or widget within that second. Kept for the life of the process, because the
 * next run of a loop is the next update; counted for each device, because one device's updates must not lift
 * another's.
 */
export class AutomaticVersions {
	/** By kind, ID and token. */
	private readonly last = new Map<string, number>();

	/** The greatest version of a device that made room: what was forgotten may have been as great. */
	private forgotten = 0;

	/** By kind and ID: the last version that went to devices nobody could name. */
	private readonly lastOfAny = new Map<string, number>();

	/**
	 * @param now Unix time in seconds
	 * @param capacity devices that are remembered
	 */
	constructor(
		private readonly now: () => number,
		private readonly capacity = REMEMBERED,
	) {}

	/**
	 * The version of a message, the same for all its devices, so that they can share requests, and greater than
	 * what any of them was given before.
	 *
	 * @param tokens all devices it goes to; `undefined` where they are too many to name: then greater than what
	 * any device was given
	 * @param isTried whether it is only looked at, as in a dry run, and uses nothing up
	 */
	next(
		kind: VersionedId,
		id: number,
		tokens: readonly string[] | undefined,
		isTried = false,
	): number {
		const prefix = `${kind} ${id} `;
		const floor = this.lastOfAny.get(prefix) ?? 0;
		const keys = tokens?.map((token) => prefix + token);
		const former = keys?.map((key) => this.last.get(key) ?? this.forgotten) ?? this.all(prefix);
		const newest = former.reduce((most, version) => Math.max(most, version), floor);
		const version = Math.max(this.now(), newest + 1);
		if (isTried) return version;
		if (keys === undefined) this.rememberAny(prefix, version);
		else for (const key of keys) this.remember(key, version);
		return version;
	}

	private all(prefix: string): number[] {
		const versions = [...this.last].flatMap(([key, its]) => (key.startsWith(prefix) ? [its] : []));
		return [this.forgotten, ...versions];
	}

	private rememberAny(prefix: string, version: number): void {
		this.lastOfAny.delete(prefix);
		this.lastOfAny.set(prefix, version);
		for (const [oldest, its] of this.lastOfAny) {
			if (this.lastOfAny.size <= REMEMBERED_ANY) break;
			this.lastOfAny.delete(oldest);
			this.forgotten = Math.max(this.forgotten, its);
		}
	}

	private remember(key: string, version: number): void {
		this.last.delete(key);
		this.last.set(key, version);
		for (const [oldest, its] of this.last) {
			if (this.last.size <= this.capacity) break;
			this.last.delete(oldest);
			this.forgotten = Math.max(this.forgotten, its);
		}
	}
}
