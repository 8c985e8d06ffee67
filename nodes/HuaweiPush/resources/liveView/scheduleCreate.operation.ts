import { LIVE_VIEW_OPERATIONS } from '../../../../push-kit/message/liveView/operations';
import { liveViewOperation } from './liveViewOperation';

/** Registers a geofence that creates a card (`operation` 4). */
export const scheduleCreate = liveViewOperation({
	value: 'scheduleCreate',
	name: 'Schedule Create',
	action: 'Schedule creation of live view',
	description: 'Show a card when the device enters or leaves a place',
	operation: LIVE_VIEW_OPERATIONS.scheduleCreate,
	permitted: ({ restCreate, geofence }) => restCreate && geofence,
	scheduled: true,
});
