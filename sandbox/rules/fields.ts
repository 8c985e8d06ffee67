export interface JsonObject {
	[name: string]: unknown;
}

/** Codes that say what kind of fault a rule found (`push-scenariozed-api-response`). */
const ILLEGAL_PAYLOAD = '80100003';
/** Characters of a member's name that a refusal repeats. */
const MAX_NAME = 200;

/**
 * Thrown by a rule that refuses a request. `values` fill the placeholders of the code's server
 * message; `tip` says what is wrong and where, and is shown in the sandbox's list of messages.
 */
export class Refusal extends Error {
	constructor(
		readonly code: string,
		readonly tip: string,
		readonly values: ReadonlyArray<string | number> = [tip],
	) {
		super(tip);
	}
}

/** Runs a check and returns the refusal it threw; any other error is a fault of the sandbox. */
export function catchRefusal(check: () => void): Refusal | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
}

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `#AARRGGBB`. */
export const COLOR = { pattern: /^#[0-9A-Fa-f]{8}$/, expects: 'must be a colour like #FF317AF7' };

interface Range {
	min?: number;
	max?: number;
}

interface TextRule extends Range {
	notEmpty?: boolean;
	pattern?: RegExp;
	/** Said instead of the pattern itself. */
	expects?: string;
}

interface NumberRule extends Range {
	oneOf?: readonly number[];
	/** Huawei's own wording, where it is known. */
	tip?: string;
}

function describeRange({ min, max }: Range): string {
	if (min !== undefined && max !== undefined) return `ranges from ${min} to ${max}`;
	return min !== undefined ? `must be at least ${min}` : `must be at most ${max}`;
}

const isOutside = (value: number, { min = -Infinity, max = Infinity }: Range) =>
	value < min || value > max;

/**
 * An object of a request, read member by member. Every reader refuses a wrong type or value by
 * throwing a {@link Refusal} that names the path. Absent and `null` count as not given (UNCERTAIN:
 * no page says how the service takes `null`). Lengths are counted in UTF-16 units.
 */
export class Fields {
	private constructor(
		readonly members: JsonObject,
		readonly path: string,
		private readonly code: string,
	) {}

	static of(value: unknown, path: string, code = ILLEGAL_PAYLOAD): Fields {
		if (value === undefined || value === null) throw new Refusal(code, `${path} is required`);
		if (!isObject(value)) throw new Refusal(code, `${path} must be an object`);
		return new Fields(value, path, code);
	}

	refuse(name: string, tip: string): never {
		// The name may be the sender's own, and it comes back in the answer.
		const shown = name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}...` : name;
		throw new Refusal(this.code, `${this.path}.${shown} ${tip}`);
	}

	refuseWith(tip: string): never {
		throw new Refusal(this.code, tip);
	}

	get(name: string): unknown {
		const value = this.members[name];
		return value === null ? undefined : value;
	}

	has(name: string): boolean {
		return this.get(name) !== undefined;
	}

	require(...names: string[]): void {
		for (const name of names) if (!this.has(name)) this.refuse(name, 'is required');
	}

	object(name: string): Fields {
		return Fields.of(this.get(name), `${this.path}.${name}`, this.code);
	}

	optionalObject(name: string): Fields | undefined {
		return this.has(name) ? this.object(name) : undefined;
	}

	/** A text that may be absent. */
	text(name: string, rule: TextRule = {}): string | undefined {
		const value = this.get(name);
		if (value === undefined) return undefined;
		if (typeof value !== 'string') return this.refuse(name, 'must be a string');
		if (rule.notEmpty && value === '') this.refuse(name, 'must not be empty');
		if (isOutside(value.length, rule)) this.refuse(name, `length ${describeRange(rule)}`);
		if (rule.pattern && !rule.pattern.test(value)) this.refuse(name, rule.expects ?? 'is wrong');
		return value;
	}

	/** A text that must be there and must not be empty (UNCERTAIN: "required" is read so). */
	requiredText(name: string, rule: TextRule = {}): string {
		return this.text(name, { ...rule, notEmpty: true }) ?? this.refuse(name, 'is required');
	}

	number(name: string, rule: NumberRule = {}): number | undefined {
		const value = this.get(name);
		if (value === undefined) return undefined;
		if (typeof value !== 'number') return this.refuse(name, 'must be a number');
		if (rule.oneOf && !rule.oneOf.includes(value)) {
			this.refuse(name, `must be one of ${rule.oneOf.join(', ')}`);
		}
		if (isOutside(value, rule)) {
			if (rule.tip) this.refuseWith(rule.tip);
			this.refuse(name, `value ${describeRange(rule)}`);
		}
		return value;
	}

	requiredNumber(name: string, rule: NumberRule = {}): number {
		return this.number(name, rule) ?? this.refuse(name, 'is required');
	}

	integer(name: string, rule: NumberRule = {}): number | undefined {
		const value = this.get(name);
		if (value !== undefined && !Number.isInteger(value)) this.refuse(name, 'must be an integer');
		return this.number(name, rule);
	}

	requiredInteger(name: string, rule: NumberRule = {}): number {
		return this.integer(name, rule) ?? this.refuse(name, 'is required');
	}

	flag(name: string): boolean | undefined {
		const value = this.get(name);
		if (value === undefined || typeof value === 'boolean') return value;
		return this.refuse(name, 'must be true or false');
	}

	/** An array that may be absent. */
	list(name: string, rule: Range = {}): unknown[] | undefined {
		const value = this.get(name);
		if (value === undefined) return undefined;
		if (!Array.isArray(value)) return this.refuse(name, 'must be an array');
		if (isOutside(value.length, rule)) this.refuse(name, `size ${describeRange(rule)}`);
		return value;
	}

	/** An array of texts that may be absent; `max` bounds each text's length. */
	texts(name: string, size: Range = {}, each: Range = {}): string[] | undefined {
		return this.list(name, size)?.map((item, index) => {
			const where = `${name}[${index}]`;
			if (typeof item !== 'string') return this.refuse(where, 'must be a string');
			if (isOutside(item.length, each)) this.refuse(where, `length ${describeRange(each)}`);
			return item;
		});
	}

	/** A picture's address: https only, in every message type. */
	https(...names: string[]): void {
		for (const name of names) {
			this.text(name, { pattern: /^https:\/\/\S/i, expects: 'must be an https address' });
		}
	}
}
