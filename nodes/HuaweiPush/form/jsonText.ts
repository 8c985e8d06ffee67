/** JSON as people paste it, and what to say when it is none. */

/** Three backticks or tildes, with the name of a language behind the first, as chats and models write it. */
const FENCE = /^\s*(```|~~~)[A-Za-z0-9]*\s*\n([\s\S]*?)\n?\s*\1\s*$/;

/** The value of a JSON text; `problem` ends a sentence that begins with the field's name. */
export function parseJsonText(text: string): { value?: unknown; problem?: string } {
	const bare = FENCE.exec(text)?.[2] ?? text;
	try {
		return { value: JSON.parse(bare) };
	} catch (error) {
		const cause = error instanceof Error ? error.message : String(error);
		return {
			problem: `is not valid JSON: ${cause.slice(0, 200)}. Names and texts need double quotes, and nothing may follow the last }.`,
		};
	}
}

/** Added where values were set into the JSON by expressions: the likeliest cause. */
export const BROKEN_BY_VALUE =
	' A value that was set in by {{ }} may hold a quote or a line break: write {{ JSON.stringify($json.name) }} without quotes around it, or turn the whole field into one expression that gives an object.';
