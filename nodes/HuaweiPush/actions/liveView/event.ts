/** The scene of a live view, its stage, and the number that some scenes show. */

import type { INodeProperties } from 'n8n-workflow';

import { withGloss } from '../../../../push-kit/catalog/chineseWords';
import { LIVE_VIEW_EVENTS, type LiveViewEvent } from '../../../../push-kit/catalog/liveViewEvents';
import { LIVE_VIEW_RULES } from '../../../../push-kit/message/liveView/payload';
import { KEYWORD_TITLES } from '../../../../push-kit/message/liveView/placeholders';
import type { Rule } from '../../../../push-kit/message/rule';
import { formField } from '../../form/formField';
import type { ItemForm } from '../../form/itemForm';
import { titleCase } from '../../form/titleCase';

/** Has no stages of its own, so that the form opens short. */
const USUAL_EVENT = 'DELIVERY';

const KEYWORDS: Readonly<Record<keyof typeof KEYWORD_TITLES, Rule>> = {
	flightNo: { title: KEYWORD_TITLES.flightNo, type: 'string' },
	trainNo: { title: KEYWORD_TITLES.trainNo, type: 'string' },
};

const KEYWORD_PLACEHOLDERS = { flightNo: 'e.g. XX1234', trainNo: 'e.g. G101' };

/** Events that a push message may create, update or schedule, depending on the operation. */
export function eventFields(permitted: (event: LiveViewEvent) => boolean): INodeProperties[] {
	const events = LIVE_VIEW_EVENTS.filter(permitted);
	const isUsual = events.some(({ event }) => event === USUAL_EVENT);
	return [
		formField(LIVE_VIEW_RULES.event, 'event', {
			options: events
				.map(({ event, scene }) => ({
					name: `${titleCase(scene)} (${event})`,
					value: event,
					description: `Needs the live view right for ${event}`,
				}))
				.sort((a, b) => a.name.localeCompare(b.name)),
			default: isUsual ? USUAL_EVENT : (events[0]?.event ?? ''),
			required: true,
			description: 'The business scene; Huawei grants the right for each one separately',
		}),
		...events.filter(({ statuses }) => statuses.length > 0).map(statusField),
		...events.flatMap(({ event, keyword }) =>
			keyword === undefined ? [] : [keywordField(event, keyword)],
		),
	];
}

/** Stages of one event, each with the words the phone shows for it. */
function statusField({ event, statuses }: LiveViewEvent): INodeProperties {
	return formField(LIVE_VIEW_RULES.status, 'status', {
		options: statuses.map(({ status, text, gloss }) => ({
			name: `${titleCase(gloss)} (${status})`,
			value: status,
			description: `The phone shows ${withGloss({ word: text, gloss })}`,
		})),
		description:
			'Stage of the trip. Write [status] into Content Title, Content Text or a line: the phone shows its own words in its place.',
		displayOptions: { show: { event: [event] } },
	});
}

function keywordField(event: string, keyword: keyof typeof KEYWORDS): INodeProperties {
	return formField(KEYWORDS[keyword], keyword, {
		placeholder: KEYWORD_PLACEHOLDERS[keyword],
		description: `Write [${keyword}] into Content Title, Content Text or a line: the phone shows the number in its place`,
		displayOptions: { show: { event: [event] } },
	});
}

/** `keywords` of the card. */
export function readKeywords(form: ItemForm): Record<string, unknown> {
	const keywords = form.members(KEYWORDS, Object.keys(KEYWORDS));
	return Object.keys(keywords).length === 0 ? {} : { keywords };
}
