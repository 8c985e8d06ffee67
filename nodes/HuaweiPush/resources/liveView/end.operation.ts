import { LIVE_VIEW_OPERATIONS } from '../../../../push-kit/message/liveView/operations';
import { liveViewOperation } from './liveViewOperation';

/** Ends a card (`operation` 2). */
export const end = liveViewOperation({
	value: 'end',
	name: 'End',
	action: 'End live view',
	description: 'Show the result and end the card',
	operation: LIVE_VIEW_OPERATIONS.end,
	permitted: ({ restUpdate }) => restUpdate,
	notice:
		'Name a live view that exists: Huawei blocks an unknown Activity ID for 24 hours. Fields you leave out keep their former value.',
});
