import { countDays, DELIVERED, type Delivery, type Device, type Push, type Widget } from './device';

const NOT_SHOWN = 151;
const OVER_FREQUENCY = 256;
const WIDGET_GONE = 261;
const REFRESH_LIMIT = 262;
const DAY = 86_400_000;
/** How long the service refuses updates of a formId after these results. */
const BLOCK_TIMES: Readonly<Record<number, number>> = {
	[WIDGET_GONE]: 30 * DAY,
	[REFRESH_LIMIT]: DAY,
};

const readInteger = (value: unknown) => (Number.isInteger(value) ? Number(value) : undefined);

function findWidget(device: Device, push: Push): Widget {
	device.widgets ??= {};
	const key = String(push.payload.formId);
	const widget = (device.widgets[key] ??= {
		version: 0,
		messageId: push.messageId,
		day: 0,
		updatesToday: 0,
	});
	return widget;
}

function countUpdate(widget: Widget, now: number): number {
	const day = countDays(now);
	if (widget.day !== day) widget.updatesToday = 0;
	widget.day = day;
	return ++widget.updatesToday;
}

/**
 * Updates a service widget (`push-form-update`): `version` must be above the current one, 0 applies
 * and begins anew. 261 blocks the formId for 30 days and 262 for one day.
 *
 * @param fateResult 261 or 262 where the device's fate is so
 * @param perDay updates of one widget a day; Infinity for no limit
 */
export function updateWidget(
	device: Device,
	push: Push,
	{ now, perDay, fateResult }: { now: number; perDay: number; fateResult?: number },
): Delivery {
	const widget = findWidget(device, push);
	const { blockedUntil, blockedResult } = widget;
	if (blockedUntil !== undefined && blockedResult !== undefined && now < blockedUntil) {
		const end = new Date(blockedUntil).toISOString();
		return { result: blockedResult, note: `Not updated: this formId is blocked until ${end}` };
	}
	if (fateResult !== undefined) {
		const time = BLOCK_TIMES[fateResult];
		if (time !== undefined) {
			widget.blockedUntil = now + time;
			widget.blockedResult = fateResult;
		}
		return { result: fateResult, note: 'Not updated' };
	}
	// UNCERTAIN: the pages name 256 and 262 for too many updates and do not tell them apart.
	if (!push.testMessage && countUpdate(widget, now) > perDay) {
		return {
			result: OVER_FREQUENCY,
			note: `Not updated: more than ${perDay} updates of this widget on this day`,
		};
	}
	const version = readInteger(push.payload.version) ?? 0;
	if (version !== 0 && version <= widget.version) {
		// UNCERTAIN: no page names the result of a version that is too small for a widget.
		return {
			result: NOT_SHOWN,
			note: `Not updated: version ${version} is not above ${widget.version}`,
		};
	}
	widget.version = version;
	widget.messageId = push.messageId;
	return { result: DELIVERED };
}
