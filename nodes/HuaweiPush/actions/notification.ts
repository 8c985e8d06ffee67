import example from '../../../examples/messages/notification.json';
import { CATEGORIES, DEFAULT_CATEGORY, type Category } from '../../../push-kit/catalog/categories';
import { absentOn, NOTIFICATION_FACTS } from '../../../push-kit/catalog/fieldFacts';
import {
	APP_MESSAGE_ID_WINDOW_HOURS,
	MARKETING_PER_DAY,
	NOTIFICATION_IMAGE_MAXIMUM_PIXEL_BYTES,
} from '../../../push-kit/catalog/limits';
import { TAP_RULES, WHEN_TAPPED } from '../../../push-kit/message/clickAction';
import { BADGE_RULES, NOTIFICATION_RULES } from '../../../push-kit/message/notification';
import { collection, formField, formFields } from '../form/formField';
import { notifyIdFields, readNotifyId } from '../form/identity';
import type { ItemForm } from '../form/itemForm';
import { VARIANTS_FIELD } from '../form/variants';
import type { Composition, Resource, SendOperation } from './operation';
import { revokeOperation } from './revoke';

const AT = 'additionalFields';

/** The right first, then how the phone alerts, then what Huawei allows: the list cuts long texts. */
function describeCategory({ allowed, notAllowed, right, reminder }: Category): string {
	return [
		right === ''
			? `No right needed; at most ${MARKETING_PER_DAY} a day and device`
			: 'Needs a right',
		reminder,
		allowed,
		notAllowed === '' ? '' : `Not for: ${notAllowed}`,
	]
		.filter((sentence) => sentence !== '')
		.map((sentence) => sentence.replace(/\.$/, ''))
		.join('. ');
}

/** The categories that may be sent with a push type. */
export function categoryField(pushType: number, first = DEFAULT_CATEGORY) {
	const categories = CATEGORIES.filter(
		({ category, pushTypes }) =>
			pushTypes.includes(pushType) && (pushType !== 0 || category !== 'PLAY_VOICE'),
	);
	return formField(NOTIFICATION_RULES.category, 'category', {
		options: categories
			.map((row) => ({
				name: `${row.name} (${row.category})`,
				value: row.category,
				description: describeCategory(row),
			}))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: first,
		description: 'What kind of message this is: decides whether and how the phone alerts the user',
	});
}

/** In a text for people a word in double braces is a field of the item. */
export const MERGE_HELP = '{{name}} or {{name|there}} puts in a field of the item';

export function titleField(placeholder = 'e.g. Your order is on its way') {
	return formField(NOTIFICATION_RULES.title, 'title', {
		required: true,
		placeholder,
		description: `First line of the notification. ${MERGE_HELP}.`,
	});
}

export function bodyField(placeholder = 'e.g. It arrives tomorrow between 9 and 11') {
	return formField(NOTIFICATION_RULES.body, 'body', {
		rows: 2,
		required: true,
		placeholder,
		description: 'Text below the title; phones show up to three lines',
	});
}

export const IMAGE_FIELD = formField(NOTIFICATION_RULES.image, 'image', {
	placeholder: 'e.g. https://cdn.example.com/order.png',
	description: `Picture at the right of the notification: https, PNG, JPG, BMP or WEBP (since 6.1), at most ${NOTIFICATION_IMAGE_MAXIMUM_PIXEL_BYTES / 1024} KB of pixels; best below 128 by 128; ${absentOn(NOTIFICATION_FACTS.image)}`,
});

const PAGE = { displayOptions: { show: { actionType: [1] } } };

/** What a tap does; a tap opens the app where nothing is chosen. */
export const TAP_FIELDS = [
	formField(WHEN_TAPPED, 'actionType', {
		default: 0,
		description: 'What a tap on the message does',
	}),
	...formFields(TAP_RULES, {
		action: {
			placeholder: 'e.g. com.example.action.ORDER',
			description: 'The page, by the action name that the app developer gave it',
			...PAGE,
		},
		uri: {
			placeholder: 'e.g. https://www.example.com/orders/4711',
			description: 'The page, by its address; used where Action is empty or unknown to the app',
			...PAGE,
		},
		data: {
			placeholder: 'e.g. {"orderId": "4711"}',
			description: 'Handed to the app when it is opened by the tap',
		},
	}),
];

