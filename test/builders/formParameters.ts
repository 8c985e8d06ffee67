/** The other way round: what an operator fills in to get a given payload out of the form. */

import {
	filled,
	members,
	NotInTheForm,
	refuseUnless,
	tapAction,
	type Members,
	type ReadForm,
} from './formValues';
import { liveViewForm } from './liveViewForm';
import type { FormExample } from './nodeParameters';

/** n8n takes a text that begins with = for an expression; an empty one counts as not filled in. */
function holdsOddText(value: unknown): boolean {
	if (typeof value === 'string') return value === '' || value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsOddText);
}

/** Texts for people and data for the app; blanks around every other text are taken off by the form. */
const KEEPS_BLANKS = new Set([
	...[
		'title',
		'body',
		'bigTitle',
		'bigBody',
		'inboxContent',
		'content',
		'contentTitle',
		'contentText',
	],
	...[
		'firstLine',
		'secondLine',
		'text',
		'spaceText',
		'additionalText',
		'name',
		'score',
		'desc',
		'time',
	],
	...['extraData', 'data', 'formData'],
]);

function holdsUntidyWord(value: unknown, name = ''): boolean {
	if (typeof value === 'string') return !KEEPS_BLANKS.has(name) && value.trim() !== value;
	if (Array.isArray(value)) return value.some((entry) => holdsUntidyWord(entry, name));
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(([key, member]) => holdsUntidyWord(member, key));
}

/** A text of blanks alone is none. */
function holdsBlankText(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsBlankText);
}

/** Double braces are merge fields in the form. */
function holdsBraces(value: unknown): boolean {
	return JSON.stringify(value).includes('{{');
}

/**
 * @returns `undefined` where only JSON mode can say what the payload says
 */
export function toForm(messageType: string, payload: Members): FormExample | undefined {
	const read = FORMS[messageType];
	try {
		if (read === undefined) return undefined;
		const { resource = messageType, operation, parameters } = read(payload);
		refuseUnless(!holdsOddText(parameters) && !holdsBlankText(parameters));
		refuseUnless(!holdsUntidyWord(parameters) && !holdsBraces(parameters));
		return { resource, operation, parameters };
	} catch (error) {
		if (error instanceof NotInTheForm) return undefined;
		throw error;
	}
}

const FORMS: Readonly<Record<string, (payload: Members) => ReadForm>> = {
	notification: ({ notification }) => {
		const { category, ...rest } = members(notification);
		return { operation: 'send', parameters: filled({ category, ...notificationFields(rest) }) };
	},
	badge: ({ notification }) => ({
		operation: 'update',
		parameters: filled({ setNum: members(members(notification).badge).setNum }),
	}),
	form: ({ images, version, formData, ...rest }) => {
		const [image] = Array.isArray(images) ? images : [undefined];
		// The form says its default aloud.
		refuseUnless(image === undefined || members(image).require !== undefined);
		return {
			operation: 'update',
			parameters: filled({
				...rest,
				formData: JSON.stringify(formData),
				additionalFields: filled({
					versionMode: 'fixed',
					version,
					images: image === undefined ? undefined : { image },
				}),
			}),
		};
	},
	textToSpeech: ({ notification, extraData }) => {
		const { category, ...rest } = members(notification);
		const { additionalFields, ...fields } = notificationFields(rest);
		refuseUnless(members(notification).foregroundShow === undefined);
		return {
			operation: 'send',
			parameters: filled({
				...fields,
				extraData,
				additionalFields: { ...members(additionalFields), category },
			}),
		};
	},
	background: ({ extraData, proxyData }) => ({
		operation: 'send',
		parameters: filled({
			extraData,
			additionalFields: filled({ proxyData: proxyData === 'ENABLE' ? true : undefined }),
		}),
	}),
	call: ({ extraData }) => ({ operation: 'ring', parameters: filled({ extraData }) }),
	liveView: liveViewForm,
};

function notificationFields(notification: Members) {
	const { title, body, image, clickAction, badge, inboxContent, ...rest } = notification;
	const lines = Array.isArray(inboxContent) ? inboxContent.map(String) : undefined;
	refuseUnless(badge === undefined || Object.keys(members(badge)).length > 0);
	refuseUnless(lines?.every((line) => line.trim() !== '' && !/[\r\n]/.test(line)) ?? true);
	// The ID that Huawei assigns is no choice of the form.
	refuseUnless(rest.notifyId !== -1);
	return filled({
		title,
		body,
		image,
		...tapAction(clickAction),
		additionalFields: filled({
			...rest,
			...(rest.notifyId === undefined && { notifyIdMode: 'none' }),
			...members(badge),
			inboxContent: lines?.join('\n'),
		}),
	});
}
