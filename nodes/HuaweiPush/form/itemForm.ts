import type { INodeProperties } from 'n8n-workflow';

import type { Fault } from '../../../push-kit/message/faults';
import { labelOf, type Rule, type Rules } from '../../../push-kit/message/rule';
import type { Notation } from '../parameters/notation';
import type { ParameterReader } from '../parameters/parameterReader';
import { isN8nExpression, readTemplate, type PlaceholderNotation } from '../parameters/template';
import { BROKEN_BY_VALUE, checkDepth, parseJsonText } from './jsonText';
import { kindOf, readMember } from './readMember';
import type { VariantFields } from './variants';

type Members = Record<string, unknown>;

/**
 * The form as it is filled in for one item. What cannot be read at all is kept as a fault; the composition of
 * the message ends with both, its payload and these.
 */
export class ItemForm {
	readonly faults: Fault[] = [];

	/**
	 * @param placeholders what Huawei's devices replace in texts
	 * @param variant what stands in place of fields of the form
	 */
	constructor(
		private readonly reader: ParameterReader,
		private readonly placeholders?: PlaceholderNotation,
		private readonly variant?: VariantFields,
	) {}

	/** What a field becomes; `undefined` where it is empty, not shown, or cannot be read. */
	member(rule: Rule, path: string, label = labelOf(rule)): unknown {
		const instead = this.variant?.fields.get(path);
		return instead === undefined
			? this.read(rule, path, label)
			: this.read(rule, instead, `Variant ${this.variant?.name} > ${label}`);
	}

	private read(rule: Rule, path: string, label: string): unknown {
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
			unread === undefined ? readJson(value) : { value: undefined, problem: unread };
		if (problem !== undefined) this.refuse(path, label, this.explainJson(path, problem));
		return parsed;
	}

	/**
	 * A choice of the form itself, which is no field of Huawei's; `fallback` where nothing is chosen, or with a
	 * fault.
	 *
	 * @param field with its options
	 */
	choice(path: string, { displayName, options = [] }: INodeProperties, fallback: string): string {
		const chosen = this.member({ title: displayName, type: 'string' }, path);
		if (typeof chosen !== 'string') return fallback;
		const words = options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
		const word = words.find((known) => known.toLowerCase() === chosen.toLowerCase());
		if (word === undefined) this.refuse(path, displayName, `must be one of ${words.join(', ')}.`);
		return word ?? fallback;
	}

	/** Whether a switch of the form is on; what is neither on nor off is a fault. */
	isOn(path: string, title: string): boolean {
		const value = this.member({ title, type: 'boolean' }, path);
		if (value !== undefined && typeof value !== 'boolean') {
			this.refuse(path, title, 'must be true or false.');
		}
		return value === true;
	}

	/** Whether something was entered, be it an expression that gives nothing. */
	isEntered(path: string): boolean {
		const raw = this.reader.rawValue(path);
		return raw !== undefined && raw !== null && raw !== '';
	}

	/** An expression of n8n that was left in Fixed mode, so that it is sent as it stands; with its braces. */
	expressionLeftIn(path: string): string | undefined {
		const raw = this.reader.rawValue(path);
		if (typeof raw !== 'string' || raw.startsWith('=')) return undefined;
		const left = readTemplate(raw).find((piece) => piece.kind === 'path' || isN8nExpression(piece));
		return left?.kind === 'braces' || left?.kind === 'path' ? left.source : undefined;
	}

	/** Whether an expression that was entered holds such words. */
	mentions(path: string, words: RegExp): boolean {
		const raw = this.reader.rawValue(path);
		return typeof raw === 'string' && raw.startsWith('=') && words.test(raw);
	}

	/** @param problem the end of a sentence that begins with the field's name */
	refuse(path: string, label: string, problem: string): void {
		this.faults.push({ path, field: label, message: `${label} ${problem}` });
	}

	private explainJson(path: string, problem: string): string {
		const raw = this.reader.rawValue(path);
		const isPatched =
			typeof raw === 'string' &&
			raw.includes('{{') &&
			(raw.startsWith('=') || raw.includes('$json'));
		return isPatched ? problem + BROKEN_BY_VALUE : problem;
	}

	private notationOf(rule: Rule): Notation {
		const kind = kindOf(rule);
		if (kind === 'prose' || kind === 'lines' || kind === 'rich') {
			return { kind: 'prose', placeholders: this.placeholders };
		}
		return { kind: 'plain' };
	}
}

function readJson(value: unknown): { value?: unknown; problem?: string } {
	if (typeof value !== 'string') return checkDepth(value);
	return value.trim() === '' ? {} : parseJsonText(value);
}
