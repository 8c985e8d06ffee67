/** Writes the validators of the messages, and their types, where the sources import them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { compileValidators, VALIDATORS } from './validatorCode';

const TARGET = join(__dirname, '../../push-kit/message/validators.generated');

/** The types of the validators, so that the code that calls them is checked. */
const declarations = [
	"import type { SchemaError } from './faults';",
	'',
	'export interface Validator {',
	'\t(data: unknown): boolean;',
	'\terrors?: SchemaError[] | null;',
	'}',
	'',
	...VALIDATORS.map((name) => `export const ${name}: Validator;`),
	'',
].join('\n');

writeFileSync(`${TARGET}.js`, compileValidators());
writeFileSync(`${TARGET}.d.ts`, declarations);
