import type { INodeProperties } from 'n8n-workflow';

import { LIVE_VIEW_EVENTS, type LiveViewEvent } from '../../../../push-kit/catalog/liveViewEvents';

/** Has no stages of its own, so that the form opens short. */
const USUAL_EVENT = 'DELIVERY';

/** Events that a push message may create, update or schedule, depending on the operation. */
export function eventFields(permitted: (event: LiveViewEvent) => boolean): INodeProperties[] {
	const events = LIVE_VIEW_EVENTS.filter(permitted);
	const usual = events.some(({ event }) => event === USUAL_EVENT);
	const first = usual ? USUAL_EVENT : (events[0]?.event ?? '');
	return [
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			options: events
				.map(({ event, scene }) => ({
					name: `${scene} (${event})`,
					value: event,
					description: `Needs the live view right for ${event}`,
				}))
				.sort((a, b) => a.name.localeCompare(b.name)),
			default: first,
			required: true,
			description: 'The business scene; Huawei grants the right for each one separately',
		},
		...events.filter(({ statuses }) => statuses.length > 0).map(statusField),
		...events.filter(({ keyword }) => keyword !== undefined).map(keywordField),
	];
}

/** Stages of one event, each with the words the phone shows for it. */
function statusField({ event, statuses }: LiveViewEvent): INodeProperties {
	const first = statuses[0]?.status ?? '';
	return {
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: statuses.map(({ status, text }) => ({
			name: status,
			value: status,
			description: `The phone shows ${text}`,
		})),
		default: first,
		description:
			'Stage of the trip. Write [status] into Content Title, Content Text or a line: the phone shows the Chinese words in its place.',
		displayOptions: { show: { event: [event] } },
	};
}

function keywordField({ event, keyword }: LiveViewEvent): INodeProperties {
	const isFlight = keyword === 'flightNo';
	return {
		displayName: isFlight ? 'Flight Number' : 'Train Number',
		name: keyword ?? '',
		type: 'string',
		default: '',
		placeholder: isFlight ? 'e.g. XX1234' : 'e.g. G101',
		description: `Write [${keyword ?? ''}] into Content Title, Content Text or a line: the phone shows the number in its place`,
		displayOptions: { show: { event: [event] } },
	};
}
