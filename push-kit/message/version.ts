/** Versions of live views and widgets: the device takes an update only if its version is greater. */

/** What has a version of its own. */
export type VersionedId = 'activityId' | 'formId';

/** What was last sent to one live view or widget of one device. */
interface Sent {
	version: number;
	content: string;
}

/** Devices whose last version is remembered; the oldest make room. About 30 MB when full. */
const REMEMBERED = 100_000;

/**
 * Automatic versions: Unix seconds, and more than the last one wherever the same device was sent another
 * content within that second. Kept for the life of the process, because the next run of a loop is the
 * next update; counted for each device, because one device's updates must not lift another's.
 */
export class AutomaticVersions {
	private readonly last = new Map<string, Sent>();

	/** @param now Unix time in seconds */
	constructor(private readonly now: () => number) {}

	/**
	 * The version of a message, the same for all its devices, so that they can share requests.
	 *
	 * @param payload the message without its version
	 * @param tokens the devices it goes to
	 */
	of(kind: VersionedId, id: number, payload: object, tokens: readonly string[]): number {
		const content = JSON.stringify(payload);
		const keys = tokens.map((token) => `${kind} ${id} ${token}`);
		const repeated = this.last.get(keys[0] ?? '');
		// The same content again, within a second, is the same message: it is sent once.
		if (repeated?.content === content && repeated.version >= this.now()) return repeated.version;
		const newest = keys.reduce((most, key) => Math.max(most, this.last.get(key)?.version ?? 0), 0);
		const version = Math.max(this.now(), newest + 1);
		for (const key of keys) this.remember(key, { version, content });
		return version;
	}

	private remember(key: string, sent: Sent): void {
		this.last.delete(key);
		this.last.set(key, sent);
		for (const oldest of this.last.keys()) {
			if (this.last.size <= REMEMBERED) break;
			this.last.delete(oldest);
		}
	}
}
