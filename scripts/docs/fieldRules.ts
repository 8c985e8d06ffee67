/** All that the rule of a message says of each of its fields, wherever in the rule it stands. */
import type { Rule } from '../../push-kit/message/rule';

/** Something that holds of a field, under conditions or always. */
interface Statement {
	readonly path: string;
	/** In Markdown, as `` `style` is 3 ``; none where it always holds. */
	readonly conditions: readonly string[];
	readonly rule?: Rule;
	readonly isRequired?: true;
	/** Names of members of which one is needed. */
	readonly oneOf?: readonly string[];
}

/** What another part of the rule says of a field. */
export interface FurtherRule {
	readonly rule: Rule;
	/** Empty where it always holds. */
	readonly condition: string;
}

/** A field with all that is said of it. */
export interface FieldRow {
	/** As `activityData.capsuleData.icon`; an entry of a list is `images[].url`. */
	readonly path: string;
	readonly rule: Rule;
	/** `yes`, `no`, or when. */
	readonly needed: string;
	readonly further: readonly FurtherRule[];
}

/** The fields of a message, in the order of its rule, each below the object that holds it. */
export function fieldRows(rule: Rule): FieldRow[] {
	const statements = [...walk(rule, '', [])];
	const declared = statements.filter(
		(one) => one.path !== '' && one.rule !== undefined && isDeclaration(one),
	);
	const paths = [...new Set(declared.map(({ path }) => path))];
	return paths.map((path) => {
		const own = statements.filter((one) => one.path === path);
		const declaration = own.find(isDeclaration)?.rule ?? {};
		return {
			path,
			rule: declaration,
			needed: neededWords(own),
			further: own.flatMap(({ rule: other, conditions }) =>
				other === undefined || other === declaration
					? []
					: [{ rule: other, condition: conditions.join(' and ') }],
			),
		};
	});
}

/** Where a field is introduced, and not only spoken of. */
function isDeclaration({ rule, conditions }: Statement): boolean {
	return conditions.length === 0 && rule !== undefined && rule.title !== undefined;
}

function* walk(rule: Rule, path: string, conditions: readonly string[]): Generator<Statement> {
	yield { path, conditions, rule };
	const below = (name: string) => (path === '' ? name : `${path}.${name}`);
	for (const name of rule.required ?? []) {
		yield { path: below(name), conditions, isRequired: true };
	}
	for (const [name, member] of Object.entries(rule.properties ?? {})) {
		yield* walk(member, below(name), conditions);
	}
	if (rule.items?.properties !== undefined) yield* walk(rule.items, `${path}[]`, conditions);
	for (const part of rule.allOf ?? []) yield* walk(part, path, conditions);
	if (rule.if !== undefined && rule.then !== undefined) {
		yield* walk(rule.then, path, [...conditions, ...conditionsOf(rule.if)]);
	}
	const alternatives = (rule.anyOf ?? []).flatMap(({ required = [] }) => required);
	for (const name of alternatives) {
		yield alternatives.length === 1
			? { path: below(name), conditions, isRequired: true }
			: { path: below(name), conditions, oneOf: alternatives };
	}
}

/** `` `style` is 1 ``, from the `if` of a rule. */
function conditionsOf({ properties = {}, required = [] }: Rule): string[] {
	return Object.entries(properties).map(([name, { enum: values = [] }]) => {
		const words = values.map(String).join(' or ');
		return `\`${name}\` is ${words}${required.includes(name) ? '' : ' or left out'}`;
	});
}

function neededWords(statements: readonly Statement[]): string {
	const wanted = statements.filter((one) => one.isRequired === true || one.oneOf !== undefined);
	if (wanted.some((one) => one.isRequired === true && one.conditions.length === 0)) return 'yes';
	const words = wanted.map(({ oneOf, conditions }) => {
		const when = conditions.length === 0 ? '' : `when ${conditions.join(' and ')}`;
		if (oneOf === undefined) return when;
		return `one of ${oneOf.map((name) => `\`${name}\``).join(', ')}${when === '' ? '' : ` ${when}`}`;
	});
	return words.length === 0 ? 'no' : [...new Set(words)].join('; ');
}
