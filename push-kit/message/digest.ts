/** IDs made from what they shall depend on: the same parts give the same ID, in every process. */

import { createHash } from 'node:crypto';

import { NOTIFY_ID_MAXIMUM } from '../catalog/limits';

/** SHA-256 of anything that JSON holds. */
export function digest(parts: readonly unknown[]): Buffer {
	return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** A `notifyId`, from 0 to 2147483647. */
export function notifyIdFrom(parts: readonly unknown[]): number {
	return digest(parts).readUInt32BE(0) & NOTIFY_ID_MAXIMUM;
}
