import { LIVE_VIEW_OPERATIONS } from '../../../../push-kit/message/liveView/operations';
import { liveViewOperation } from './liveViewOperation';

/** Registers a geofence that ends a card (`operation` 6). */
export const scheduleEnd = liveViewOperation({
	value: 'scheduleEnd',
	name: 'Schedule End',
	action: 'Schedule end of live view',
	description: 'End a card when the device enters or leaves a place',
	operation: LIVE_VIEW_OPERATIONS.scheduleEnd,
	permitted: ({ restUpdate, geofence }) => restUpdate && geofence,
	notice: 'Name a live view that exists: Huawei blocks an unknown Activity ID for 24 hours.',
	scheduled: true,
});
