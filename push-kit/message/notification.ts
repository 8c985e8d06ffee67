/** push-type 0: a notification (AlertPayload of `push-scenariozed-api-request-param`). */

import {
	APP_MESSAGE_ID_MAXIMUM_LENGTH,
	APP_MESSAGE_ID_MINIMUM_LENGTH,
	APP_MESSAGE_ID_PATTERN,
	BADGE_ADD_NUMBER_MAXIMUM,
	BADGE_ADD_NUMBER_MINIMUM,
	BADGE_SET_NUMBER_MAXIMUM,
	BADGE_SET_NUMBER_MINIMUM,
	INBOX_CONTENT_LINE_MAXIMUM_LENGTH,
	INBOX_CONTENT_MAXIMUM_LINES,
	INBOX_CONTENT_MINIMUM_LINES,
	NOTIFY_ID_ASSIGNED_BY_SERVICE,
	NOTIFY_ID_MAXIMUM,
	PROFILE_ID_MAXIMUM_LENGTH,
	SOUND_DURATION_MAXIMUM_SECONDS,
	SOUND_DURATION_MINIMUM_SECONDS,
} from '../catalog/limits';
import { clickActionSchema, type ClickAction } from './clickAction';
import {
	filledProse,
	filledText,
	flag,
	httpsUrl,
	integer,
	list,
	needs,
	openInteger,
	openWord,
	prose,
	struct,
	text,
	when,
	type Choice,
	type Rule,
} from './rule';

/** AlertBadge: `setNum` wins where both are present. */
export interface AlertBadge {
	addNum?: number;
	setNum?: number;
}

/** Notification, shared by push-types 0 and 2. */
export interface Notification {
	category: string;
	title: string;
	body: string;
	image?: string;
	overlayIcon?: string;
	/** 0 plain, 1 big text (to be dropped by Huawei), 3 multi-line. */
	style?: number;
	bigTitle?: string;
	bigBody?: string;
	inboxContent?: string[];
	notifyId?: number;
	appMessageId?: string;
	profileId?: string;
	clickAction: ClickAction;
	badge?: AlertBadge;
	sound?: string;
	/** Seconds. */
	soundDuration?: number;
	foregroundShow?: boolean;
	priorityScene?: string;
}

/** `payload` of push-type 0. */
export interface AlertPayload {
	notification: Notification;
}

const APP_MESSAGE_ID_SENTENCE = `App Message ID must have ${APP_MESSAGE_ID_MINIMUM_LENGTH} to ${APP_MESSAGE_ID_MAXIMUM_LENGTH} characters: letters, digits, blanks and + / = - _.`;

const STYLES: readonly Choice[] = [
	{ value: 1, name: 'Big Text (Outdated)' },
	{ value: 3, name: 'Multi-Line' },
	{ value: 0, name: 'Plain' },
];

export const BADGE_RULES = {
	addNum: integer('Badge: Add', BADGE_ADD_NUMBER_MINIMUM, BADGE_ADD_NUMBER_MAXIMUM),
	setNum: integer('Badge: Set', BADGE_SET_NUMBER_MINIMUM, BADGE_SET_NUMBER_MAXIMUM),
} satisfies Record<keyof AlertBadge, Rule>;

/** Of push-types 0 and 2. */
export const NOTIFICATION_RULES = {
	category: filledText('Category', {
		sentence: 'Category is empty. Choose what kind of message this is, for example MARKETING.',
	}),
	title: filledProse('Title'),
	body: filledProse('Body'),
	image: httpsUrl('Image URL'),
	overlayIcon: httpsUrl('Overlay Icon URL'),
	style: openInteger('Style', STYLES),
	bigTitle: prose('Big Title'),
	bigBody: prose('Big Body'),
	inboxContent: list('Lines', prose('Line')),
	notifyId: integer('Notify ID (Fixed)', NOTIFY_ID_ASSIGNED_BY_SERVICE, NOTIFY_ID_MAXIMUM),
	appMessageId: text('App Message ID', {
		pattern: APP_MESSAGE_ID_PATTERN,
		sentence: APP_MESSAGE_ID_SENTENCE,
	}),
	profileId: text('Profile ID', { maxLength: PROFILE_ID_MAXIMUM_LENGTH }),
	clickAction: clickActionSchema,
	badge: struct('', BADGE_RULES),
	sound: text('Sound'),
	soundDuration: integer(
		'Sound Duration',
		SOUND_DURATION_MINIMUM_SECONDS,
		SOUND_DURATION_MAXIMUM_SECONDS,
		{ unit: 'Seconds' },
	),
	foregroundShow: flag('Show in Foreground'),
	priorityScene: openWord('Priority Scene', [
		{ value: 'AT_ME', name: 'At Me' },
		{ value: 'PRIMARY_CONTACT', name: 'Primary Contact' },
		{ value: 'SCHEDULE_REMINDER', name: 'Schedule Reminder' },
		{ value: 'URGENT_MESSAGE', name: 'Urgent Message' },
	]),
} satisfies Record<keyof Notification, Rule>;

const STYLE_RULES: readonly Rule[] = [
	when('style', [1], {
		...needs(['bigTitle', 'bigBody'], 'Style Big Text needs both Big Title and Big Body.'),
		properties: { bigTitle: filledProse('Big Title'), bigBody: filledProse('Big Body') },
	}),
	when('style', [3], {
		...needs(['inboxContent'], 'Style Multi-Line needs Lines: enter one to three lines of text.'),
		properties: {
			inboxContent: {
				title: 'Lines',
				sentence: `Style Multi-Line takes ${INBOX_CONTENT_MINIMUM_LINES} to ${INBOX_CONTENT_MAXIMUM_LINES} lines.`,
				minItems: INBOX_CONTENT_MINIMUM_LINES,
				maxItems: INBOX_CONTENT_MAXIMUM_LINES,
				items: prose('Line', { maxLength: INBOX_CONTENT_LINE_MAXIMUM_LENGTH }),
			},
		},
	}),
];

const NOT_SPOKEN: Rule = {
	properties: {
		category: {
			not: { const: 'PLAY_VOICE' },
			sentence:
				'Category PLAY_VOICE is for the resource Text-to-Speech only. Choose another category, or send it as Text-to-Speech.',
		},
	},
};

function notificationSchema(rules: readonly Rule[]): Rule {
	return struct('', NOTIFICATION_RULES, ['category', 'title', 'body', 'clickAction'], {
		allOf: rules,
	});
}

/** The notification of a text-to-speech message: every category passes, see the soft rules there. */
export const spokenNotificationSchema: Rule = notificationSchema(STYLE_RULES);

export const alertPayloadSchema: Rule = struct(
	'Payload',
	{ notification: notificationSchema([...STYLE_RULES, NOT_SPOKEN]) },
	['notification'],
);
