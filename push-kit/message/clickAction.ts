/** What a tap does; shared by notifications, text-to-speech and live views. */

import { TELEPHONE_MAXIMUM_LENGTH } from '../catalog/limits';
import { needs, openInteger, struct, text, when, type Choice, type Rule } from './rule';

/** ClickAction of `push-scenariozed-api-request-param`. */
export interface ClickAction {
	/** 0 opens the app, 1 opens one of its pages; 3 clears the live view and 5 dials, in its assist area only. */
	actionType: number;
	action?: string;
	uri?: string;
	/** Handed to the app; for `actionType` 5 exactly `{ tel }`. */
	data?: Record<string, unknown>;
}

/** Where a tap leads, beside `actionType`. */
export const TAP_RULES = {
	action: text('Action'),
	uri: text('URI'),
	data: { title: 'Data', type: 'object' },
} satisfies Record<string, Rule>;

const OPEN_APP: Choice = { value: 0, name: 'Open the App' };
const OPEN_PAGE: Choice = { value: 1, name: 'Open a Page of the App' };

/** The only field of a tap that any value but the known ones breaks: the others lead nowhere. */
export const WHEN_TAPPED: Rule = {
	title: 'When Tapped',
	choices: [OPEN_APP, OPEN_PAGE],
	enum: [OPEN_APP.value, OPEN_PAGE.value],
	sentence: '{field} must be 0 (open the app) or 1 (open a page of the app).',
};

/** @param subject the tap as the form names it */
function pageNeedsTarget(subject: string): Rule {
	return when('actionType', [1], {
		sentence: `${subject} opens a page, but neither Action nor URI says which. Enter one of them as the app developer named it, or let a tap open the app.`,
		anyOf: [
			{ required: ['action'], properties: { action: { minLength: 1 } } },
			{ required: ['uri'], properties: { uri: { minLength: 1 } } },
		],
	});
}

/** Of a notification, a text-to-speech message or a live view's card. */
export const clickActionSchema: Rule = struct(
	'Tap Action',
	{
		actionType: WHEN_TAPPED,
		...TAP_RULES,
	},
	['actionType'],
	{ allOf: [pageNeedsTarget('Tap Action')] },
);

const TELEPHONE_SENTENCE = `{field} must begin with + or a digit and have at most ${TELEPHONE_MAXIMUM_LENGTH} characters: digits, -, # and blanks.`;

/** Of the assist area, whose tap may do more. */
export const ASSIST_TAP_RULES = {
	...TAP_RULES,
	actionType: openInteger('When Tapped', [
		{ value: 3, name: 'Clear the Live View' },
		{ value: 5, name: 'Dial the Phone Number' },
		OPEN_PAGE,
		OPEN_APP,
	]),
	tel: text('Phone Number'),
} satisfies Record<string, Rule>;

/** Of a live view's assist area: may also clear the card or dial. */
export const assistClickActionSchema: Rule = struct(
	// The form shows these fields beside those of the assist area.
	'',
	{
		actionType: ASSIST_TAP_RULES.actionType,
		...TAP_RULES,
		data: struct('Data', { tel: { title: 'Phone Number', standsAlone: true } }),
	},
	['actionType'],
	{
		allOf: [
			pageNeedsTarget('Assist Area: a tap'),
			when('actionType', [5], {
				...needs(['data'], 'Phone Number is missing: a tap on the assist area shall dial it.'),
				properties: {
					data: struct(
						'Data',
						{
							tel: text('Phone Number', {
								maxLength: TELEPHONE_MAXIMUM_LENGTH,
								// Huawei's own examples carry redacted numbers such as 1xxxxxxxxxx: letters x pass.
								pattern: '^[+0-9][-0-9 #xX*]*$',
								sentence: TELEPHONE_SENTENCE,
							}),
						},
						['tel'],
					),
				},
			}),
		],
	},
);
