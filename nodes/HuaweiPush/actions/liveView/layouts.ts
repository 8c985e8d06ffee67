/** What each layout of the card shows in the form, and what that becomes. */

import type { INodeProperties } from 'n8n-workflow';

import { CARD_RULES } from '../../../../push-kit/message/liveView/notificationData';
import {
	COMPETITION_RULES,
	LEFT_BLOCK_RULES,
	RICH_PROGRESS_RULES,
	RIGHT_BLOCK_RULES,
	SINGLE_TEXT_BLOCK_RULES,
	TEAM_RULES,
} from '../../../../push-kit/message/liveView/parts';
import { argbColor } from '../../../../push-kit/message/rule';
import { collection, formField, formFields, section } from '../../form/formField';
import type { ItemForm } from '../../form/itemForm';
import { COLOR_HELP, FILE_HELP, PICTURE_URL_HELP } from './help';

type Members = Record<string, unknown>;

interface FormLayout {
	/** `notificationData.type`. */
	readonly type: number;
	readonly name: string;
	readonly description: string;
	readonly fields: INodeProperties[];
	/** The members of the card that only this layout has. */
	readonly read: (form: ItemForm) => Members;
}

/** An object only where something of it was entered. */
function entered(name: string, members: Members): Members {
	return Object.keys(members).length === 0 ? {} : { [name]: members };
}

const SUPERSCRIPT = { description: '+1 to +9, such as arrival on the next day' };

function block(displayName: string, name: string, values: INodeProperties[]): INodeProperties {
	return section(displayName, name, [{ displayName, name: 'lines', values }]);
}

function team(displayName: string, name: string) {
	const values = formFields(TEAM_RULES, {
		icon: FILE_HELP,
		iconUrl: PICTURE_URL_HELP,
		name: {},
		score: {},
	});
	return { displayName, name, values };
}

const RICH_DESCRIPTION_COLOR = argbColor('Rich Description Color');

const GAME_FIELD = section(
	'Game',
	'game',
	[
		team('Host', 'host'),
		team('Guest', 'guest'),
		{
			displayName: 'Competition',
			name: 'competition',
			values: [
				...formFields(COMPETITION_RULES, {
					desc: {},
					richDesc: { description: 'Colored text in place of Description' },
				}),
				formField(RICH_DESCRIPTION_COLOR, 'richDescColor', COLOR_HELP),
				...formFields(COMPETITION_RULES, { time: {} }),
			],
		},
	],
	{ description: 'Both teams and the competition are needed' },
);

function readGame(form: ItemForm): Members {
	const team = (name: string, label: string) =>
		form.members(TEAM_RULES, Object.keys(TEAM_RULES), `game.${name}`, `Game > ${label}`);
	const at = 'game.competition';
	const around = 'Game > Competition';
	const competition = form.members(COMPETITION_RULES, ['desc', 'richDesc', 'time'], at, around);
	const { richDesc } = competition;
	if (richDesc !== undefined) {
		const color = form.member(RICH_DESCRIPTION_COLOR, `${at}.richDescColor`);
		competition.richDesc = withColor(richDesc, color);
	}
	return {
		...entered('host', team('host', 'Host')),
		...entered('guest', team('guest', 'Guest')),
		...entered('competition', competition),
	};
}

/** A color for a text of the form; pieces that an expression gave have their own. */
export function withColor(pieces: unknown, foregroundColor: unknown): unknown {
	if (!Array.isArray(pieces) || pieces.length !== 1 || foregroundColor === undefined) return pieces;
	const [piece]: unknown[] = pieces;
	return typeof piece === 'object' && piece !== null ? [{ foregroundColor, ...piece }] : pieces;
}

