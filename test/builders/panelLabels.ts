/** Every label and name of an option that the panels of this package show. */
import { HuaweiPushApi } from '../../credentials/HuaweiPushApi.credentials';
import { HuaweiPushReceiptApi } from '../../credentials/HuaweiPushReceiptApi.credentials';
import { HuaweiPush } from '../../nodes/HuaweiPush/HuaweiPush.node';
import { HuaweiPushTrigger } from '../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';

function labelsOf(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		(name === 'displayName' || name === 'name') && typeof member === 'string'
			? [member]
			: labelsOf(member),
	);
}

export const PANELS = [
	new HuaweiPush().description,
	new HuaweiPushTrigger().description,
	new HuaweiPushApi(),
	new HuaweiPushReceiptApi(),
];

/** A text may leave the unit out: "TTL" for "TTL (Seconds)". */
export const PANEL_LABELS: ReadonlySet<string> = new Set(
	PANELS.flatMap(labelsOf).flatMap((label) => [label, label.replace(/ \([^)]*\)$/, '')]),
);
