/**
 * Compiles the message schemas to standalone validators: the published package must not compile code at
 * run time, which n8n's scanner refuses.
 */
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone';

import type { Rule } from '../../push-kit/message/rule';
import { RULES } from '../../push-kit/message/types';
import { compactCode } from './compactCode';

const ajv = new Ajv({
	allErrors: true,
	strict: true,
	// Rules under `if`, `then` and `anyOf` speak of members whose types stand in the main schema.
	strictTypes: false,
	strictRequired: false,
	// `faults.ts` words the errors itself.
	messages: false,
	code: { source: true, esm: true },
});

const WORDS = new Set(['sentence', 'unit', 'choices', 'reads', 'standsAlone']);

/** The operator's words stay in the sources, where `faults.ts` looks them up; the validators do without. */
function dropWords(schema: Rule): Rule {
	const words = (key: string, value: unknown): boolean =>
		WORDS.has(key) || (key === 'title' && typeof value === 'string');
	return JSON.parse(
		JSON.stringify(schema, (key, value: unknown) => (words(key, value) ? undefined : value)),
	);
}

/** The names under which the validators are exported. */
export const VALIDATORS: readonly string[] = Object.keys(RULES);

/** An ES module that exports a validator for each rule. */
export function compileValidators(): string {
	for (const [name, schema] of Object.entries(RULES)) {
		if (!ajv.getSchema(`#/${name}`)) ajv.addSchema(dropWords(schema), `#/${name}`);
	}
	const names = Object.fromEntries(VALIDATORS.map((name) => [name, `#/${name}`]));
	return compactCode(standaloneCode(ajv, names));
}
