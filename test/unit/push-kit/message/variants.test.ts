import fc from 'fast-check';

import { MAXIMUM_BI_TAG_BYTES } from '../../../../push-kit/catalog/limits';
import {
	variantProblems,
	VariantsByField,
	VariantsByShare,
	variantTags,
	type Variant,
} from '../../../../push-kit/message/variants';

const variant = (name: string, more: Partial<Variant> = {}): Variant => ({
	name,
	values: [],
	share: 0,
	sendsNothing: false,
	...more,
});

const byField = (values: Readonly<Record<string, string[]>>) =>
	new VariantsByField(Object.entries(values).map(([name, of]) => variant(name, { values: of })));

const LANGUAGES = byField({ chinese: ['zh'], taiwan: ['zh_TW'], german: ['de', 'DE-at'] });

describe('a variant by the value of a field', () => {
	it.each([
		['zh', 'chinese'],
		[' ZH ', 'chinese'],
		['zh-CN', 'chinese'],
		['zh_cn', 'chinese'],
		['zh-Hans-CN', 'chinese'],
		['zh-TW', 'taiwan'],
		['zh_Hant_TW', 'taiwan'],
		['de-AT', 'german'],
		['de-CH', 'german'],
		['\uFEFFde\u200B', 'german'],
		['\u2066zh\u2069\u00A0', 'chinese'],
		['ｚｈ', 'chinese'],
	])('%s is %s', (value, name) => {
		expect(LANGUAGES.of(value)?.name).toBe(name);
	});

	it.each(['', 'fr', 'zhx', 'zh-', 'z', 'zh-CN-x', 'constructor', 'zh,de'])(
		'%p is none',
		(value) => {
			expect(LANGUAGES.of(value)).toBeUndefined();
		},
	);

	it('takes a wider one for languages only', () => {
		expect(byField({ vip: ['vip'] }).of('vip-gold')).toBeUndefined();
		expect(byField({ taiwan: ['zh-TW'] }).of('zh')).toBeUndefined();
	});
});

/** @param shares by name */
const split = (shares: Readonly<Record<string, number>>) =>
	Object.entries(shares).map(([name, share]) => variant(name, { share }));

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), {
	minLength: 1,
	maxLength: 5,
});

describe('a variant by share', () => {
	it('is the same for a customer in every version of this package', () => {
		const variants = new VariantsByShare(split({ a: 50, b: 30 }));
		const chosen = Array.from({ length: 12 }, (_, who) => variants.of(['spring'], `c${who}`)?.name);
		expect(chosen).toMatchSnapshot();
	});

	it('holds within 2 points at 10,000 customers, for any campaign', () => {
		const anyShares = fc.tuple(fc.nat(50), fc.nat(30), fc.nat(20), fc.string());
		fc.assert(
			fc.property(anyShares, ([a, b, c, campaign]) => {
				const shares = { a, b, c };
				const variants = new VariantsByShare(split(shares));
				const counts: Record<string, number> = { a: 0, b: 0, c: 0 };
				for (let who = 0; who < 10_000; who += 1) {
					const name = variants.of([campaign], `customer-${who}`)?.name ?? 'rest';
					counts[name] = (counts[name] ?? 0) + 1;
				}
				for (const [name, share] of Object.entries(shares)) {
					expect(Math.abs((counts[name] ?? 0) / 100 - share)).toBeLessThan(2);
				}
			}),
			{ numRuns: 10 },
		);
	});

	it('does not go by the order of the variants', () => {
		fc.assert(
			fc.property(names, fc.string(), fc.string(), (some, campaign, who) => {
				const variants = some.map((name) => variant(name, { share: 100 / some.length }));
				const turned = new VariantsByShare([...variants].reverse());
				expect(new VariantsByShare(variants).of([campaign], who)).toEqual(
					turned.of([campaign], who),
				);
			}),
		);
	});

	it('is mixed anew for another campaign', () => {
		const variants = new VariantsByShare(split({ a: 50 }));
		const people = Array.from({ length: 1000 }, (_, who) => String(who));
		const both = people.filter(
			(who) =>
				variants.of(['spring'], who) !== undefined && variants.of(['summer'], who) !== undefined,
		);
		expect(both.length).toBeGreaterThan(200);
		expect(both.length).toBeLessThan(300);
	});

	it('leaves nobody over at 100 %, and reaches nobody at 0 %', () => {
		fc.assert(
			fc.property(fc.string(), (who) => {
				expect(new VariantsByShare(split({ a: 60, b: 40 })).of(['c'], who)).toBeDefined();
				expect(new VariantsByShare(split({ a: 0 })).of(['c'], who)).toBeUndefined();
			}),
		);
	});
});

describe('problems of variants', () => {
	it.each([
		['share', split({ a: 33.3, b: 33.3, c: 33.4 })],
		['share', split({ a: 0.1, b: 0.2, c: 99.7 })],
		['field', [variant('a', { values: ['x', 'X'] }), variant('b', { values: ['y'] })]],
	] as const)('are none in %s %j', (mode, variants) => {
		expect(variantProblems(mode, variants)).toEqual([]);
	});

	it.each([
		['share', [], /There is none/],
		['share', split({ a: 60, b: 60 }), /add up to 120 %, more than 100 %/],
		['share', split({ a: -1 }), /from 0 to 100/],
		['share', split({ a: Number.NaN }), /from 0 to 100/],
		['share', split({ a: 101 }), /from 0 to 100/],
		['share', split({ '': 10 }), /Variant 1 has no name/],
		['share', split({ a: 1, A: 2 }), /Variant A has the same name as Variant a/],
		['share', split({ Default: 1 }), /the same name as the message itself/],
		['field', [variant('a')], /Variant a has no value/],
		[
			'field',
			[variant('a', { values: ['zh-CN'] }), variant('b', { values: ['ZH_cn'] })],
			/Variant b has the same value \(zh-cn\) as Variant a/,
		],
	] as const)('are told in %s %j', (mode, variants, sentence) => {
		expect(variantProblems(mode, variants).join(' ')).toMatch(sentence);
	});
});

describe('batch tags of variants', () => {
	it('are the tag and the name', () => {
		expect(variantTags('spring', ['a', 'default'])).toEqual(
			new Map([
				['a', 'spring-a'],
				['default', 'spring-default'],
			]),
		);
	});

	it('are refused where the cut makes two alike', () => {
		expect(variantTags('x'.repeat(64), ['a', 'b'])).toBeUndefined();
		expect(variantTags('x'.repeat(60), ['spring-a', 'spring-b'])).toBeUndefined();
		expect(variantTags('x'.repeat(60), ['a-spring', 'b-spring'])).toBeDefined();
	});

	it('are different ones that Huawei takes, with whole characters, or none', () => {
		const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(text, fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), (tag, some) => {
				const tags = [...(variantTags(tag, some)?.values() ?? [])];
				expect(new Set(tags).size).toBe(tags.length);
				for (const one of tags) {
					expect(Buffer.byteLength(one)).toBeLessThanOrEqual(MAXIMUM_BI_TAG_BYTES);
					expect(Buffer.from(one).toString()).toBe(one);
				}
			}),
		);
	});
});
