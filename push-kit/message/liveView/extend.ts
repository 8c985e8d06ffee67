/** The assist area at the right of a live view (Extend of `push-scenariozed-api-request-param`). */

import { assistClickActionSchema, type ClickAction } from '../clickAction';
import { filledText, httpsUrl, needs, openInteger, struct, text, when, type Rule } from '../rule';

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

export const EXTEND_TYPES = [0, 1, 2, 3, 4] as const;

export const extendSchema: Rule = struct(
	'Assist Area',
	{
		type: openInteger('Type'),
		text: text('Text'),
		image: text('Image'),
		pic: text('Image (pic)'),
		imageUrl: httpsUrl('Image URL'),
		clickAction: assistClickActionSchema,
	},
	[],
	{
		allOf: [
			when('type', [1, 2], {
				...needs(['text'], 'Assist Area > Text is missing: its type shows a text.'),
				properties: { text: filledText('Text') },
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
	},
);
