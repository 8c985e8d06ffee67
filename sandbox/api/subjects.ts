import { isObject, type JsonObject } from '../rules/fields';
import type { Arrival } from '../state/arrival';

/** What a request is about, in the words of its body. */
export interface Subject {
	/** What the recipient reads first, or the name of what is changed. */
	title?: string;
	/** What else it says, in one line. */
	detail?: string;
	/** Of a live view: what is done with it. */
	action?: string;
}

export const child = (value: unknown, name: string): JsonObject => {
	const found = isObject(value) ? value[name] : undefined;
	return isObject(found) ? found : {};
};
const join = (...parts: unknown[]) =>
	parts
		.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number')
		.join(' · ');

const OPERATIONS: Readonly<Record<string, string>> = {
	0: 'create',
	1: 'update',
	2: 'end',
	4: 'schedule create',
	6: 'schedule end',
};

/** A body may be as long as Huawei takes; a line of a list needs no more characters of it. */
const MAX_LINE = 160;

const readNotification = (payload: JsonObject): Subject => {
	const { title, body } = child(payload, 'notification');
	return { title: join(title), detail: join(body) };
};
const readExtraData = ({ extraData }: JsonObject): Subject => ({ detail: join(extraData) });

const SUBJECTS: Readonly<Record<string, (payload: JsonObject) => Subject>> = {
	notification: readNotification,
	textToSpeech: readNotification,
	badge: (payload) => {
		const { setNum, addNum } = child(child(payload, 'notification'), 'badge');
		return { detail: setNum === undefined ? `+${join(addNum)}` : join(setNum) };
	},
	form: ({ formName, formId, version }) => ({
		title: join(formName),
		detail: join(`form ${String(formId)}`, `version ${String(version)}`),
	}),
	background: readExtraData,
	call: readExtraData,
	location: readExtraData,
	mdm: readExtraData,
	liveView: ({ operation, event, status, activityId }) => ({
		title: join(event),
		action: OPERATIONS[String(operation)] ?? join(operation),
		detail: join(status, `activity ${String(activityId)}`),
	}),
};

/** What a request is about; texts are whole. */
function readSubject({ endpoint, messageType = '', body, ...parts }: Arrival): Subject {
	if (endpoint === 'revoke') return { title: String(parts.notifyId ?? '?') };
	if (endpoint === 'verify') return { title: parts.imageUrl ?? '' };
	return SUBJECTS[messageType]?.(child(body, 'payload')) ?? {};
}

/** What a request is about, its texts cut to what a line of a list shows. */
export function describeSubject(arrival: Arrival): Subject {
	const { title, detail, action } = readSubject(arrival);
	return {
		title: title?.slice(0, MAX_LINE),
		detail: detail?.slice(0, MAX_LINE),
		action,
	};
}

/** All of what a request is about in one text, to search in. */
export function writeSummary(arrival: Arrival): string {
	const { title, action, detail } = readSubject(arrival);
	if (arrival.endpoint === 'revoke') return `Withdraw notifyId ${title ?? ''}`;
	if (arrival.messageType === 'badge') return join('Badge', detail);
	return join(title, action, detail);
}
