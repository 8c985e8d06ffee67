/** What the sandbox answers, in its own types; nothing is said twice here. */
export type * from '../../api/shapes';

/** Thrown with the sandbox's own words when it refuses a request. */
class ApiError extends Error {}

/** Calls the REST API: `call('PUT', 'devices/abc', {...})`. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
	const response = await fetch(path === '' ? '/sandbox' : `/sandbox/${path}`, {
		method,
		...(body !== undefined && {
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json' },
		}),
	});
	const answer = (await response.json()) as T & { error?: string };
	if (!response.ok) throw new ApiError(answer.error ?? `The sandbox answered ${response.status}.`);
	return answer;
}

export const read = async <T>(path: string): Promise<T> => await call<T>('GET', path);

export const writeError = (error: unknown): string =>
	error instanceof ApiError ? error.message : 'The sandbox does not answer. Is it still running?';
