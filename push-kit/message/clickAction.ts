/** What a tap does; shared by notifications, text-to-speech and live views. */

import { TELEPHONE_MAXIMUM_LENGTH } from '../catalog/limits';
import { needs, openInteger, struct, text, when, type Rule } from './rule';

/** ClickAction of `push-scenariozed-api-request-param`. */
export interface ClickAction {
	/** 0 opens the app, 1 opens one of its pages; 3 clears the live view and 5 dials, in its assist area only. */
	actionType: number;
	action?: string;
	uri?: string;
	/** Handed to the app; for `actionType` 5 exactly `{ tel }`. */
	data?: Record<string, unknown>;
}

const PROPERTIES = {
	action: text('Action'),
	uri: text('URI'),
	data: { title: 'Data', type: 'object' } satisfies Rule,
};

const PAGE_NEEDS_TARGET: Rule = when('actionType', [1], {
	sentence:
		'Tap Action opens a page, but neither Action nor URI says which. Enter one of them as the app developer named it, or let a tap open the app.',
	anyOf: [
		{ required: ['action'], properties: { action: { minLength: 1 } } },
		{ required: ['uri'], properties: { uri: { minLength: 1 } } },
	],
});

/** Of a notification, a text-to-speech message or a live view's card. */
export const clickActionSchema: Rule = struct(
	'Tap Action',
	{
		actionType: {
			title: 'When Tapped',
			enum: [0, 1],
			sentence: '{field} must be 0 (open the app) or 1 (open a page of the app).',
		},
		...PROPERTIES,
	},
	['actionType'],
	{ allOf: [PAGE_NEEDS_TARGET] },
);

const TELEPHONE_SENTENCE = `{field} must begin with + or a digit and have at most ${TELEPHONE_MAXIMUM_LENGTH} characters: digits, -, # and blanks.`;

/** What a tap on the assist area may do, as far as known. */
export const ASSIST_ACTION_TYPES: readonly number[] = [0, 1, 3, 5];

/** Of a live view's assist area: may also clear the card or dial. */
export const assistClickActionSchema: Rule = struct(
	'Tap Action',
	{
		actionType: openInteger('When Tapped'),
		...PROPERTIES,
		data: struct('', { tel: { title: 'Phone Number' } }),
	},
	['actionType'],
	{
		allOf: [
			PAGE_NEEDS_TARGET,
			when('actionType', [5], {
				...needs(['data'], 'Phone Number is missing: a tap on the assist area shall dial it.'),
				properties: {
					data: struct(
						'',
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
