/** The assist area at the right of a live view (Extend of `push-scenariozed-api-request-param`). */

import { assistClickActionSchema, type ClickAction } from '../clickAction';
import {
	filledProse,
	httpsUrl,
	needs,
	openInteger,
	prose,
	struct,
	text,
	when,
	type Rule,
} from '../rule';

export interface Extend {
	/** 0 none (default), 1 text, 2 capsule text, 3 picture, 4 icon. */
	type?: number;
	text?: string;
	/** File name under the app's `/resources/rawfile`. */
	image?: string;
	/** Older name of `image`, to be dropped by Huawei. */
	pic?: string;
	imageUrl?: string;
	/** Absent: a tap does nothing. May also clear the live view (3) or dial (5). */
	clickAction?: ClickAction;
}

export const EXTEND_RULES = {
	type: openInteger('Type', [
		{ value: 2, name: 'Capsule Text' },
		{ value: 4, name: 'Icon' },
		{ value: 0, name: 'None' },
		{ value: 3, name: 'Picture' },
		{ value: 1, name: 'Text' },
	]),
	text: prose('Text'),
	image: text('Image'),
	pic: text('Image (pic)'),
	imageUrl: httpsUrl('Image URL'),
	clickAction: assistClickActionSchema,
} satisfies Record<keyof Extend, Rule>;

export const extendSchema: Rule = struct('Assist Area', EXTEND_RULES, [], {
	allOf: [
		when('type', [1, 2], {
			...needs(['text'], 'Assist Area > Text is missing: its type shows a text.'),
			properties: { text: filledProse('Text') },
		}),
		when('type', [3, 4], {
			// UNCERTAIN: both names are described as required, published bodies carry one of them.
			sentence:
				'Assist Area > Image is missing: its type shows a picture. Enter the name of a picture in the app; Huawei wants it beside an Image URL, too.',
			anyOf: [
				{ required: ['image'], properties: { image: { minLength: 1 } } },
				{ required: ['pic'], properties: { pic: { minLength: 1 } } },
			],
		}),
	],
});
