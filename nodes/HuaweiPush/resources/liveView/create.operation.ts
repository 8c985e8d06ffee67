import { LIVE_VIEW_OPERATIONS } from '../../../../push-kit/message/liveView/operations';
import { liveViewOperation } from './liveViewOperation';

/** Shows a new card (`operation` 0). */
export const create = liveViewOperation({
	value: 'create',
	name: 'Create',
	action: 'Create live view',
	description: 'Show a card that follows something to its end',
	operation: LIVE_VIEW_OPERATIONS.create,
	permitted: ({ restCreate }) => restCreate,
	notice:
		'The same Activity ID cannot be created again within 12 hours. A live view lives for at most 8 hours.',
});
