import { randomUUID } from 'node:crypto';

import type { ReceiptSettings } from './receiptSettings';
import { SIGNATURE_HEADER, signReceipt } from './signature';
import { buildTestStatuses } from './statuses';

/**
 * Receipt calls on demand. `test` is the console's button as it was seen: without signature and
 * without data. `sample` is what the guide says of it (UNCERTAIN: one source each). The others are
 * wrong on purpose, to see whether a receiver notices.
 */
export const PROBES = {
	test: {
		name: 'Test receipt, as the console sends it: unsigned and empty',
		expects: 'taken: 200 with code "0", and nothing starts',
		good: true,
	},
	sample: {
		name: 'Sample: signed, with one delivery and one widget update',
		expects:
			'taken: 200 with code "0"; it says "delivered", so a trigger set to other results starts nothing',
		good: true,
	},
	unsigned: { name: 'Unsigned, with receipts', expects: 'refused with 401', good: false },
	forged: {
		name: 'Forged: signed with another secret',
		expects: 'refused with 401',
		good: false,
	},
	stale: { name: 'Stale: signed an hour ago', expects: 'refused with 401', good: false },
	replayed: {
		name: 'Replayed: the signature of the last good call over another body',
		expects: 'refused with 401',
		good: false,
	},
	V1: { name: 'Body of version V1', expects: 'refused with 400', good: false },
} as const;

export type ProbeKind = keyof typeof PROBES;

export function isProbeKind(kind: string): kind is ProbeKind {
	return Object.hasOwn(PROBES, kind);
}

const HOUR = 3_600_000;

interface Probe {
	headers: Record<string, string>;
	body: string;
	statusCount: number;
}

/** One element as the older version wrote it (`push-msg-receipt`, V1). */
function buildV1Statuses(now: number) {
	return [
		{
			biTag: 'test',
			appid: '100000001',
			token: 'TEST_RECEIPT_TOKEN',
			status: 0,
			timestamp: now,
			requestId: 'test-receipt',
		},
	];
}

function buildStatuses(kind: ProbeKind, { appPackageName }: ReceiptSettings, now: number) {
	if (kind === 'test') return undefined;
	return kind === 'V1' ? buildV1Statuses(now) : buildTestStatuses(appPackageName, now);
}

/**
 * Builds a call of one kind.
 *
 * @param lastSignature header of the last call that was signed well, for `replayed`
 */
export function buildProbe(
	kind: ProbeKind,
	settings: ReceiptSettings,
	now: number,
	lastSignature?: string,
): Probe {
	const statuses = buildStatuses(kind, settings, now);
	const otherSecret = Buffer.from(`${settings.secret}${randomUUID()}`).toString('base64');
	const signatures: Readonly<Record<ProbeKind, () => string | undefined>> = {
		test: () => undefined,
		sample: () => (settings.signed ? signReceipt(settings, now) : undefined),
		unsigned: () => undefined,
		forged: () => signReceipt({ ...settings, secret: otherSecret }, now),
		stale: () => signReceipt(settings, now - HOUR),
		replayed: () => lastSignature,
		V1: () => signReceipt(settings, now),
	};
	const signature = signatures[kind]();
	return {
		headers: {
			'Content-Type': 'application/json',
			...(signature !== undefined && { [SIGNATURE_HEADER]: signature }),
		},
		// UNCERTAIN: "without business data" was seen; an empty object is that in JSON.
		body: JSON.stringify(statuses ? { statuses } : {}),
		statusCount: statuses?.length ?? 0,
	};
}
