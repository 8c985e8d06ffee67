/** JSON as people paste it, and what to say when it is none. */

import { isTooDeep } from '../../../push-kit/json';

/** Three backticks or tildes, with the name of a language behind the first, as chats and models write it. */
const FENCE_BEGIN = /^(```|~~~)[A-Za-z0-9]{0,20}(?=[\s{["])/;

/** What is wrong with a text that is no JSON, the likeliest cause first. */
const CAUSES: ReadonlyArray<readonly [RegExp, string]> = [
	[
		/^(?:```|~~~)/,
		'It begins with a code fence that is not closed or has text behind it: paste only what stands between the two fences.',
	],
	[
		/^[^[{"\-\dtfn]/,
		'It must begin with { : paste the object alone, without a sentence or a name before it.',
	],
	[
		/[{[,:]\s*'|'\s*[:,\]}]/,
		'Names and texts stand in single quotes: JSON wants double quotes (").',
	],
	[
		/[{[,:]\s*[“”„‘’]|[“”„‘’]\s*[:,\]}]/,
		'Names and texts stand in typographic quotes: JSON wants straight double quotes (").',
	],
	[/,\s*[}\]]/, 'There is a comma before a closing } or ]: take it out.'],
	[/(?:^|[\s,}\]])\/[/*]/, 'It has comments: JSON has none, take them out.'],
	[
		/[:[,]\s*(?:True|False|None|undefined|NaN|nil)\b/,
		'It has words of another language: JSON knows true, false and null only.',
	],
	[/[{,]\s*[A-Za-z_$][\w$]*\s*:/, 'A name has no quotes: JSON wants {"name": ...}.'],
];

/** The value of a JSON text; `problem` ends a sentence that begins with the field's name. */
export function parseJsonText(text: string): { value?: unknown; problem?: string } {
	// `trim` takes off a byte order mark, too.
	const bare = withoutFence(text.trim());
	try {
		return checkDepth(JSON.parse(bare));
	} catch (error) {
		const cause = error instanceof Error ? error.message : String(error);
		return { problem: `is not valid JSON: ${cause.slice(0, 200)}. ${adviceOn(bare)}` };
	}
}

const TOO_DEEP =
	'is nested more than 100 levels deep, which no message of Huawei is: give the one object that is meant.';

/** A value as it stands, unless it is nested so deeply that reading it would fail. */
export function checkDepth(value: unknown): { value?: unknown; problem?: string } {
	return isTooDeep(value) ? { problem: TOO_DEEP } : { value };
}

function withoutFence(text: string): string {
	const [begin, mark = ''] = FENCE_BEGIN.exec(text) ?? [];
	if (begin === undefined || !text.endsWith(mark) || text.length < begin.length + mark.length) {
		return text;
	}
	return text.slice(begin.length, -mark.length).trim();
}

/** The longest text whose cause is looked for: a message of Huawei's is far shorter. */
const LONGEST = 20_000;

function adviceOn(text: string): string {
	const sample = text.slice(0, LONGEST);
	return (
		CAUSES.find(([pattern]) => pattern.test(sample))?.[1] ??
		'Names and texts need double quotes, and nothing may follow the last }.'
	);
}

/** Added where values were set into the JSON by expressions: the likeliest cause. */
export const BROKEN_BY_VALUE =
	' A value that was set in by {{ }} may hold a quote or a line break: write {{ JSON.stringify($json.name) }} without quotes around it, or turn the whole field into one expression that gives an object.';
