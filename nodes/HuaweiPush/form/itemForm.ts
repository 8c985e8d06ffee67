import type { Fault } from '../../../push-kit/message/faults';
import { labelOf, type Rule, type Rules } from '../../../push-kit/message/rule';
import type { Notation, ParameterReader } from '../parameters/parameterReader';
import type { PlaceholderNotation } from '../parameters/template';
import { BROKEN_BY_VALUE, parseJsonText } from './jsonText';
import { kindOf, readMember } from './readMember';

type Members = Record<string, unknown>;

/**
 * The form as it is filled in for one item. What cannot be read at all is kept as a fault; the composition of
 * the message ends with both, its payload and these.
 */
export class ItemForm {
	readonly faults: Fault[] = [];

	/** @param placeholders what Huawei's devices replace in texts */
	constructor(
		private readonly reader: ParameterReader,
		private readonly placeholders?: PlaceholderNotation,
	) {}

	/** What a field becomes; `undefined` where it is empty, not shown, or cannot be read. */
	member(rule: Rule, path: string, label = labelOf(rule)): unknown {
		const { value: given, problem: unread } = this.reader.resolve(path, this.notationOf(rule));
		const { value, problem } = unread === undefined ? readMember(rule, given) : { problem: unread };
		if (problem === undefined) return value;
		const isJson = kindOf(rule) === 'json' && typeof given === 'string';
		this.refuse(path, label, isJson ? this.explainJson(path, problem) : problem);
		return undefined;
	}

	/** The same for a field that must be filled in: an empty text stays one, for its rule to name it. */
	text(rule: Rule, path: string, label = labelOf(rule)): unknown {
		return this.member(rule, path, label) ?? '';
	}

	/**
	 * The members that are filled in.
	 *
	 * @param at the collection in which they stand
	 * @param around its label
	 */
	members(rules: Rules, names: readonly string[], at = '', around = ''): Members {
		const members: Members = {};
		for (const name of names) {
			const rule = rules[name];
			if (rule === undefined) continue;
			const label = around === '' ? labelOf(rule) : `${around} > ${labelOf(rule)}`;
			const value = this.member(rule, at === '' ? name : `${at}.${name}`, label);
			if (value !== undefined) members[name] = value;
		}
		return members;
	}

	/** An object by expression, or a JSON text; `undefined` if there is none, or with a fault. */
	json(path: string, label: string): unknown {
		const { value, problem: unread } = this.reader.resolve(path);
		const { value: parsed, problem } =
			unread !== undefined
				? { value: undefined, problem: unread }
				: typeof value === 'string'
					? parseJsonText(value)
					: { value, problem: undefined };
		if (problem !== undefined) this.refuse(path, label, this.explainJson(path, problem));
		return parsed;
	}

	/** A choice of the form itself, which is no field of Huawei's: trimmed, as text. */
	choice(path: string, fallback: string): string {
		const value = this.reader.value(path);
		return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : fallback;
	}

	/** Whether a switch of the form is on, also by an expression that gives text. */
	isOn(path: string): boolean {
		return readMember({ type: 'boolean' }, this.reader.value(path)).value === true;
	}

	/** Whether something was entered, be it an expression that gives nothing. */
	isEntered(path: string): boolean {
		const raw = this.reader.rawValue(path);
		return raw !== undefined && raw !== null && raw !== '';
	}

	/** @param problem the end of a sentence that begins with the field's name */
	refuse(path: string, label: string, problem: string): void {
		this.faults.push({ path, field: label, message: `${label} ${problem}` });
	}

	private explainJson(path: string, problem: string): string {
		const raw = this.reader.rawValue(path);
		const isPatched = typeof raw === 'string' && raw.startsWith('=') && raw.includes('{{');
		return isPatched ? problem + BROKEN_BY_VALUE : problem;
	}

	private notationOf(rule: Rule): Notation {
		const kind = kindOf(rule);
		if (kind === 'prose' || kind === 'lines' || kind === 'rich') {
			return { kind: 'prose', placeholders: this.placeholders };
		}
		return { kind: kind === 'json' ? 'raw' : 'plain' };
	}
}
