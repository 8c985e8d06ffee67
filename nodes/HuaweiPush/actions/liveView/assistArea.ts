/** The area at the right of the card, which can be tapped. */

import { ASSIST_TAP_RULES } from '../../../../push-kit/message/clickAction';
import { EXTEND_RULES } from '../../../../push-kit/message/liveView/extend';
import { collection, formFields } from '../../form/formField';
import type { ItemForm } from '../../form/itemForm';
import { FILE_HELP, PICTURE_URL_HELP } from './help';

const AT = 'extend';
const LABEL = 'Assist Area';

const OPEN_PAGE = 1;
const DIAL = 5;

export const ASSIST_AREA_FIELD = collection(
	LABEL,
	AT,
	[
		...formFields(EXTEND_RULES, {
			image: FILE_HELP,
			imageUrl: PICTURE_URL_HELP,
			text: {},
			type: { default: 1 },
		}),
		...formFields(ASSIST_TAP_RULES, {
			action: { description: 'For a page of the app: its action name' },
			actionType: { default: 0 },
			data: {
				placeholder: 'e.g. {"orderId": "4711"}',
				description: 'Handed to the app when it is opened by the tap',
			},
			tel: {
				placeholder: 'e.g. +86 10 1234 5678',
				description: 'For the tap that dials: digits, -, # and blanks; + in first place only',
			},
			uri: { description: 'For a page of the app: its address' },
		}),
	],
	{
		placeholder: 'Add Assist Area Field',
		description: 'A text or picture at the right of the card that can be tapped',
	},
);

/** Extend; `undefined` where the form has none. */
export function readAssistArea(form: ItemForm): Record<string, unknown> | undefined {
	const plain = form.members(EXTEND_RULES, ['type', 'text', 'image', 'imageUrl'], AT, LABEL);
	const tap = form.members(
		ASSIST_TAP_RULES,
		['actionType', 'action', 'uri', 'data', 'tel'],
		AT,
		LABEL,
	);
	if (Object.keys(tap).length === 0) return Object.keys(plain).length === 0 ? undefined : plain;
	const { actionType, data, tel, ...target } = tap;
	return {
		...plain,
		clickAction: {
			// Whoever enters where a tap leads means it to lead there.
			actionType: actionType ?? (tel === undefined ? OPEN_PAGE : DIAL),
			...target,
			...(tel === undefined ? data !== undefined && { data } : { data: { tel } }),
		},
	};
}
