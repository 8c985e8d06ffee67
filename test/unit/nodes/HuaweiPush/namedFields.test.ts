/** What an operator is told to change is found in a panel under just that name. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { PANEL_LABELS, PANELS } from '../../../builders/panelLabels';

const CATALOG = join(__dirname, '../../../../push-kit/catalog');

/** "Max Tokens per Second under Options of the node": the field, or its end, and where it stands. */
const UNDER =
	/((?:[A-Z][\w-]*|per|to|by|of)(?: (?:[A-Z][\w-]*|per|to|by|of))*) under ([A-Z][\w]*(?: [A-Z][\w]*)*)/g;

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function unknownNames(texts: readonly string[]): string[] {
	const pairs = texts.flatMap((text) => [...text.matchAll(UNDER)]);
	return pairs
		.filter(
			([, field = '', place = '']) =>
				!PANEL_LABELS.has(place) ||
				// A sentence may begin with a word before the field: "Raise TTL".
				!field.split(' ').some((_, index, words) => PANEL_LABELS.has(words.slice(index).join(' '))),
		)
		.map(([whole]) => whole);
}

it.each(readdirSync(CATALOG))('in the texts of the catalog: %s', async (file) => {
	expect(unknownNames(textsOf(await import(join(CATALOG, file))))).toEqual([]);
});

it('in what the panels say of each other', () => {
	expect(unknownNames(PANELS.flatMap(textsOf))).toEqual([]);
});

it('knows a name that no panel shows', () => {
	expect(unknownNames(['Raise TTL under Push Options of the node.'])).toEqual([
		'Raise TTL under Push Options',
	]);
	expect(unknownNames(['Raise TTL under Options of the node.'])).toEqual([]);
});
