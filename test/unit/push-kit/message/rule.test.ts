import { integer, labelOf, list, struct, text, type Rule } from '../../../../push-kit/message/rule';
import { RULES } from '../../../../push-kit/message/types';

/** A rule with its place in the message, for example `notification.badge.addNum`. */
type Place = readonly [path: string, rule: Rule];

/** What stands directly inside an object, or inside the entries of a list. */
function insideOf([path, rule]: Place): Place[] {
	if (rule.items !== undefined) return [[`${path}.0`, rule.items]];
	return Object.entries(rule.properties ?? {}).map(([name, member]) => [`${path}.${name}`, member]);
}

function everyPlace(place: Place): Place[] {
	return [place, ...insideOf(place).flatMap(everyPlace)];
}

const PLACES = Object.entries(RULES).flatMap(everyPlace);

/** Those that hold a value of their own; entries of a list count, names of free members do not. */
const LEAVES = PLACES.filter((place) => insideOf(place).length === 0);

const SMALL_WORDS = /^(a|an|and|as|at|by|for|from|if|in|of|on|or|the|to|with)$/;
const WORD = /^[A-Z0-9][A-Za-z0-9-]*:?$/;
/** A unit, a word of Huawei's, or the mode in which the field is shown. */
const IN_BRACKETS = / \([A-Za-z.]+\)$/;

function isTitleCase(label: string): boolean {
	return label
		.replace(IN_BRACKETS, '')
		.split(' ')
		.every((word, index) => WORD.test(word) || (index > 0 && SMALL_WORDS.test(word)));
}

/**
 * What the form shows side by side: an object without a title does not show, so its members stand beside it,
 * and so does a member that stands alone.
 */
function shownBeside(place: Place): Place[] {
	return insideOf(place).flatMap((member) => {
		const [, rule] = member;
		if (rule.standsAlone === true) return [];
		return rule.title === '' ? shownBeside(member) : [member, ...standAlone(member)];
	});
}

function standAlone(place: Place): Place[] {
	const [, rule] = place;
	const inside = insideOf(place);
	return rule.items === undefined
		? inside.filter(([, member]) => member.standsAlone === true)
		: inside.flatMap(standAlone);
}

/** Labels that two different rules side by side carry; two spellings of one member share their rule. */
function sharedLabels(place: Place): string[] {
	const rules = [...new Set(shownBeside(place).map(([, rule]) => rule))];
	const labels = rules.map(labelOf);
	return labels.filter((label, index) => labels.indexOf(label) !== index);
}

/** Rules that hold for the same object, under a condition or not. */
function branchesOf(rule: Rule): Rule[] {
	const { allOf = [], anyOf = [], then, else: otherwise } = rule;
	const parts = [...allOf, ...anyOf, ...[then, otherwise].filter((part) => part !== undefined)];
	return parts.flatMap((part) => [part, ...branchesOf(part)]);
}

/** Places where a condition's rule names a member otherwise than the rule itself, or one that is unknown. */
function strayLabels(path: string, base: Rule, part: Rule): string[] {
	return [part, ...branchesOf(part)].flatMap((branch) => [
		...(branch.title === undefined || labelOf(branch) === labelOf(base) ? [] : [path]),
		...Object.entries(branch.properties ?? {}).flatMap(([name, member]) => {
			const known = base.properties?.[name];
			const at = `${path}.${name}`;
			return known === undefined ? [at] : strayLabels(at, known, member);
		}),
		...(branch.items === undefined || base.items === undefined
			? []
			: strayLabels(`${path}.0`, base.items, branch.items)),
	]);
}

describe('every rule', () => {
	it('that holds a value has a title, as n8n writes titles', () => {
		const wrong = LEAVES.filter(([, rule]) => !isTitleCase(labelOf(rule)));
		expect(wrong.map(([path, rule]) => [path, labelOf(rule)])).toEqual([]);
		expect(LEAVES.length).toBeGreaterThan(100);
	});

	it('that holds others has such a title, or none where its members are shown without it', () => {
		const wrong = PLACES.filter(
			([, { title }]) => title === undefined || (title !== '' && !isTitleCase(title)),
		);
		expect(wrong.map(([path]) => path)).toEqual([]);
	});

	it('carries another label than its neighbours in the form', () => {
		const shared = PLACES.map((place): [string, string[]] => [place[0], sharedLabels(place)]);
		expect(shared.filter(([, labels]) => labels.length > 0)).toEqual([]);
	});

	it('has one label, whatever the conditions', () => {
		expect(Object.entries(RULES).flatMap(([name, rule]) => strayLabels(name, rule, rule))).toEqual(
			[],
		);
	});

	it('names its choices as n8n writes them, each value and each name once', () => {
		const withChoices = PLACES.filter(([, { choices }]) => choices !== undefined);
		for (const [path, { choices = [] }] of withChoices) {
			const names = choices.map(({ name }) => name);
			expect([path, names.filter((name) => !isTitleCase(name.replace(/ \(.*\)$/, '')))]).toEqual([
				path,
				[],
			]);
			expect(new Set(names).size).toBe(choices.length);
			expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
		}
		expect(withChoices.length).toBeGreaterThan(10);
	});
});

describe('these laws', () => {
	it.each([
		'Title',
		'Image URL',
		'If the Download Fails',
		'Badge: Add',
		'Image (pic)',
		'Left-Right',
	])('take the title %s', (title) => {
		expect(isTitleCase(title)).toBe(true);
	});

	it.each([
		'',
		'title',
		'Image url',
		'keepTime',
		'The',
		'the Title',
		'Title ',
		'Title (two words)',
	])('know whether "%s" is a title', (title) => {
		expect(isTitleCase(title)).toBe(title === 'The');
	});

	it('see one label twice, through objects that the form does not show', () => {
		const hidden = struct('', { a: text('Name') });
		expect(sharedLabels(['x', struct('', { hidden, name: text('Name') })])).toEqual(['Name']);
		expect(sharedLabels(['x', struct('', { hidden, other: text('Other') })])).toEqual([]);
		const shown = struct('Box', { a: text('Name') });
		expect(sharedLabels(['x', struct('', { shown, name: text('Name') })])).toEqual([]);
		const texts = list('Texts', struct('Entry', { a: text('Name', { standsAlone: true }) }));
		expect(sharedLabels(['x', struct('', { texts, name: text('Name') })])).toEqual(['Name']);
	});

	it('see a label that a condition changes', () => {
		const rule = struct('', { a: text('A') }, [], {
			allOf: [{ if: {}, then: { properties: { a: text('B') } } }],
		});
		expect(strayLabels('x', rule, rule)).toContain('x.a');
	});
});

describe('a label', () => {
	it('ends with its unit', () => {
		expect(labelOf(integer('Keep Time', 0, 1, { unit: 'Seconds' }))).toBe('Keep Time (Seconds)');
		expect(labelOf(text('Title'))).toBe('Title');
		expect(labelOf({})).toBe('');
	});
});
