/**
 * A small vocabulary for message rules. A rule is all that is known of a field: its label, type, unit, limits
 * and choices. Validator, fault sentences, form field and reading back derive from it.
 */

/** Sentences by the keyword they speak of, for example `type` or `minLength`. */
export type SentenceByKeyword = Readonly<Record<string, string>>;

/** A value that Huawei names, in the operator's words. */
export interface Choice {
	readonly value: string | number;
	readonly name: string;
	readonly description?: string;
}

/**
 * How a text is read. `prose` is for people: it keeps its blanks and may hold merge fields. `data` is for the
 * app: it is handed on as it is. Every other text is a word (ID, address, file name, color): blanks around it
 * are slips of the pen.
 */
export type TextKind = 'prose' | 'data';

/**
 * JSON Schema, plus `title`: the field's name as the form shows it, and `sentence`: what an operator reads
 * when the rule is broken, `{field}` standing for the field's full name. One sentence speaks of every
 * keyword but `type`. An empty title keeps a struct out of the names of its members. See `faults.ts`.
 */
export interface Rule {
	readonly title?: string;
	/** Of a number, as the form shows it behind the title. */
	readonly unit?: string;
	/** What is known today; another value passes with a hint, see `unknownChoices.ts`. */
	readonly choices?: readonly Choice[];
	readonly reads?: TextKind;
	/** Whether the form shows the field beside the object or list that holds it, so that the title does without theirs. */
	readonly standsAlone?: true;
	readonly sentence?: string | SentenceByKeyword;
	readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
	readonly properties?: Readonly<Record<string, Rule>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: Rule | boolean;
	readonly maxProperties?: number;
	readonly items?: Rule;
	readonly contains?: Rule;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly pattern?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
	readonly not?: Rule;
	readonly allOf?: readonly Rule[];
	readonly anyOf?: readonly Rule[];
	readonly if?: Rule;
	readonly then?: Rule;
	readonly else?: Rule;
}

type Extra = Omit<Rule, 'title' | 'type'>;

/** The members of an object, each with its rule. */
export type Rules<Name extends string = string> = Readonly<Record<Name, Rule>>;

/** The field's name as the form and every sentence show it: `Keep Time (Seconds)`. */
export function labelOf({ title = '', unit }: Rule): string {
	return unit === undefined ? title : `${title} (${unit})`;
}

/** Text of any length; most of Huawei's texts are bound by the size of the whole message only. */
export function text(title: string, extra: Extra = {}): Rule {
	return { title, type: 'string', ...extra };
}

/** Text that must not be empty. */
export function filledText(title: string, extra: Extra = {}): Rule {
	return text(title, {
		minLength: 1,
		sentence: '{field} is empty. Enter a text.',
		...extra,
	});
}

/** Text that people read. */
export function prose(title: string, extra: Extra = {}): Rule {
	return text(title, { reads: 'prose', ...extra });
}

/** The same, which must not be empty. */
export function filledProse(title: string, extra: Extra = {}): Rule {
	return filledText(title, { reads: 'prose', ...extra });
}

/** Whole number from `minimum` to `maximum`. */
export function integer(title: string, minimum: number, maximum: number, extra: Extra = {}): Rule {
	return { title, type: 'integer', minimum, maximum, ...extra };
}

/** A whole number of Huawei's choosing, whose values grow over the years: any is let through. */
export function openInteger(title: string, choices?: readonly Choice[]): Rule {
	return { title, type: 'integer', ...(choices !== undefined && { choices }) };
}

/** A word of Huawei's choosing; any is let through. */
export function openWord(title: string, choices: readonly Choice[]): Rule {
	return text(title, { choices });
}

/** A colour with its opacity: `#AARRGGBB`. */
export function argbColor(title: string, extra: Extra = {}): Rule {
	return text(title, {
		pattern: '^#[0-9A-Fa-f]{8}$',
		sentence:
			'{field} must be # and eight hexadecimal digits, of which the first two are the opacity: for example #FF0A59F7.',
		...extra,
	});
}

/** Text that Huawei hands to the app as it is; a frequent slip is to give an object instead. */
export function extraDataText(): Rule {
	return text('Extra Data', {
		reads: 'data',
		sentence: {
			type: 'Extra Data must be text, not an object or a number. Turn an object into text, for example with JSON.stringify().',
		},
	});
}

export function flag(title: string): Rule {
	return { title, type: 'boolean' };
}

/** Address of a picture or page: Huawei loads https only. */
export function httpsUrl(title: string): Rule {
	return text(title, {
		pattern: '^[hH][tT][tT][pP][sS]://.',
		sentence: '{field} must be a web address that begins with https://.',
	});
}

/** An object with named members; members Huawei adds later pass. */
export function struct(
	title: string,
	properties: Readonly<Record<string, Rule>>,
	required: readonly string[] = [],
	extra: Extra = {},
): Rule {
	return { title, type: 'object', properties, required, ...extra };
}

export function list(title: string, items: Rule, extra: Extra = {}): Rule {
	return { title, type: 'array', items, ...extra };
}

/** A rule that holds where `property` has one of `values`. */
export function when(property: string, values: readonly unknown[], then: Rule): Rule {
	return {
		if: { properties: { [property]: { enum: values } }, required: [property] },
		then,
	};
}

/** A rule that holds where `property` is absent or has one of `values`: for fields with a default. */
export function whenOrAbsent(property: string, values: readonly unknown[], then: Rule): Rule {
	return { if: { properties: { [property]: { enum: values } } }, then };
}

/** A rule about what stands under `path`, which may be absent. */
export function within(path: readonly string[], rule: Rule): Rule {
	return path.reduceRight<Rule>((inner, name) => ({ properties: { [name]: inner } }), rule);
}

/** These members must be there; `sentence` says so in the operator's words. */
export function needs(required: readonly string[], sentence: string): Rule {
	return { required, sentence };
}
