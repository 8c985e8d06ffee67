/** The outer screen of small foldables (ExternalData of `push-scenariozed-api-request-param`). */

import { EXTERNAL_DATA_MAXIMUM_LENGTH } from '../../catalog/limits';
import {
	filledProse,
	filledText,
	openInteger,
	prose,
	struct,
	text,
	when,
	type Rule,
} from '../rule';
import { filledRichText, richTextList, type RichText } from './richText';

export interface ExternalData {
	/** 0 colour (default), 1 picture. */
	type?: number;
	/** `#RRGGBB`. */
	bgColor?: string;
	/** File name under the app's `/resources/rawfile`. */
	bgImage?: string;
	title?: string;
	body?: RichText[];
}

export const externalDataSchema: Rule = struct('Outer Screen', {
	type: openInteger('Type'),
	bgColor: text('Background Color', {
		pattern: '^#[0-9A-Fa-f]{6}$',
		sentence: '{field} must be # and six hexadecimal digits, for example #0A59F7.',
	}),
	bgImage: text('Background Image'),
	title: prose('Title', { maxLength: EXTERNAL_DATA_MAXIMUM_LENGTH }),
	body: richTextList('Body'),
});

export const externalDataCreation: Rule = {
	required: ['title', 'body'],
	properties: { title: filledProse('Title'), body: filledRichText('Body') },
	allOf: [
		when('type', [1], {
			required: ['bgImage'],
			properties: { bgImage: filledText('Background Image') },
		}),
	],
};
