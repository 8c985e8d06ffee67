/** Paths into an item, read without n8n's expression engine. */

import { DEEPEST_LEVEL, memberOf } from './json';

/** A name, `[0]`, `[*]`, or a name in brackets and quotes. */
const STEP = /([^.[\]]+)|\[(\d+)\]|\[(\*)\]|\[(?:"([^"]*)"|'([^']*)')\]/g;

/**
 * Reads `customer.devices[0].token`; a field whose whole name is the path wins. `devices[*].token` takes that
 * of every entry, and so does `devices.token` where `devices` is a list.
 *
 * @returns `undefined` where nothing stands there
 */
export function readPath(json: unknown, path: string): unknown {
	const whole = memberOf(json, path);
	if (whole !== undefined) return whole;
	return [...path.matchAll(STEP)].reduce<unknown>(
		(value, [, name, index, every, double, single]) => {
			if (every !== undefined) return Array.isArray(value) ? value : undefined;
			const step = name ?? double ?? single;
			if (step === undefined) return memberOf(value, index ?? '');
			return Array.isArray(value) ? memberOfEach(value, step) : memberOf(value, step);
		},
		json,
	);
}

/** The member of every entry that has it; of lists within lists, too, but for those nested without end. */
function memberOfEach(list: readonly unknown[], name: string): unknown {
	const found = list
		.flat(DEEPEST_LEVEL)
		.flatMap((entry) => (Array.isArray(entry) ? [] : memberOf(entry, name)))
		.filter((member) => member !== undefined);
	return found.length === 0 ? undefined : found;
}
