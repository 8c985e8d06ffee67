/**
 * The files from which n8n knows what comes out of a node that has not run yet: the editor lets operators drag
 * the fields, the AI workflow builder reads them. n8n looks for them beside the node's own file,
 * `__schema__/v<version>/<resource>/<operation>.json`, and for a node without operations `__schema__/v<version>.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { RESOURCES } from '../../nodes/HuaweiPush/actions';
import { acceptedFields, RECEIPT_FIELDS, type JsonType, type OutputFields } from './outputFields';

export interface OutputSchema {
	type: 'object';
	properties: Record<string, { type: JsonType }>;
	/** Of the schema itself, which n8n counts from 1. */
	version: 1;
}

/** Both nodes have version 1; n8n writes it with three parts. */
const FOLDER = '__schema__/v1.0.0';

/** The schemas of both nodes, by path in `dist`. */
export function outputSchemas(): ReadonlyMap<string, OutputSchema> {
	const ofOperations = RESOURCES.flatMap(({ option, operations }) =>
		operations.map((operation): [string, OutputSchema] => [
			`nodes/HuaweiPush/${FOLDER}/${option.value}/${operation.value}.json`,
			schemaOf(acceptedFields(operation)),
		]),
	);
	return new Map([
		...ofOperations,
		[`nodes/HuaweiPushTrigger/${FOLDER}.json`, schemaOf(RECEIPT_FIELDS)],
	]);
}

function schemaOf(fields: OutputFields): OutputSchema {
	const properties = Object.fromEntries(
		Object.entries(fields).map(([name, type]) => [name, { type }]),
	);
	return { type: 'object', properties, version: 1 };
}

/**
 * @param dist the folder of the built package
 * @returns the number of files
 */
export function writeOutputSchemas(dist: string): number {
	const schemas = outputSchemas();
	for (const [path, schema] of schemas) {
		const file = join(dist, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${JSON.stringify(schema, null, '\t')}\n`);
	}
	return schemas.size;
}
