import Ajv from 'ajv';
import fc from 'fast-check';

import type { SchemaError } from '../../../../push-kit/message/faults';
import { pushOptionsSchema } from '../../../../push-kit/message/pushOptions';
import { TYPES, type RuledType } from '../../../../push-kit/message/types';
import * as validators from '../../../../push-kit/message/validators.generated';
import { compactCode } from '../../../../scripts/build/compactCode';
import { arbitraryPayloads } from '../../../builders/payloads';

/** The operator's words are no keywords of ajv's. */
const ajv = new Ajv({
	allErrors: true,
	strict: true,
	strictSchema: false,
	strictTypes: false,
	strictRequired: false,
	messages: false,
});

const asItIsCompared = ({ instancePath, schemaPath, keyword, missingProperty }: SchemaError) =>
	JSON.stringify([instancePath, schemaPath, keyword, missingProperty ?? null]);

/** What ajv itself finds, when nothing is shortened. */
function findWithAjv(rule: object, payload: unknown): string[] {
	const validate = ajv.compile(rule);
	validate(payload);
	return (validate.errors ?? []).map(({ instancePath, schemaPath, keyword, params }) =>
		asItIsCompared({
			instancePath,
			schemaPath,
			keyword,
			...(keyword === 'required' && { missingProperty: String(params.missingProperty) }),
		}),
	);
}

function findWith(validate: validators.Validator, payload: unknown): string[] {
	const passes = validate(payload);
	const errors = validate.errors ?? [];
	expect(passes).toBe(errors.length === 0);
	return errors.map(asItIsCompared);
}

/** What nobody should send, and what is close to what is sent. */
const stray = fc.oneof(
	fc.constantFrom<unknown>(undefined, null, '', ' ', '0', '-1', 'https://', 'PLAY_VOICE'),
	fc.constantFrom<unknown>(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.5, 2 ** 31, 1e300),
	fc.jsonValue({ maxDepth: 2 }),
);

/** A copy with one member, anywhere in it, replaced by something else. */
function replaceOne(value: unknown, place: number, replacement: unknown): unknown {
	let left = place;
	const walk = (here: unknown): unknown => {
		if (left === 0) {
			left -= 1;
			return replacement;
		}
		left -= 1;
		if (Array.isArray(here)) return here.map(walk);
		if (typeof here !== 'object' || here === null) return here;
		return Object.fromEntries(Object.entries(here).map(([name, member]) => [name, walk(member)]));
	};
	return walk(value);
}

const replaced = (payload: fc.Arbitrary<unknown>) =>
	fc
		.tuple(payload, fc.array(fc.tuple(fc.nat({ max: 40 }), stray), { maxLength: 3 }))
		.map(([whole, changes]) =>
			changes.reduce<unknown>((value, [place, other]) => replaceOne(value, place, other), whole),
		);

const RULED = Object.keys(TYPES).filter((name): name is RuledType => Object.hasOwn(TYPES, name));

describe('the shortened validators', () => {
	it.each(RULED)('find the same in the same places as ajv does: %s', (name) => {
		fc.assert(
			fc.property(replaced(arbitraryPayloads[name]), (payload) => {
				expect(findWith(validators[name], payload)).toEqual(findWithAjv(TYPES[name].rule, payload));
			}),
			{ numRuns: 300 },
		);
	});

	it('find the same in push options', () => {
		const options = fc.dictionary(
			fc.constantFrom(...Object.keys(pushOptionsSchema.properties ?? {}), 'other'),
			stray,
		);
		fc.assert(
			fc.property(options, (pushOptions) => {
				expect(findWith(validators.pushOptions, pushOptions)).toEqual(
					findWithAjv(pushOptionsSchema, pushOptions),
				);
			}),
		);
	});
});

describe('compactCode', () => {
	it.each([
		['an error that is kept in another way', 'vErrors.push(err0);'],
		['an error that is counted in another way', 'if(a){errors++;}'],
		['a schema that is asked at run time', 'return schema11.enum;'],
		[
			'an error whose path does not end with its keyword',
			'const err0 = {instancePath,schemaPath:"#/a/type",keyword:"enum",params:{}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;',
		],
	])('refuses %s instead of losing it', (_, code) => {
		expect(() => compactCode(`"use strict";${code}`)).toThrow('ajv built its code in another way');
	});
});
