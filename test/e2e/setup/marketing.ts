/** The data tables of `examples/` and the devices in them, as the marketing workflows find them. */
import type { Row } from '../../../scripts/n8n/dataTables';

export const TABLES = {
	alerts: 'huawei_push_alerts',
	brakes: 'huawei_push_brakes',
	devices: 'huawei_push_devices',
	fallbacks: 'huawei_push_fallbacks',
	forms: 'huawei_push_forms',
	liveViews: 'huawei_push_live_views',
	receipts: 'huawei_push_receipts',
	reports: 'huawei_push_reports',
	sends: 'huawei_push_sends',
} as const;

/** A time zone in which it is that hour now, give or take one. */
export function findZone(hour: number): string {
	const ahead = (((hour - new Date().getUTCHours()) % 24) + 24) % 24;
	// `Etc` names count westward: Etc/GMT-3 is three hours ahead of UTC.
	const offset = ahead > 12 ? ahead - 24 : ahead;
	return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

export function makeToken(name: string): string {
	return `${name}-push-token`;
}

/** A device that may get a marketing message now. */
export function makeDevice(deviceId: string, changes: Row = {}): Row {
	return {
		deviceId,
		pushToken: makeToken(deviceId),
		marketingConsent: true,
		timeZone: findZone(14),
		status: 'active',
		marketingDay: '',
		marketingCount: 0,
		...changes,
	};
}
