import { PATHS, type Operation } from './paths';
import { SCHEMAS } from './schemas';

const JSON_TYPE = 'application/json';

function describeParameters(path: string, { query = {} }: Operation) {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' },
	}));
	const inQuery = Object.entries(query).map(([name, description]) => ({
		name,
		in: 'query',
		description,
		schema: { type: 'string' },
	}));
	return [...inPath, ...inQuery];
}

function describeOperation(path: string, operation: Operation) {
	const { summary, body, optionalBody, refusals = {}, produces = JSON_TYPE } = operation;
	const refused = Object.entries(refusals).map(([status, description]) => [
		status,
		{
			description,
			content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Error' } } },
		},
	]);
	return {
		summary,
		parameters: describeParameters(path, operation),
		...(body && {
			requestBody: {
				required: !optionalBody,
				content: { [JSON_TYPE]: { schema: { $ref: `#/components/schemas/${body}` } } },
			},
		}),
		responses: {
			200: { description: 'Done', content: { [produces]: {} } },
			...Object.fromEntries(refused),
		},
	};
}

/** The OpenAPI document of everything under `/sandbox`. */
export function buildOpenApi(url: string) {
	const paths = Object.entries(PATHS).map(([path, methods]) => [
		path,
		Object.fromEntries(
			Object.entries(methods).map(([method, operation]) => [
				method,
				describeOperation(path, operation),
			]),
		),
	]);
	return {
		openapi: '3.1.0',
		info: {
			title: 'Push Kit sandbox',
			version: '1',
			description:
				"What arrived at the sandbox and how it behaves. Push Kit's own URLs are Huawei's to document.",
		},
		servers: [{ url }],
		paths: Object.fromEntries(paths),
		components: {
			schemas: {
				...SCHEMAS,
				Error: {
					type: 'object',
					required: ['error'],
					properties: { error: { type: 'string' } },
				},
			},
		},
	};
}
