/** JSON cut into pieces of one colour each. */

export type JsonKind = 'key' | 'text' | 'number' | 'word' | 'rest';

export interface JsonToken {
	kind: JsonKind;
	text: string;
}

const PATTERN =
	/(?<text>"(?:\\.|[^"\\])*"?)(?<colon>\s*:)?|(?<number>-?\d[\d.eE+-]*)|(?<word>true|false|null)/g;

function nameKind({ text, colon, number }: Record<string, string | undefined>): JsonKind {
	if (text !== undefined) return colon === undefined ? 'text' : 'key';
	return number === undefined ? 'word' : 'number';
}

/** The pieces of a JSON text, in order: together they are the text. It may end anywhere. */
export function splitJson(json: string): JsonToken[] {
	const tokens: JsonToken[] = [];
	let end = 0;
	const addRest = (until: number) => {
		if (until > end) tokens.push({ kind: 'rest', text: json.slice(end, until) });
	};
	for (const match of json.matchAll(PATTERN)) {
		addRest(match.index);
		const { text = match[0], colon = '' } = match.groups ?? {};
		tokens.push({ kind: nameKind(match.groups ?? {}), text: colon ? text : match[0] });
		if (colon) tokens.push({ kind: 'rest', text: colon });
		end = match.index + match[0].length;
	}
	addRest(json.length);
	return tokens;
}
