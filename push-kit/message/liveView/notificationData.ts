/** The card of a live view (NotificationData of `push-scenariozed-api-request-param`). */

import {
	LIVE_VIEW_KEEP_TIME_MAXIMUM_SECONDS,
	LIVE_VIEW_TITLE_MAXIMUM_LENGTH,
} from '../../catalog/limits';
import { clickActionSchema, type ClickAction } from '../clickAction';
import {
	filledProse,
	flag,
	httpsUrl,
	integer,
	openInteger,
	prose,
	struct,
	text,
	type Rule,
} from '../rule';
import { extendSchema, type Extend } from './extend';
import { layoutCreation } from './layouts';
import {
	customLayoutSchema,
	firstTextBlockSchema,
	gameSchema,
	lastTextBlockSchema,
	richProgressSchema,
	singleTextBlockSchema,
	type CustomLayout,
	type FirstTextBlock,
	type Game,
	type LastTextBlock,
	type RichProgress,
	type SingleTextBlock,
} from './parts';
import { KEYWORD_TITLES } from './placeholders';
import { filledRichText, richTextList, type RichText } from './richText';
import { weatherSchema, type Weather } from './weather';

/** Pictures are file names under the app's `/resources/rawfile`, those named `Url` web addresses. */
export interface NotificationData {
	/** The layout: 3 progress, 4 emphasised text, 5 left-right text, 7 match, -1 base, 100 custom card. */
	type: number;
	keywords?: Record<string, string>;
	contentTitle?: string;
	contentText?: RichText[];
	clickAction: ClickAction;
	additionalText?: string;
	/** Seconds the card stays after the end. */
	keepTime?: number;
	richProgress?: RichProgress;
	singleTextBlock?: SingleTextBlock;
	descPic?: string;
	descPicUrl?: string;
	firstTextBlock?: FirstTextBlock;
	lastTextBlock?: LastTextBlock;
	/** 0 emphasised, 1 balanced. */
	style?: number;
	/** Middle of layout 5: 0 icon, 1 text. */
	spaceType?: number;
	spaceIcon?: string;
	spaceIconUrl?: string;
	spaceText?: string;
	displayHorizontalLine?: boolean;
	game?: Game;
	extend?: Extend;
	lockScreen?: { picture?: string };
	weather?: Weather;
	/** 0 none, 100 moon flight, 101 sunset flight. */
	backgroundType?: number;
	CustomLayout?: CustomLayout;
	/** The spelling of `liveview-api-map`. */
	customLayout?: CustomLayout;
}

export const CARD_RULES = {
	type: openInteger('Layout'),
	keywords: {
		title: 'Keywords',
		type: 'object',
		properties: {
			flightNo: text(KEYWORD_TITLES.flightNo, { standsAlone: true }),
			trainNo: text(KEYWORD_TITLES.trainNo, { standsAlone: true }),
		},
		additionalProperties: { type: 'string' },
	},
	contentTitle: prose('Content Title', { maxLength: LIVE_VIEW_TITLE_MAXIMUM_LENGTH }),
	contentText: richTextList('Content Text'),
	clickAction: clickActionSchema,
	additionalText: prose('Additional Text'),
	keepTime: integer('Keep Time', 0, LIVE_VIEW_KEEP_TIME_MAXIMUM_SECONDS, { unit: 'Seconds' }),
	richProgress: richProgressSchema,
	singleTextBlock: singleTextBlockSchema,
	descPic: text('Description Picture'),
	descPicUrl: httpsUrl('Description Picture URL'),
	firstTextBlock: firstTextBlockSchema,
	lastTextBlock: lastTextBlockSchema,
	style: openInteger('Style', [
		{ value: 1, name: 'Balanced' },
		{ value: 0, name: 'Emphasized' },
	]),
	spaceType: openInteger('Space Type', [
		{ value: 0, name: 'Icon' },
		{ value: 1, name: 'Text' },
	]),
	spaceIcon: text('Space Icon'),
	spaceIconUrl: httpsUrl('Space Icon URL'),
	spaceText: prose('Space Text'),
	displayHorizontalLine: flag('Display Horizontal Line'),
	game: gameSchema,
	extend: extendSchema,
	lockScreen: struct('Lock Screen', { picture: text('Picture') }),
	// Illegal weather is not shown, but does no harm: a hint says so.
	weather: weatherSchema,
	backgroundType: openInteger('Background Type', [
		{ value: 100, name: 'Moon Flight' },
		{ value: 0, name: 'None' },
		{ value: 101, name: 'Sunset Flight' },
	]),
	CustomLayout: customLayoutSchema,
	customLayout: customLayoutSchema,
} satisfies Record<keyof NotificationData, Rule>;

export const notificationDataSchema: Rule = struct('', CARD_RULES, ['type', 'clickAction']);

/** What the card needs when it is created. */
export const notificationDataCreation: Rule = {
	required: ['contentTitle', 'contentText'],
	properties: {
		contentTitle: filledProse('Content Title'),
		contentText: filledRichText('Content Text'),
	},
	allOf: [layoutCreation],
};
