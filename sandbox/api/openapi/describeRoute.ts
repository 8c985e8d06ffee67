import type { ArrivalQuery } from '../arrivalFilter';
import type { SchemaName } from './schemas';

/** One route in short. */
export interface RouteDescription {
	summary: string;
	/** Query parameters with what they mean. */
	query?: Readonly<Record<string, string>>;
	body?: SchemaName;
	/** The body may be left out. */
	optionalBody?: true;
	/** Statuses besides 200, with their reason. */
	refusals?: Readonly<Record<number, string>>;
	/** 200 is not JSON. */
	produces?: string;
}

/** Marks a route whose body may be left out, until the document is whole. */
export const OPTIONAL_BODY = 'x-optional-body';

export const NOT_FOUND = { 404: 'There is nothing with this id' };
export const WRONG_BODY = { 400: 'The body is wrong; "error" says where' };
export const TOKENS = 'false leaves out lists of tokens and bodies';

/** What every list of arrivals can be asked for. */
export const ARRIVAL_QUERY: Readonly<Record<keyof ArrivalQuery, string>> = {
	type: 'Message type, push-type, revocation or imageCheck',
	token: 'Exact push token',
	biTag: 'Exact batch tag',
	code: 'Code of the answer',
	outcome: 'accepted, partly, refused, noAnswer, or notShown: accepted but on no screen',
	text: 'Part of the body',
	after: 'Only higher ids',
	limit: 'Only the newest so many',
	offset: 'Leaves out so many of the newest',
	tokens: TOKENS,
};

/**
 * The schema of a route: it stands with the route and is its documentation. Nothing is judged by it,
 * for the readers of the sandbox refuse in words of their own (`documentOnly`).
 */
export function describeRoute({
	summary,
	query,
	body,
	optionalBody,
	refusals = {},
	produces = 'application/json',
}: RouteDescription) {
	const refused = Object.entries(refusals).map(([status, description]) => [
		status,
		{ description, content: { 'application/json': { schema: { $ref: 'Error#' } } } },
	]);
	return {
		summary,
		...(query && {
			querystring: {
				type: 'object',
				properties: Object.fromEntries(
					Object.entries(query).map(([name, description]) => [
						name,
						{ type: 'string', description },
					]),
				),
			},
		}),
		...(body && {
			body: {
				content: { 'application/json': { schema: { $ref: `${body}#` } } },
			},
		}),
		...(optionalBody && { [OPTIONAL_BODY]: true }),
		response: {
			200: { description: 'Done', content: { [produces]: { schema: {} } } },
			...Object.fromEntries(refused),
		},
	};
}
