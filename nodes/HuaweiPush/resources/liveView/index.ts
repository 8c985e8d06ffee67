import type { Resource } from '../../operation';
import { create } from './create.operation';
import { end } from './end.operation';
import { scheduleCreate } from './scheduleCreate.operation';
import { scheduleEnd } from './scheduleEnd.operation';
import { update } from './update.operation';

export const liveView: Resource = {
	option: {
		name: 'Live View',
		value: 'liveView',
		description: 'A card that follows a trip, a delivery or a match to its end',
	},
	operations: [create, end, scheduleCreate, scheduleEnd, update],
};
