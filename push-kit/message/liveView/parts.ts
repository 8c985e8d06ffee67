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
	filledProse,
	filledText,
	httpsUrl,
	integer,
	list,
	openInteger,
	prose,
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

/** The form shows the progress and its icons beside the layout, the rest in a collection. */
export const RICH_PROGRESS_RULES = {
	progress: integer('Progress', 0, PROGRESS_MAXIMUM),
	nodeIcons: list('Node Icons', text('Icon'), {
		minItems: NODE_ICONS_MINIMUM,
		maxItems: NODE_ICONS_MAXIMUM,
		sentence: `{field} must have ${NODE_ICONS_MINIMUM} to ${NODE_ICONS_MAXIMUM} entries, each the name of a picture in the app.`,
	}),
	indicatorType: openInteger('Indicator Type', [
		{ value: 1, name: 'Above the Line' },
		{ value: 0, name: 'None' },
		{ value: 2, name: 'Over the Line' },
	]),
	indicatorIcon: text('Indicator Icon'),
	type: openInteger('Line Type', [
		{ value: 0, name: 'Dashed' },
		{ value: 1, name: 'Solid' },
		{ value: 2, name: 'Thick' },
	]),
	color: argbColor('Line Color'),
	bgColor: argbColor('Line Background Color'),
} satisfies Record<keyof RichProgress, Rule>;

export const richProgressSchema: Rule = struct('', RICH_PROGRESS_RULES, ['progress']);

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

function line(title: string): Rule {
	return filledProse(title, {
		maxLength: LIVE_VIEW_LINE_MAXIMUM_LENGTH,
		sentence: { minLength: '{field} is empty. Enter a text.' },
	});
}

const LINES = { firstLine: line('First Line'), secondLine: line('Second Line') };

export const SINGLE_TEXT_BLOCK_RULES = {
	...LINES,
	underlineColor: argbColor('Underline Color'),
} satisfies Record<keyof SingleTextBlock, Rule>;

export const LEFT_BLOCK_RULES = LINES satisfies Record<keyof FirstTextBlock, Rule>;

export const RIGHT_BLOCK_RULES = {
	...LINES,
	firstLineSuperscript: text('First Line Superscript'),
	secondLineSuperscript: text('Second Line Superscript'),
} satisfies Record<keyof LastTextBlock, Rule>;

const BOTH_LINES = ['firstLine', 'secondLine'];

/** The form shows its lines beside the layout. */
export const singleTextBlockSchema = struct('', SINGLE_TEXT_BLOCK_RULES, BOTH_LINES);
export const firstTextBlockSchema = struct('Left Block', LEFT_BLOCK_RULES, BOTH_LINES);
export const lastTextBlockSchema = struct('Right Block', RIGHT_BLOCK_RULES, BOTH_LINES);

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

export const TEAM_RULES = {
	icon: text('Icon'),
	iconUrl: httpsUrl('Icon URL'),
	name: prose('Name'),
	score: prose('Score'),
} satisfies Record<keyof Team, Rule>;

export const COMPETITION_RULES = {
	desc: prose('Description'),
	richDesc: richTextList('Rich Description'),
	time: prose('Time'),
} satisfies Record<keyof Competition, Rule>;

export const gameSchema: Rule = struct(
	'Game',
	{
		host: struct('Host', TEAM_RULES),
		guest: struct('Guest', TEAM_RULES),
		competition: struct('Competition', COMPETITION_RULES),
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
