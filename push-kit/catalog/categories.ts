/**
 * The categories of a notification: what each is for, what Huawei's house rules permit and
 * forbid in it, and how the device reminds the user. Source pages: `push-apply-right`,
 * `push-scenariozed-api-request-param`, `push-specification`.
 */

import { SUBSCRIPTION_WORDS, withGloss } from './chineseWords';
import { MARKETING_PER_DAY, NEWS_MARKETING_PER_DAY } from './limits';

/** How a message of a category draws attention, by the kind of device; in words without a capital. */
export interface Alerts {
	readonly phone: string;
	readonly watch: string;
	readonly tv: string;
}

export interface Category {
	/** Upper-case word for the field `category`. */
	readonly category: string;
	readonly name: string;
	readonly meaning: string;
	readonly allowed: string;
	/** Empty where Huawei names nothing in particular. */
	readonly notAllowed: string;
	/** The right to apply for; empty where none is needed. */
	readonly right: string;
	readonly alerts: Alerts;
	/** The same in one sentence, for a form. */
	readonly reminder: string;
	/** The push types it may be sent with; the newest page binds PLAY_VOICE to 2. */
	readonly pushTypes: readonly number[];
	/** Slug of Huawei's page. */
	readonly source: string;
}

const source = 'push-apply-right';

const RIGHT = 'Self-classification right, granted per category';
/** Huawei names no sound and no vibration of any TV. */
const ON_TV = 'neither sound nor vibration';
const LOUD = 'lock screen, sound and vibration';

/** Phones stand for tablets and PCs, too; a watch is named where it differs. */
function alerting(phone: string, watch = phone): Pick<Category, 'alerts' | 'reminder'> {
	const onWatch = watch === phone ? '' : `; on watches ${watch}`;
	return {
		alerts: { phone, watch, tv: ON_TV },
		reminder: `${phone.charAt(0).toUpperCase()}${phone.slice(1)}${onWatch}; on TVs ${ON_TV}`,
	};
}

const SOCIAL = {
	right: RIGHT,
	...alerting(LOUD),
	pushTypes: [0, 2],
	source,
} as const;

// UNCERTAIN: the 2025 guide lets text-to-speech (2) carry any category, the newest page only
// PLAY_VOICE. The wider reading stands here; the node gives a hint.
const SERVICE = { ...SOCIAL, ...alerting(LOUD, 'silent') } as const;

/** `overlayIcon` has an effect with these only (`push-scenariozed-api-request-param`). */
export const OVERLAY_ICON_CATEGORIES = ['IM', 'VOIP', 'MISS_CALL'] as const;

/** What a category becomes without its right, and the one that needs no right. */
export const DEFAULT_CATEGORY = 'MARKETING';

export const CATEGORIES: readonly Category[] = [
	{
		category: 'ACCOUNT',
		name: 'Account',
		meaning: "The user's account and assets",
		allowed: 'Log-ins, the state of the account, expiry of a membership, real changes of a balance',
		notAllowed: 'Points, coins, rankings',
		...SERVICE,
	},
	{
		category: 'DEVICE_REMINDER',
		name: 'Device Reminder',
		meaning: "The user's smart devices",
		allowed: 'States and alarms of smart (IoT) devices',
		notAllowed: '',
		...SERVICE,
	},
	{
		category: 'EXPRESS',
		name: 'Orders and Parcels',
		meaning: 'Orders and logistics, for the buyer',
		allowed: 'The state of orders and parcels, to consumers',
		notAllowed: '',
		...SERVICE,
	},
	{
		category: 'FINANCE',
		name: 'Finance',
		meaning: 'Finance and payment',
		allowed: 'Amounts, due dates, trades; from the apps of banks and payment services only',
		notAllowed: 'Messages of any other kind of app',
		...SERVICE,
	},
	{
		category: 'HEALTH',
		name: 'Health',
		meaning: 'Health and sport',
		allowed: 'Data that the user measured; from health and sport apps only',
		notAllowed: 'Messages of any other kind of app',
		...SERVICE,
	},
	{
		category: 'IM',
		name: 'Instant Messaging',
		meaning: 'Chat between users',
		allowed: 'Chat between users, group chat',
		notAllowed:
			'Private messages from people the user does not follow; bulk or advertising messages of official accounts or merchants',
		...SOCIAL,
	},
	{
		category: 'MAIL',
		name: 'Mail',
		meaning: 'New mail',
		allowed: 'New mail; from mail and office apps only',
		notAllowed: 'Messages of any other kind of app',
		...SERVICE,
	},
	{
		category: 'MARKETING',
		name: 'Marketing',
		meaning: 'News, recommendations, promotion and surveys',
		allowed: 'Everything that fits no other category: news, recommendations, promotion, surveys',
		notAllowed: `More than ${MARKETING_PER_DAY} a day and device (${NEWS_MARKETING_PER_DAY} for licensed news apps): the rest is dropped`,
		right: '',
		...alerting(
			'silent, in the notification centre only, folded under "more notifications"',
			'sound and vibration',
		),
		pushTypes: [0, 2],
		source,
	},
	{
		category: 'MISS_CALL',
		name: 'Missed Call',
		meaning: 'A call that the user missed',
		allowed: 'Missed calls',
		notAllowed: '',
		...SOCIAL,
	},
	{
		category: 'PLAY_VOICE',
		name: 'Play Voice',
		meaning: 'A reminder that is read out',
		allowed:
			'Spoken reminders of order status, logistics status and payments of merchants, and of medical emergencies; as text-to-speech messages only',
		notAllowed: 'Notifications: use the Text-to-Speech resource',
		...SERVICE,
		right: 'Text-to-speech right',
		...alerting('lock screen and vibration, no sound', 'silent'),
		pushTypes: [2],
	},
	{
		category: 'SUBSCRIPTION',
		name: 'Subscription',
		meaning: 'Content that the user subscribed to',
		allowed: `What the user subscribed to, with consent asked for it separately. Title or body must contain one of ${SUBSCRIPTION_WORDS.map(withGloss).join(', ')}`,
		notAllowed: 'Broad subscriptions, such as to "news"',
		...SERVICE,
	},
	{
		category: 'TRAVEL',
		name: 'Travel',
		meaning: "The user's trips",
		allowed: 'Trips, changes of flights and buses, reminders to check in, to consumers',
		notAllowed: 'Routes and traffic, which are marketing',
		...SERVICE,
	},
	{
		category: 'VOIP',
		name: 'Call Invitation',
		meaning: 'An invitation to a voice or video call, as a notice',
		allowed: 'Call invitations as a notice',
		notAllowed: '',
		...SOCIAL,
	},
	{
		category: 'WORK',
		name: 'Work',
		meaning: 'Tasks, workflows and the running of a shop',
		allowed: 'Meetings, to-dos, approvals, orders for sellers, the running of a shop',
		notAllowed: '',
		...SERVICE,
	},
];

const BY_WORD: ReadonlyMap<string, Category> = new Map(
	CATEGORIES.map((row) => [row.category, row]),
);

/**
 * Gives a category by its exact upper-case word. `undefined` for one that Huawei has added
 * since: let it through, the service decides.
 */
export function findCategory(category: string): Category | undefined {
	return BY_WORD.get(category);
}