/** Optional fields of a notification, named as Huawei names them. */
export const NOTIFICATION_OPTIONS = [
	...formFields(NOTIFICATION_RULES, {
		appMessageId: {
			description: `Of messages with the same ID within ${APP_MESSAGE_ID_WINDOW_HOURS} hours the phone shows only the first, whatever channel they come by`,
		},
		bigBody: { description: 'Text of the style Big Text' },
		bigTitle: { description: 'Title of the style Big Text' },
		inboxContent: {
			description:
				'For the style Multi-Line: up to three lines, one per row; title and body still show while the message is folded',
		},
		overlayIcon: {
			placeholder: 'e.g. https://cdn.example.com/avatar.png',
			description:
				'Small icon over the app icon: https; for the categories IM, VOIP and MISS_CALL only',
		},
		priorityScene: {
			default: 'URGENT_MESSAGE',
			description:
				'Marks the notification as a priority one; needs a right that only social and business communication apps get',
		},
		profileId: {
			description:
				'Shows the message only while this profile is logged in to the app, as the app bound it to the device: at most 10, and unbound at log-out',
		},
		foregroundShow: {
			default: true,
			description: 'Whether to show the notification even while the app is open',
		},
		sound: {
			placeholder: 'e.g. ping.mp3',
			description: `Ring tone: name of a file under the app's /resources/rawfile; no effect with MARKETING; ${absentOn(NOTIFICATION_FACTS.sound)}`,
		},
		soundDuration: {
			default: 5,
			description: 'How long the sound plays; a shorter one is repeated',
		},
		style: {
			default: 0,
			description: `Big Text and Multi-Line show ${absentOn(NOTIFICATION_FACTS.style)}`,
		},
	}),
	...formFields(BADGE_RULES, {
		addNum: {
			default: 1,
			description: `How much to add to the number on the app's icon; ${absentOn(NOTIFICATION_FACTS.badge)}`,
		},
		setNum: {
			description: `The number to show on the app's icon; wins over Badge: Add; ${absentOn(NOTIFICATION_FACTS.badge)}`,
		},
	}),
	...notifyIdFields(NOTIFICATION_RULES.notifyId),
];

const OPTIONAL = [
	'appMessageId',
	'bigBody',
	'bigTitle',
	'inboxContent',
	'overlayIcon',
	'priorityScene',
	'profileId',
	'foregroundShow',
	'sound',
	'soundDuration',
	'style',
];

/** Huawei's Notification from the form. */
export function readNotification(form: ItemForm, category: unknown): Composition {
	const badge = form.members(BADGE_RULES, ['addNum', 'setNum'], AT);
	const { members, identity } = readNotifyId(form, NOTIFICATION_RULES.notifyId);
	const image = form.member(NOTIFICATION_RULES.image, 'image');
	const payload = {
		category,
		title: form.text(NOTIFICATION_RULES.title, 'title'),
		body: form.text(NOTIFICATION_RULES.body, 'body'),
		...(image !== undefined && { image }),
		...form.members(NOTIFICATION_RULES, OPTIONAL, AT),
		...members,
		clickAction: readTap(form),
		...(Object.keys(badge).length > 0 && { badge }),
	};
	return { payload, identity };
}

/** ClickAction of the form. */
export function readTap(form: ItemForm): Record<string, unknown> {
	const actionType = form.member(WHEN_TAPPED, 'actionType') ?? 0;
	const data = form.member(TAP_RULES.data, 'data');
	return {
		actionType,
		// What was entered for a page stays in the form when the choice goes back to the app.
		...(actionType === 0 ? {} : form.members(TAP_RULES, ['action', 'uri'])),
		...(isEmptyObject(data) ? {} : { data }),
	};
}

function isEmptyObject(value: unknown): boolean {
	if (value === undefined) return true;
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** A message in the notification centre (push-type 0, `push-send-alert`). */
const send: SendOperation = {
	kind: 'send',
	value: 'send',
	name: 'Send',
	action: 'Send notification',
	description: 'Show a message on phones, tablets, watches and other devices',
	messageType: 'notification',
	example: example.body.payload,
	hasVariants: true,
	fields: [
		categoryField(0),
		titleField(),
		bodyField(),
		IMAGE_FIELD,
		...TAP_FIELDS,
		collection('Additional Fields', AT, [...NOTIFICATION_OPTIONS, VARIANTS_FIELD]),
	],
	compose: (form) => {
		const { payload, identity } = readNotification(
			form,
			form.text(NOTIFICATION_RULES.category, 'category'),
		);
		return { payload: { notification: payload }, identity };
	},
};

export const notification: Resource = {
	option: {
		name: 'Notification',
		value: 'notification',
		description: 'A message in the notification centre',
	},
	first: 'send',
	operations: [
		// Withdraws a notification (`push-msg-revoke`).
		revokeOperation({ action: 'Revoke notification', messageType: 'notification' }),
		send,
	],
};
