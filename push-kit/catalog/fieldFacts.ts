/**
 * What the rules of a message cannot say of its fields: since which version of the system one works, which devices
 * ignore it, and what else makes it idle. Source page: `push-scenariozed-api-request-param`, if no other is named.
 * An older device presumably ignores a newer field; no page says so.
 */
import { DEVICE_PLURALS, type Device } from './devices';

export interface FieldFact {
	/** As `pushOptions.ttl` or, in the payload, `notification.image`; an entry of a list is `images[].url`. */
	readonly path: string;
	/** The first version of the system that knows it. */
	readonly since?: string;
	/** Devices on which the message is shown without it. */
	readonly notOn?: readonly Device[];
	/** When else it has no effect, or what it does to the rest. */
	readonly note?: string;
	/** Slug of Huawei's page. */
	readonly source: string;
}

const source = 'push-scenariozed-api-request-param';

/** Of the notification of push-types 0 and 2. */
export const NOTIFICATION_FACTS = {
	image: {
		path: 'notification.image',
		notOn: ['watch'],
		note: 'WEBP since 6.1.0(23)',
		source,
	},
	overlayIcon: {
		path: 'notification.overlayIcon',
		since: '6.1.0(23)',
		note: 'With the categories IM, VOIP and MISS_CALL only',
		source,
	},
	style: {
		path: 'notification.style',
		notOn: ['watch'],
		note: 'Big Text is to be dropped by Huawei',
		source,
	},
	bigTitle: { path: 'notification.bigTitle', note: 'To be dropped by Huawei', source },
	bigBody: { path: 'notification.bigBody', note: 'To be dropped by Huawei', source },
	inboxContent: {
		path: 'notification.inboxContent',
		notOn: ['watch'],
		note: 'With the style Multi-Line only; folded, the phone shows title and body',
		source,
	},
	badge: { path: 'notification.badge', notOn: ['watch', 'tv'], source },
	sound: {
		path: 'notification.sound',
		notOn: ['pc', 'watch', 'tv'],
		note: 'No effect with MARKETING',
		source,
	},
	soundDuration: {
		path: 'notification.soundDuration',
		note: 'Only together with a sound',
		source,
	},
	foregroundShow: {
		path: 'notification.foregroundShow',
		note: 'No effect with text-to-speech',
		source,
	},
	priorityScene: {
		path: 'notification.priorityScene',
		note: 'Needs the priority notification right',
		source: 'priority-notification-permission-guidelines',
	},
} as const satisfies Readonly<Record<string, FieldFact>>;

/** Of the delivery options. */
export const PUSH_OPTION_FACTS: readonly FieldFact[] = [
	{
		path: 'pushOptions.collapseKey',
		note: 'Notifications and text-to-speech only',
		source,
	},
	{
		path: 'pushOptions.backgroundMode',
		note: 'Background messages only; gone from the newest edition of the page',
		source,
	},
];

/** `not on watches and TVs`, for the help of a form; empty where every device has the field. */
export function absentOn({ notOn = [] }: Pick<FieldFact, 'notOn'>): string {
	const devices = notOn.map((device) => DEVICE_PLURALS[device]);
	return devices.length === 0
		? ''
		: `not on ${devices.join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
}
