import { LIVE_VIEW_OPERATIONS } from '../../../../push-kit/message/liveView/operations';
import { liveViewOperation } from './liveViewOperation';

/** Changes a card (`operation` 1). */
export const update = liveViewOperation({
	value: 'update',
	name: 'Update',
	action: 'Update live view',
	description: 'Show how it goes on',
	operation: LIVE_VIEW_OPERATIONS.update,
	permitted: ({ restUpdate }) => restUpdate,
	notice:
		'Name a live view that exists: Huawei blocks an unknown Activity ID for 24 hours. Fields you leave out keep their former value.',
});
