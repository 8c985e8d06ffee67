import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

import { isObject } from '../../rules/fields';
import { OPTIONAL_BODY } from './describeRoute';
import { SCHEMAS } from './schemas';

/** Schemas document the routes: nothing is refused by them, and nothing left out of an answer. */
function documentOnly(app: FastifyInstance): void {
	app.setValidatorCompiler(() => () => true);
	app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
}

/** The plugin takes every body for a required one. */
function markOptionalBody(operation: unknown): void {
	if (!isObject(operation) || !isObject(operation.requestBody)) return;
	if (operation[OPTIONAL_BODY]) operation.requestBody.required = false;
	delete operation[OPTIONAL_BODY];
}

/**
 * Gathers the OpenAPI document of everything under `/sandbox` from the schemas of the routes that
 * are added after this. Push Kit's own URLs are Huawei's to document.
 */
export function documentRoutes(app: FastifyInstance): void {
	documentOnly(app);
	for (const [$id, schema] of Object.entries(SCHEMAS)) app.addSchema({ $id, ...schema });
	void app.register(swagger, {
		openapi: {
			openapi: '3.1.0',
			info: {
				title: 'Push Kit sandbox',
				version: '1',
				description:
					"What arrived at the sandbox and how it behaves. Push Kit's own URLs are Huawei's to document.",
			},
		},
		refResolver: {
			buildLocalReference: (schema, _base, _fragment, index) =>
				typeof schema.$id === 'string' ? schema.$id : `schema${index}`,
		},
		transformObject: (document) => {
			if (!('openapiObject' in document)) return document.swaggerObject;
			const { openapiObject } = document;
			for (const methods of Object.values(openapiObject.paths ?? {})) {
				for (const operation of Object.values(methods ?? {})) markOptionalBody(operation);
			}
			return openapiObject;
		},
		transform: ({ schema, url }) => ({
			schema: { ...schema, hide: !url.startsWith('/sandbox') },
			url,
		}),
	});
}

/** The document, once all routes are there. */
export function readDocument(app: FastifyInstance, url: string): object {
	return { ...app.swagger(), servers: [{ url }] };
}
