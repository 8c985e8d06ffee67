/** The parts that layouts are made of: progress, text blocks, match and custom card (`push-scenariozed-api-request-param`). */

import {
	CUSTOM_LAYOUT_ABILITY_NAME_BELOW_LENGTH,
	CUSTOM_LAYOUT_PARAMETERS_MAXIMUM,
	LIVE_VIEW_LINE_MAXIMUM_LENGTH,
	NODE_ICONS_MAXIMUM,
	NODE_ICONS_MINIMUM,
	PROGRESS_MAXIMUM,
} from '../../catalog/limits';
import {
	argbColor,
	filledText,
	httpsUrl,
	integer,
	list,
	openInteger,
	struct,
	text,
	when,
	type Rule,
} from '../rule';
import { filledRichText, richTextList, type RichText } from './richText';

/** Of layout 3. Pictures are file names under the app's `/resources/rawfile`. */
export interface RichProgress {
	/** 0 to 100. */
	progress: number;
	nodeIcons?: string[];
	/** 0 none, 1 above the line, 2 over the line. */
	indicatorType?: number;
	indicatorIcon?: string;
	/** 0 dashed, 1 solid, 2 thick. */
	type?: number;
	color?: string;
	bgColor?: string;
}

export const richProgressSchema: Rule = struct(
	'Rich Progress',
	{
		progress: integer('Progress', 0, PROGRESS_MAXIMUM),
		nodeIcons: list('Node Icons', text('Icon'), {
			minItems: NODE_ICONS_MINIMUM,
			maxItems: NODE_ICONS_MAXIMUM,
			sentence: `{field} must have ${NODE_ICONS_MINIMUM} to ${NODE_ICONS_MAXIMUM} entries, each the name of a picture in the app.`,
		}),
		indicatorType: openInteger('Indicator Type'),
		indicatorIcon: text('Indicator Icon'),
		type: openInteger('Line Type'),
		color: argbColor('Color'),
		bgColor: argbColor('Background Color'),
	},
	['progress'],
);

export const richProgressCreation: Rule = {
	required: ['nodeIcons'],
	allOf: [
		when('indicatorType', [1, 2], {
			required: ['indicatorIcon'],
			properties: { indicatorIcon: filledText('Indicator Icon') },
		}),
	],
};

/** Of layout 4: the left extension area. */
export interface SingleTextBlock {
	firstLine: string;
	secondLine: string;
	/** Absent: no underline. */
	underlineColor?: string;
}

/** Of layout 5: the left block. */
export interface FirstTextBlock {
	firstLine: string;
	secondLine: string;
}

/** Of layout 5: the right block. Superscripts are `+1` to `+9`, for example days. */
export interface LastTextBlock extends FirstTextBlock {
	firstLineSuperscript?: string;
	secondLineSuperscript?: string;
}

function textBlock(title: string, extra: Readonly<Record<string, Rule>> = {}): Rule {
	const line = { maxLength: LIVE_VIEW_LINE_MAXIMUM_LENGTH };
	const sentence = {
		minLength: '{field} is empty. Enter a text.',
	};
	return struct(
		title,
		{
			firstLine: filledText('First Line', { ...line, sentence }),
			secondLine: filledText('Second Line', { ...line, sentence }),
			...extra,
		},
		['firstLine', 'secondLine'],
	);
}

export const singleTextBlockSchema = textBlock('Single Text Block', {
	underlineColor: argbColor('Underline Color'),
});
export const firstTextBlockSchema = textBlock('First Text Block');
export const lastTextBlockSchema = textBlock('Last Text Block', {
	firstLineSuperscript: text('First Line Superscript'),
	secondLineSuperscript: text('Second Line Superscript'),
});

/** Of layout 7: one side of a match. */
export interface Team {
	icon?: string;
	iconUrl?: string;
	name?: string;
	score?: string;
}

export interface Competition {
	desc?: string;
	richDesc?: RichText[];
	time?: string;
}

/** Of layout 7. */
export interface Game {
	host: Team;
	guest: Team;
	competition: Competition;
}

function team(title: string): Rule {
	return struct(title, {
		icon: text('Icon'),
		iconUrl: httpsUrl('Icon URL'),
		name: text('Name'),
		score: text('Score'),
	});
}

export const gameSchema: Rule = struct(
	'Game',
	{
		host: team('Host'),
		guest: team('Guest'),
		competition: struct('Competition', {
			desc: text('Description'),
			richDesc: richTextList('Rich Description'),
			time: text('Time'),
		}),
	},
	['host', 'guest', 'competition'],
);

const teamCreation: Rule = {
	required: ['icon', 'name', 'score'],
	properties: { icon: filledText('Icon'), name: filledText('Name'), score: filledText('Score') },
};

export const gameCreation: Rule = {
	properties: {
		host: teamCreation,
		guest: teamCreation,
		competition: {
			sentence: {
				anyOf: 'Game > Competition needs Description or Rich Description. Enter one of them.',
			},
			required: ['time'],
			properties: { time: filledText('Time') },
			anyOf: [
				{ required: ['desc'], properties: { desc: { minLength: 1 } } },
				{ required: ['richDesc'], properties: { richDesc: filledRichText('Rich Description') } },
			],
		},
	},
};

/** Of layout 100, since 26.0.0. */
export interface CustomLayout {
	abilityName: string;
	abilityParameters?: Record<string, string>;
}

export const customLayoutSchema: Rule = struct(
	'Custom Layout',
	{
		abilityName: filledText('Ability Name', {
			maxLength: CUSTOM_LAYOUT_ABILITY_NAME_BELOW_LENGTH - 1,
			sentence: { minLength: '{field} is empty. Enter a text.' },
		}),
		abilityParameters: {
			title: 'Ability Parameters',
			type: 'object',
			maxProperties: CUSTOM_LAYOUT_PARAMETERS_MAXIMUM,
			additionalProperties: { type: 'string' },
		},
	},
	['abilityName'],
);
