/** Delivery options shared by all messages (`push-scenariozed-api-request-param`). */

import {
	COLLAPSE_KEY_MAXIMUM,
	COLLAPSE_KEY_MINIMUM,
	MAXIMUM_BI_TAG_BYTES,
	MAXIMUM_TTL_SECONDS,
} from '../catalog/limits';
import type { Fault } from './faults';
import { flag, integer, openInteger, struct, text, type Rule } from './rule';

export interface PushOptions {
	testMessage?: boolean;
	/** Seconds. */
	ttl?: number;
	/** At most 64 bytes. */
	biTag?: string;
	receiptId?: string;
	collapseKey?: number;
	/** Background messages only; gone from the newest edition of the page, so it passes unchecked. */
	backgroundMode?: number;
}

/** Beside the payload; in the form they stand under Options. */
export const PUSH_OPTION_RULES = {
	testMessage: flag('Test Message'),
	// UNCERTAIN: no minimum is stated; a negative one would expire before it is sent (80100004).
	ttl: integer('TTL', 0, MAXIMUM_TTL_SECONDS, { unit: 'Seconds' }),
	biTag: text('Batch Tag'),
	receiptId: text('Receipt ID'),
	collapseKey: integer('Collapse Key', COLLAPSE_KEY_MINIMUM, COLLAPSE_KEY_MAXIMUM),
	backgroundMode: openInteger('Background Mode'),
} satisfies Record<keyof PushOptions, Rule>;

export const pushOptionsSchema: Rule = struct('Push Options', PUSH_OPTION_RULES);

/** The limit of `biTag` counts bytes, which JSON Schema cannot. */
export function checkPushOptions(options: PushOptions): Fault[] {
	const bytes = Buffer.byteLength(options.biTag ?? '', 'utf8');
	if (bytes <= MAXIMUM_BI_TAG_BYTES) return [];
	return [
		{
			path: 'biTag',
			field: 'Batch Tag',
			message: `Batch Tag has ${bytes} bytes; at most ${MAXIMUM_BI_TAG_BYTES} are allowed (a Chinese character counts 3).`,
		},
	];
}
