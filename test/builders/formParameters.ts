/** The other way round: what an operator fills in to get a given payload out of the form. */

import type { IDataObject } from 'n8n-workflow';

import type { FormExample } from './nodeParameters';

type Members = Record<string, unknown>;

const LIVE_VIEW_OPERATIONS: Readonly<Record<number, string>> = {
	0: 'create',
	1: 'update',
	2: 'end',
	4: 'scheduleCreate',
	6: 'scheduleEnd',
};

/** Thrown where only JSON mode can say what a payload says. */
class NotInTheForm extends Error {}

function refuseUnless(condition: boolean): void {
	if (!condition) throw new NotInTheForm();
}

function members(value: unknown): Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value))
		: {};
}

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

function filled(fields: Members): IDataObject {
	const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(entries) as IDataObject;
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

interface ReadForm {
	resource?: string;
	operation: string;
	parameters: IDataObject;
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
	liveView: ({ operation, activityData, trigger, activityId, event, status, ...rest }) => {
		const { notificationData, capsuleData, externalData } = members(activityData);
		refuseUnless(externalData === undefined);
		const card = cardFields(members(notificationData));
		return {
			operation: LIVE_VIEW_OPERATIONS[Number(operation)] ?? '',
			parameters: filled({
				activityId,
				event,
				status,
				...card,
				capsuleData: capsuleData === undefined ? undefined : capsuleFields(members(capsuleData)),
				trigger: trigger === undefined ? undefined : geofence(members(trigger)),
				additionalFields: { ...members(card.additionalFields), ...rest },
			}),
		};
	},
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

function tapAction(clickAction: unknown): IDataObject {
	const { data, ...rest } = members(clickAction);
	// An empty object is what the form shows where nothing was entered.
	refuseUnless(data === undefined || Object.keys(members(data)).length > 0);
	return filled({ ...rest, data: data === undefined ? undefined : JSON.stringify(data) });
}

function cardFields(card: Members): IDataObject {
	const { type, keywords, contentTitle, contentText, clickAction, extend, ...layout } = card;
	refuseUnless([3, 4, 5, 7, -1].includes(Number(type)));
	const { additionalFields, ...fields } = layoutFields(layout);
	return filled({
		type,
		...members(keywords),
		contentTitle,
		contentText,
		...fields,
		extend: extend === undefined ? undefined : assistArea(members(extend)),
		...tapAction(clickAction),
		additionalFields: members(additionalFields) as IDataObject,
	});
}

function layoutFields(layout: Members): IDataObject {
	const { richProgress, singleTextBlock, firstTextBlock, lastTextBlock, game, ...rest } = layout;
	const { descPicUrl, spaceIconUrl, weather, ...plain } = rest;
	const { progress, nodeIcons, ...bar } = members(richProgress);
	const { firstLine, secondLine, underlineColor } = members(singleTextBlock);
	refuseUnless(members(members(game).competition).richDesc === undefined);
	// The form leaves the default out.
	refuseUnless(rest.spaceType !== 0);
	return filled({
		...plain,
		progress,
		nodeIcons: Array.isArray(nodeIcons) ? nodeIcons.join(', ') : undefined,
		richProgress: richProgress === undefined ? undefined : filled(bar),
		firstLine,
		secondLine,
		firstTextBlock: firstTextBlock === undefined ? undefined : { lines: firstTextBlock },
		lastTextBlock: lastTextBlock === undefined ? undefined : { lines: lastTextBlock },
		game,
		additionalFields: filled({
			descPicUrl,
			spaceIconUrl,
			underlineColor,
			weather: weather === undefined ? undefined : { value: weather },
		}),
	});
}

function assistArea({ clickAction, ...rest }: Members): IDataObject {
	refuseUnless(rest.pic === undefined);
	const { data, ...action } = members(clickAction);
	const { tel } = members(data);
	return filled({
		...rest,
		...action,
		tel,
		data: data === undefined || tel !== undefined ? undefined : JSON.stringify(data),
	});
}

function capsuleFields({ capsuleTimer, progress, ...rest }: Members): IDataObject {
	return filled({ ...rest, ...members(capsuleTimer), ...members(progress) });
}

function geofence({ displayTime, condition }: Members): IDataObject {
	// The form says its defaults aloud.
	refuseUnless(displayTime !== undefined && members(condition).delayTime !== undefined);
	return { geofence: filled({ ...members(condition), displayTime }) };
}
