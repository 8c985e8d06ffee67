/** The layouts of a live view card: which parts each needs (`notificationData.type`). */

import { filledText, needs, when, whenOrAbsent, type Rule } from '../rule';
import { gameCreation, richProgressCreation } from './parts';

/** A part that a layout cannot do without. */
interface LayoutPart {
	/** Huawei's name; of several spellings one is enough. */
	readonly names: readonly string[];
	/** As the form shows it; Huawei's name where the form shows its members only. */
	readonly title: string;
	/** What the part itself needs when the card is created. */
	readonly creation?: Rule;
}

export interface Layout {
	readonly type: number;
	readonly name: string;
	readonly parts: readonly LayoutPart[];
	/** What the card needs beside its parts when it is created. */
	readonly creation?: Rule;
}

const DESC_PIC: Rule = {
	...needs(
		['descPic'],
		'Description Picture is missing: layout 4 (Emphasized Text) needs it. Enter the name of a picture in the app; Huawei wants it beside a Description Picture URL, too.',
	),
	properties: { descPic: filledText('Description Picture') },
};

const SPACE: Rule = {
	allOf: [
		whenOrAbsent('spaceType', [0], {
			...needs(
				['spaceIcon'],
				'Space Icon is missing: layout 5 (Left-Right Text) shows it in the middle. Enter the name of a picture in the app, or set Space Type to Text.',
			),
			properties: { spaceIcon: filledText('Space Icon') },
		}),
		when('spaceType', [1], {
			...needs(
				['spaceText'],
				'Space Text is missing: layout 5 (Left-Right Text) shows it in the middle. Enter a text, or set Space Type to Icon.',
			),
			properties: { spaceText: filledText('Space Text') },
		}),
	],
};

export const LAYOUTS: readonly Layout[] = [
	{
		type: 3,
		name: 'Progress',
		parts: [
			{ names: ['richProgress'], title: 'richProgress (Progress)', creation: richProgressCreation },
		],
	},
	{
		type: 4,
		name: 'Emphasized Text',
		parts: [{ names: ['singleTextBlock'], title: 'singleTextBlock (First Line, Second Line)' }],
		creation: DESC_PIC,
	},
	{
		type: 5,
		name: 'Left-Right Text',
		parts: [
			{ names: ['firstTextBlock'], title: 'Left Block' },
			{ names: ['lastTextBlock'], title: 'Right Block' },
		],
		creation: SPACE,
	},
	{
		type: 7,
		name: 'Match',
		parts: [{ names: ['game'], title: 'Game', creation: gameCreation }],
	},
	{ type: -1, name: 'Base', parts: [] },
	{
		type: 100,
		name: 'Custom Card',
		// UNCERTAIN: the parameter table and the map of Live View Kit spell it differently.
		parts: [{ names: ['CustomLayout', 'customLayout'], title: 'Custom Layout' }],
	},
];

const BY_TYPE: ReadonlyMap<number, Layout> = new Map(LAYOUTS.map((row) => [row.type, row]));

/** Gives a layout; `undefined` for one that Huawei has added since. */
export function findLayout(type: number): Layout | undefined {
	return BY_TYPE.get(type);
}

/** `5 (Left-Right Text)`, or only the number of an unknown layout. */
export function describeLayout(type: number): string {
	const layout = findLayout(type);
	return layout === undefined ? String(type) : `${type} (${layout.name})`;
}

/** Says that a part is missing. */
function describeMissingPart(layout: Layout, part: LayoutPart): string {
	return `${part.title} is missing: layout ${describeLayout(layout.type)} needs it.`;
}

/** The parts of a card's layout that it lacks. */
export function findMissingParts(card: { readonly type: number }): string[] {
	const layout = findLayout(card.type);
	if (layout === undefined) return [];
	const present = new Set(Object.keys(card));
	return layout.parts
		.filter(({ names }) => !names.some((name) => present.has(name)))
		.map((part) => describeMissingPart(layout, part));
}

/** Each layout has its parts: for operations that make a card which has no former values. */
export const layoutParts: Rule = {
	allOf: LAYOUTS.filter(({ parts }) => parts.length > 0).map((layout) =>
		when('type', [layout.type], {
			allOf: layout.parts.map((part) => ({
				sentence: describeMissingPart(layout, part),
				anyOf: part.names.map((name) => ({ required: [name] })),
			})),
		}),
	),
};

/** What else each layout needs when it is created. */
export const layoutCreation: Rule = {
	allOf: LAYOUTS.flatMap(({ type, parts, creation }) => {
		const rules = [
			...(creation === undefined ? [] : [creation]),
			...parts.flatMap((part) =>
				part.creation === undefined
					? []
					: part.names.map((name): Rule => ({ properties: { [name]: part.creation ?? {} } })),
			),
		];
		return rules.length === 0 ? [] : [when('type', [type], { allOf: rules })];
	}),
};
