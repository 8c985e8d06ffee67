/** Versions of live views and widgets: the device takes an update only if its version is greater. */

import { FORM_VERSION_MAXIMUM } from '../catalog/limits';

/** What has a version of its own. */
export type VersionedId = 'activityId' | 'formId';

/**
 * Gives out versions for one execution: Unix seconds at its first message, and one more for each further
 * message to the same live view or widget of the same device. So messages of equal content to many
 * devices stay equal and can share a request.
 */
export class VersionClock {
	private start: number | undefined;
	private readonly last = new Map<string, number>();

	/** @param now Unix time in seconds */
	constructor(private readonly now: () => number) {}

	/**
	 * The version for the next message.
	 *
	 * @param pushToken the device; left out, versions grow over all devices
	 * @throws RangeError above 2^31-1, which Huawei does not take
	 */
	next(kind: VersionedId, id: number, pushToken = ''): number {
		this.start ??= Math.floor(this.now());
		const key = `${kind} ${id} ${pushToken}`;
		const version = Math.max(this.start, (this.last.get(key) ?? -1) + 1);
		if (version > FORM_VERSION_MAXIMUM) {
			throw new RangeError(
				`Version cannot be above ${FORM_VERSION_MAXIMUM}. Set Version by hand; 0 makes a service widget count anew.`,
			);
		}
		this.last.set(key, version);
		return version;
	}
}
