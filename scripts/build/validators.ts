/**
 * Compiles the message schemas to standalone validators: the published package must not compile code at
 * run time, which n8n's scanner refuses.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone';

import type { Rule } from '../../push-kit/message/rule';
import { RULES } from '../../push-kit/message/types';
import { compactCode } from './compactCode';

const TARGET = join(__dirname, '../../push-kit/message/validators.generated');

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

const names = Object.fromEntries(Object.keys(RULES).map((name) => [name, `#/${name}`]));
for (const [name, schema] of Object.entries(RULES)) {
	ajv.addSchema(dropWords(schema), `#/${name}`);
}

/** The types of the validators, so that the code that calls them is checked. */
const declarations = [
	"import type { SchemaError } from './faults';",
	'',
	'export interface Validator {',
	'\t(data: unknown): boolean;',
	'\terrors?: SchemaError[] | null;',
	'}',
	'',
	...Object.keys(RULES).map((name) => `export const ${name}: Validator;`),
	'',
].join('\n');

writeFileSync(`${TARGET}.js`, compactCode(standaloneCode(ajv, names)));
writeFileSync(`${TARGET}.d.ts`, declarations);
