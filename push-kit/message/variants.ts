/**
 * Variants of a message: by what a customer's field says (language), or by share (A/B).
 *
 * Who gets which by share is a hash of who they are and of the campaign, and of nothing that may be different when it
 * is run again: so one customer gets one variant in every run, in whatever order the items come. Another campaign
 * mixes them anew. Shares hold on average.
 */

import { MAXIMUM_BI_TAG_BYTES } from '../catalog/limits';
import { withoutFormat } from '../visibleText';
import { digest } from './digest';

export type VariantMode = 'field' | 'share';

/** One variant, as it was entered and tidied. */
export interface Variant {
	/** As it comes out in items and tags. */
	readonly name: string;
	/** Of the field; none by share. */
	readonly values: readonly string[];
	/** Percent of the customers; 0 by field. */
	readonly share: number;
	/** Whether it is a holdout: who falls to it gets no message at all. */
	readonly sendsNothing: boolean;
}

/** What those get for whom no variant is meant: the message itself. */
export const DEFAULT_VARIANT = 'default';

const PERCENT = 100;

/** Shares are written in decimals, of which computers hold the sum nearly. */
const NEARLY = 1e-9;

/** What is wrong with the variants, as whole sentences; none where all is well. */
export function variantProblems(mode: VariantMode, variants: readonly Variant[]): string[] {
	if (variants.length === 0) return ['There is none. Add one, or take Variants out.'];
	const problems: string[] = [];
	const names = new Map([[DEFAULT_VARIANT, 'the message itself']]);
	const values = new Map<string, string>();
	const nameOf = ({ name }: Variant, index: number) =>
		name === '' ? `Variant ${index + 1}` : `Variant ${name.slice(0, 50)}`;
	const claim = (taken: Map<string, string>, key: string, who: string, what: string) => {
		const other = taken.get(key);
		if (other === undefined) taken.set(key, who);
		else problems.push(`${who} has the same ${what} as ${other}. Choose another for one of them.`);
	};
	for (const [index, variant] of variants.entries()) {
		const who = nameOf(variant, index);
		if (variant.name === '') problems.push(`${who} has no name. Enter one.`);
		else claim(names, normalize(variant.name), who, 'name');
		if (mode === 'share') {
			if (variant.share >= 0 && variant.share <= PERCENT) continue;
			problems.push(`${who}: Share (%) must be a number from 0 to 100.`);
			continue;
		}
		if (variant.values.length === 0) problems.push(`${who} has no value. Enter one under Values.`);
		for (const value of new Set(variant.values.map(normalize))) {
			claim(values, value, who, `value (${value.slice(0, 50)})`);
		}
	}
	const sum = variants.reduce((total, { share }) => total + share, 0);
	if (mode === 'share' && sum > PERCENT + NEARLY) {
		problems.push(`The shares add up to ${Number(sum.toFixed(2))} %, more than 100 %. Lower them.`);
	}
	return problems;
}

/** Finds the variant of a customer by the value of a field. */
export class VariantsByField {
	private readonly byValue: ReadonlyMap<string, Variant>;

	/** @param variants without problems */
	constructor(variants: readonly Variant[]) {
		this.byValue = new Map(
			variants.flatMap((variant) => variant.values.map((value) => [normalize(value), variant])),
		);
	}

	/**
	 * Case, width, blanks around it, invisible signs and `_` for `-` make no difference; a variant for a language takes
	 * those of its scripts and countries as well, where none is closer.
	 *
	 * @returns `undefined` for a value that no variant has
	 */
	of(value: string): Variant | undefined {
		for (const candidate of closestFirst(normalize(value))) {
			const variant = this.byValue.get(candidate);
			if (variant !== undefined) return variant;
		}
		return undefined;
	}
}

/** Finds the variant of a customer by share. */
export class VariantsByShare {
	private readonly sorted: readonly Variant[];

	/** @param variants without problems; in whatever order, a customer keeps theirs */
	constructor(variants: readonly Variant[]) {
		this.sorted = [...variants].sort((a, b) => (a.name < b.name ? -1 : 1));
	}

	/**
	 * @param campaign what tells this campaign from others, the same in every run of it
	 * @param who what tells one customer from another
	 * @returns `undefined` for those who are left over
	 */
	of(campaign: readonly string[], who: string): Variant | undefined {
		let left = (digest(['variant', campaign, who]).readUInt32BE(0) / 2 ** 32) * PERCENT;
		for (const variant of this.sorted) {
			if (left < variant.share) return variant;
			left -= variant.share;
		}
		return undefined;
	}
}

/**
 * The batch tags of a message's variants: the tag and the variant's name, cut to what Huawei takes.
 *
 * @param names different ones
 * @returns by name; `undefined` where two of them would be the same
 */
export function variantTags(
	tag: string,
	names: readonly string[],
): ReadonlyMap<string, string> | undefined {
	const tags = new Map(names.map((name) => [name, cutTag(`${tag}-${name}`)]));
	return new Set(tags.values()).size === tags.size ? tags : undefined;
}

/** The longest beginning within the limit, with no character cut in two. */
function cutTag(tag: string): string {
	let bytes = 0;
	let end = 0;
	for (const character of tag) {
		bytes += Buffer.byteLength(character, 'utf8');
		if (bytes > MAXIMUM_BI_TAG_BYTES) break;
		end += character.length;
	}
	return tag.slice(0, end);
}

/** As people see it: who is held out must not be reached for a sign that nobody sees. */
function normalize(value: string): string {
	return withoutFormat(value.normalize('NFKC')).trim().toLowerCase().replaceAll('_', '-');
}

/** A language with script or country; only known scripts, so that `vip-gold` is none. */
const LANGUAGE_TAG = /^([a-z]{2,3})(?:-(hans|hant|latn|cyrl|arab|deva))?(?:-([a-z]{2}|\d{3}))?$/;

/** The value itself, then what it is a special case of. */
function closestFirst(value: string): string[] {
	const [, language = '', script, country] = LANGUAGE_TAG.exec(value) ?? [];
	const wider = [script, country].flatMap((part) =>
		part === undefined ? [] : `${language}-${part}`,
	);
	return language === '' ? [value] : [value, ...wider, language];
}
