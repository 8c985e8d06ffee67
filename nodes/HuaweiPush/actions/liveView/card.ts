/** The card of a live view: its layout, its texts, and all that is optional. */

import type { INodeProperties } from 'n8n-workflow';

import { CARD_RULES } from '../../../../push-kit/message/liveView/notificationData';
import { SINGLE_TEXT_BLOCK_RULES } from '../../../../push-kit/message/liveView/parts';
import { WEATHER_RULES } from '../../../../push-kit/message/liveView/weather';
import { argbColor, labelOf } from '../../../../push-kit/message/rule';
import { formField, formFields, section } from '../../form/formField';
import type { ItemForm } from '../../form/itemForm';
import { MERGE_HELP, readTap } from '../notification';
import { readAssistArea } from './assistArea';
import { readKeywords } from './event';
import { COLOR_HELP, PICTURE_URL_HELP } from './help';
import { FORM_LAYOUTS, withColor } from './layouts';

const AT = 'additionalFields';

const CONTENT_TEXT_COLOR = argbColor('Content Text Color');

/** Asked first: everything else depends on it. */
export const LAYOUT_FIELD = formField(CARD_RULES.type, 'type', {
	options: FORM_LAYOUTS.map(({ type, name, description }) => ({ name, value: type, description })),
	// Nothing is chosen at first, so that the panel opens short and shows only what the layout needs.
	default: '',
	required: true,
	description: 'How the card looks; the fields below follow from it',
});

function showWith(types: number[], fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { ...field.displayOptions?.show, type: types },
		},
	}));
}

/** Title and text, and what the chosen layout needs, and nothing else. */
export const CONTENT_FIELDS: INodeProperties[] = [
	...showWith(
		FORM_LAYOUTS.map(({ type }) => type),
		formFields(CARD_RULES, {
			contentTitle: {
				placeholder: 'e.g. Your order is on its way',
				description: `First line of the card. [status] becomes the status in the words of the phone, [flightNo] and [trainNo] the number. ${MERGE_HELP}.`,
			},
			contentText: {
				placeholder: 'e.g. Your driver arrives in 5 minutes',
				description: 'Second line of the card',
			},
		}),
	),
	...FORM_LAYOUTS.flatMap(({ type, fields }) => showWith([type], fields)),
];

/** Only layout 5 shows them, and only together. */
const WEATHER_FIELD = section(
	'Weather',
	'weather',
	[
		{
			displayName: 'Weather',
			name: 'value',
			values: formFields(WEATHER_RULES, {
				highTemperature: { default: 20 },
				locationType: { default: 2 },
				lowTemperature: { default: 10 },
				weatherType: { default: 1 },
			}),
		},
	],
	{ description: 'Degrees Celsius; layout Left-Right Text only; not shown on watches' },
);

/** Members of the card that the form shows and hands on as they are. */
const PLAIN_OPTIONS = {
	additionalText: { description: 'Note or disclaimer; layout Left-Right Text only' },
	backgroundType: {
		default: 0,
		description:
			'Layout Left-Right Text only; rain and snow of Weather win over it; such a message is not shown on watches',
	},
	descPicUrl: PICTURE_URL_HELP,
	displayHorizontalLine: {
		description: 'Whether to show the divider; layouts Left-Right Text and Match only',
	},
	keepTime: { default: 600, description: 'How long the card stays after the end' },
	spaceIconUrl: PICTURE_URL_HELP,
	style: { default: 0, description: 'Layout Left-Right Text only' },
} as const;

/** All else that a card may carry. */
export const CARD_OPTIONS: INodeProperties[] = [
	...formFields(CARD_RULES, PLAIN_OPTIONS),
	formField(CONTENT_TEXT_COLOR, 'foregroundColor', COLOR_HELP),
	formField(SINGLE_TEXT_BLOCK_RULES.underlineColor, 'underlineColor', COLOR_HELP),
	WEATHER_FIELD,
];

/** The rule lets any weather pass, because Huawei only does not show it; a slip of the form is told. */
function readWeather(form: ItemForm): Record<string, unknown> {
	const at = `${AT}.weather.value`;
	const weather = form.members(WEATHER_RULES, Object.keys(WEATHER_RULES), at, 'Weather');
	for (const [name, rule] of Object.entries(WEATHER_RULES)) {
		if (weather[name] === undefined || Number.isInteger(weather[name])) continue;
		form.refuse(`${at}.${name}`, `Weather > ${labelOf(rule)}`, 'must be a whole number.');
	}
	return weather;
}

/** NotificationData from the form. */
export function readCard(form: ItemForm): Record<string, unknown> {
	const type = form.member(CARD_RULES.type, 'type');
	const contentText = form.member(CARD_RULES.contentText, 'contentText');
	const color = form.member(CONTENT_TEXT_COLOR, `${AT}.foregroundColor`);
	const extend = readAssistArea(form);
	const weather = readWeather(form);
	return {
		...(type !== undefined && { type }),
		...readKeywords(form),
		...form.members(CARD_RULES, ['contentTitle']),
		...(contentText !== undefined && { contentText: withColor(contentText, color) }),
		...FORM_LAYOUTS.find((layout) => layout.type === type)?.read(form),
		...form.members(CARD_RULES, Object.keys(PLAIN_OPTIONS), AT),
		...(Object.keys(weather).length > 0 && { weather }),
		...(extend !== undefined && { extend }),
		clickAction: readTap(form),
	};
}