export const FORM_LAYOUTS: readonly FormLayout[] = [
	{
		type: -1,
		name: 'Base',
		description: 'Title and text only; possible for every event, on new systems',
		fields: [],
		read: () => ({}),
	},
	{
		type: 4,
		name: 'Emphasized Text',
		description: 'Two large lines and a picture, such as a pickup code',
		fields: [
			...formFields(SINGLE_TEXT_BLOCK_RULES, {
				firstLine: { description: 'Upper line of the left area, such as what the number is' },
				secondLine: { description: 'Lower line of the left area, such as the number' },
			}),
			formField(CARD_RULES.descPic, 'descPic', FILE_HELP),
		],
		read: (form) => ({
			singleTextBlock: {
				firstLine: form.text(SINGLE_TEXT_BLOCK_RULES.firstLine, 'firstLine'),
				secondLine: form.text(SINGLE_TEXT_BLOCK_RULES.secondLine, 'secondLine'),
				...form.members(SINGLE_TEXT_BLOCK_RULES, ['underlineColor'], 'additionalFields'),
			},
			...form.members(CARD_RULES, ['descPic']),
		}),
	},
	{
		type: 5,
		name: 'Left-Right Text',
		description: 'Two blocks of text with something between them, such as departure and arrival',
		fields: [
			block('Left Block', 'firstTextBlock', [
				...formFields(LEFT_BLOCK_RULES, { firstLine: {}, secondLine: {} }),
			]),
			block('Right Block', 'lastTextBlock', [
				...formFields(RIGHT_BLOCK_RULES, {
					firstLine: {},
					secondLine: {},
					firstLineSuperscript: SUPERSCRIPT,
					secondLineSuperscript: SUPERSCRIPT,
				}),
			]),
			formField(CARD_RULES.spaceType, 'spaceType', {
				default: 0,
				description: 'What stands between the two blocks',
			}),
			formField(CARD_RULES.spaceIcon, 'spaceIcon', {
				...FILE_HELP,
				displayOptions: { show: { spaceType: [0] } },
			}),
			formField(CARD_RULES.spaceText, 'spaceText', {
				description: 'Text between the two blocks',
				displayOptions: { show: { spaceType: [1] } },
			}),
		],
		read: (form) => {
			const spaceType = form.member(CARD_RULES.spaceType, 'spaceType') ?? 0;
			const lines = (
				rules: typeof RIGHT_BLOCK_RULES | typeof LEFT_BLOCK_RULES,
				at: string,
				around: string,
			) => form.members(rules, Object.keys(rules), `${at}.lines`, around);
			return {
				...entered('firstTextBlock', lines(LEFT_BLOCK_RULES, 'firstTextBlock', 'Left Block')),
				...entered('lastTextBlock', lines(RIGHT_BLOCK_RULES, 'lastTextBlock', 'Right Block')),
				...(spaceType === 0 ? form.members(CARD_RULES, ['spaceIcon']) : { spaceType }),
				...(spaceType === 1 ? form.members(CARD_RULES, ['spaceText']) : {}),
			};
		},
	},
	{
		type: 7,
		name: 'Match',
		description: 'Two teams and a score',
		fields: [GAME_FIELD],
		read: (form) => entered('game', readGame(form)),
	},
	{
		type: 3,
		name: 'Progress',
		description: 'A progress bar with nodes, such as a delivery',
		fields: [
			...formFields(RICH_PROGRESS_RULES, {
				progress: { description: 'How far it is, in percent' },
				// Not required by n8n, which would ask for it with every layout where Layout is an expression.
				nodeIcons: {
					placeholder: 'e.g. start.png, end.png',
					description:
						"Two to five pictures on the bar, separated by commas: names under the app's /resources/rawfile",
				},
			}),
			collection(
				'Rich Progress',
				'richProgress',
				formFields(RICH_PROGRESS_RULES, {
					bgColor: COLOR_HELP,
					color: COLOR_HELP,
					indicatorIcon: FILE_HELP,
					indicatorType: { default: 0 },
					type: { default: 0 },
				}),
				{ placeholder: 'Add Detail' },
			),
		],
		read: (form) => ({
			richProgress: {
				...form.members(
					RICH_PROGRESS_RULES,
					['bgColor', 'color', 'indicatorIcon', 'indicatorType', 'type'],
					'richProgress',
				),
				...form.members(RICH_PROGRESS_RULES, ['progress', 'nodeIcons']),
			},
		}),
	},
];
