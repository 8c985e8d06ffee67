import type { Message } from '../api';
import { readObject, readText, toObject, type JsonObject } from '../json';
import { fillNotificationData, findPlaceholders } from './placeholders';

/** A message of the course, as far as the card needs it. */
export type CourseMessage = Pick<Message, 'id' | 'time' | 'body' | 'acceptedTokens' | 'deliveries'>;

/** What a device shows after one message of a live view. */
export interface LiveViewFrame {
	id: number;
	time: string;
	operation: number;
	event: string;
	status: string;
	/** Text that stands for `{{status}}`. */
	statusText: string;
	version?: number;
	/** Notification data with placeholders replaced; what an update leaves out is kept. */
	data: JsonObject;
	capsule?: JsonObject;
	external?: JsonObject;
	/** Why the device did not show this message, if it did not. */
	note?: string;
	result?: number;
	/** False where neither the service nor the device took it: the frame before still shows. */
	applied: boolean;
	payload: JsonObject;
}

const CREATE = 0;

/** Members that are objects are laid over each other, all others replace the former value. */
function lay(former: JsonObject | undefined, given: JsonObject | undefined) {
	if (!given) return former;
	return { ...former, ...given };
}

/**
 * The course of a live view on one device, message by message. A field that an update leaves out
 * keeps its value, but for the parts of another layout; a new layout needs `extend` again.
 */
export function buildCourse(messages: readonly CourseMessage[], token: string): LiveViewFrame[] {
	const frames: LiveViewFrame[] = [];
	let data: JsonObject = {};
	let capsule: JsonObject | undefined;
	let external: JsonObject | undefined;
	let keywords: JsonObject = {};
	for (const { id, time, body, acceptedTokens, deliveries } of messages) {
		const payload = readObject(toObject(body), 'payload') ?? {};
		const activity = readObject(payload, 'activityData') ?? {};
		const given = readObject(activity, 'notificationData') ?? {};
		const { result, note } = deliveries[token] ?? {};
		const applied = acceptedTokens.includes(token) && !result;
		const fresh = Number(payload.operation) === CREATE;
		const otherLayout = given.type !== undefined && given.type !== data.type;
		const base = fresh ? {} : otherLayout ? { ...data, extend: undefined } : data;
		const laid = lay(base, given) ?? {};
		const newKeywords = { ...(fresh ? {} : keywords), ...readObject(given, 'keywords') };
		const newCapsule = lay(fresh ? undefined : capsule, readObject(activity, 'capsuleData'));
		const newExternal = lay(fresh ? undefined : external, readObject(activity, 'externalData'));
		if (applied) {
			data = laid;
			keywords = newKeywords;
			capsule = newCapsule;
			external = newExternal;
		}
		const values = findPlaceholders(payload, newKeywords);
		frames.push({
			id,
			time,
			operation: Number(payload.operation),
			event: readText(payload, 'event'),
			status: readText(payload, 'status'),
			statusText: readText(values, 'status'),
			version: typeof payload.version === 'number' ? payload.version : undefined,
			data: fillNotificationData(laid, values),
			capsule: newCapsule,
			external: newExternal,
			note,
			result,
			applied,
			payload,
		});
	}
	return frames;
}
