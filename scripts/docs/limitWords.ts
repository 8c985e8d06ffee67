/** What a rule permits, in words. */
import { labelOf, type Choice, type Rule } from '../../push-kit/message/rule';
import { code, plain } from './markdown';
import type { FieldRow } from './fieldRules';

const TYPE_WORDS: Readonly<Record<string, string>> = {
	object: 'object',
	array: 'list',
	string: 'text',
	integer: 'whole number',
	number: 'number',
	boolean: 'true or false',
};

/** All limits of a field, Markdown, in one line; the conditional ones behind. */
export function limitWords({ rule, further }: FieldRow): string {
	const others = further.flatMap(({ rule: other, condition }) => {
		const words = [...rangeWords(other), ...refusals(other)].join(', ');
		// That a needed text must not be empty goes without saying.
		if (words === '' || words === NOT_EMPTY) return [];
		return [condition === '' ? words : `${words} when ${condition}`];
	});
	const type = rule.type ?? further.find(({ rule: other }) => other.type !== undefined)?.rule.type;
	return [...new Set([ownWords({ ...rule, type }), ...refusals(rule), ...others])].join('; ');
}

const NOT_EMPTY = 'not empty';

function ownWords(rule: Rule): string {
	if (rule.const !== undefined) return `${code(String(rule.const))} only`;
	const type = TYPE_WORDS[rule.type ?? ''] ?? 'any';
	const unit = rule.unit === undefined ? '' : ` of ${rule.unit.toLowerCase()}`;
	if (rule.choices !== undefined) return choiceWords(rule.choices);
	return [`${type}${unit}`, ...rangeWords(rule)].join(', ');
}

/** In the order of the numbers; words stay as they are. */
function choiceWords(choices: readonly Choice[]): string {
	return [...choices]
		.sort((a, b) => Number(a.value) - Number(b.value) || 0)
		.map(({ value, name }) => `${code(value)} ${plain(name)}`)
		.join(', ');
}

function rangeWords(rule: Rule): string[] {
	const { minimum, maximum, minLength, maxLength, minItems, maxItems, maxProperties, items } = rule;
	return [
		between(minimum, maximum, ''),
		minLength === 1 && maxLength === undefined
			? NOT_EMPTY
			: between(minLength, maxLength, ' characters'),
		between(minItems, maxItems, ' entries'),
		between(undefined, maxProperties, ' entries'),
		items?.maxLength === undefined ? '' : `each at most ${items.maxLength} characters`,
		rule.pattern === undefined ? '' : sentenceWords(rule, 'pattern'),
	].filter((words) => words !== '');
}

/** Of units that count. */
const ONE: Readonly<Partial<Record<string, string>>> = { ' entries': ' entry' };

function between(from: number | undefined, to: number | undefined, unit: string): string {
	if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`;
	if (from !== undefined) return `at least ${from}${unit}`;
	return to === undefined ? '' : `at most ${to}${to === 1 ? (ONE[unit] ?? unit) : unit}`;
}

/** What must not be: the rules that say `not`, in their own words. */
function refusals(rule: Rule): string[] {
	const here = rule.not === undefined ? [] : [sentenceWords(rule, 'not')];
	const within = (rule.allOf ?? []).flatMap((part) =>
		part.not === undefined ? [] : [sentenceWords(part, 'not')],
	);
	return [...here, ...within].filter((words) => words !== '');
}

/** The first sentence that speaks of a keyword, without the field's name and its full stop. */
function sentenceWords(rule: Rule, keyword: string): string {
	const { sentence } = rule;
	const whole = typeof sentence === 'string' ? sentence : (sentence?.[keyword] ?? '');
	const [first = ''] = whole.split(/\.(?:\s|$)/);
	const name = labelOf(rule);
	const start = ['{field} ', `${name} `].find((words) => words !== ' ' && first.startsWith(words));
	return plain(first.slice(start?.length ?? 0));
}
