/**
 * Templates as people write them, read from the stored value of a parameter and from nothing else: what came
 * from an item, an expression or a language model is never looked at again.
 */

/** A piece of a template, in order; `source` is how it was typed, with its braces. */
export type Piece =
	| { readonly kind: 'text'; readonly text: string }
	/** `{{ $json.path }}` in its plain forms. */
	| { readonly kind: 'path'; readonly path: string; readonly source: string }
	/** `{{name}}` or `{{name|there}}`, looked up in the item. */
	| {
			readonly kind: 'merge';
			readonly name: string;
			readonly fallback?: string;
			readonly source: string;
	  }
	/** Anything else in double braces. */
	| { readonly kind: 'braces'; readonly source: string };

/** Placeholders of Huawei's devices: `{{status}}`, which people may write `[status]`. */
export interface PlaceholderNotation {
	readonly words: ReadonlySet<string>;
	/** Parameters in whose text the devices look for them, by path. */
	readonly texts: RegExp;
}

/** What looks like a field or an expression whose end was forgotten. */
const ATTEMPT = /^\s*[\p{L}_$]/u;

const WORD = /^\s*([\p{L}_][\p{L}\p{M}\p{N}_]*)\s*(?:\|(?!\|)([\s\S]*))?$/u;

const PATH =
	/^\s*\$json((?:\.[\p{L}_$][\p{L}\p{M}\p{N}_$]*|\[\d+\]|\["[^"\\]*"\]|\['[^'\\]*'\])+)\s*$/u;

/** Variables and functions of n8n's expressions. An app's own `{{ $t('key') }}` is none. */
const N8N_NAME =
	/\b(?:DateTime|Duration|Interval|Math|JSON|Object|Date)\.\w|\bnew\s+Date\b|\$(?:json|input|node|items?|itemIndex|binary|now|today|vars|env|secrets|workflow|execution|prevNode|runIndex|parameter|position|jmespath|fromAI|ifEmpty|if|min|max|response|request|pageCount|evaluateExpression|getPairedItem|agentInfo|nodeVersion|nodeId|webhookId|self|data|mode|thisItem\w*)\b|\$\(/;

/** Words that mean something to JavaScript or n8n itself: never a field of the item. */
const RESERVED: ReadonlySet<string> = new Set(
	[
		'true false null undefined NaN Infinity this new typeof void delete in of instanceof let const var',
		'function class return if else for while do switch case break continue throw try catch finally',
		'async await yield import export super default debugger with eval arguments globalThis window self',
		'document console Object Array String Number Boolean Symbol BigInt Function Math Date JSON RegExp',
		'Map Set WeakMap WeakSet Promise Proxy Reflect Intl Error TypeError RangeError ArrayBuffer',
		'Uint8Array DateTime Duration Interval Buffer parseInt parseFloat isNaN isFinite escape unescape',
		'encodeURI encodeURIComponent decodeURI decodeURIComponent extend extendOptional',
	].flatMap((words) => words.split(' ')),
);

/** Cuts a template into its pieces, in linear time. */
export function readTemplate(template: string): Piece[] {
	const pieces: Piece[] = [];
	let end = 0;
	for (let open = template.indexOf('{{'); open >= 0; open = template.indexOf('{{', end)) {
		const close = template.indexOf('}}', open + 2);
		// As in n8n, what is not closed runs to the end.
		if (close < 0 && !ATTEMPT.test(template.slice(open + 2))) break;
		if (open > end) pieces.push({ kind: 'text', text: template.slice(end, open) });
		end = close < 0 ? template.length : close + 2;
		const source = template.slice(open, end);
		pieces.push(close < 0 ? { kind: 'braces', source } : readBraces(source, source.slice(2, -2)));
	}
	if (end < template.length) pieces.push({ kind: 'text', text: template.slice(end) });
	return pieces;
}

function readBraces(source: string, inner: string): Piece {
	const path = PATH.exec(inner)?.[1];
	if (path !== undefined) return { kind: 'path', path: path.replace(/^\./, ''), source };
	const [, name, fallback] = WORD.exec(inner) ?? [];
	if (name === undefined || RESERVED.has(name)) return { kind: 'braces', source };
	const otherwise = fallback !== undefined && { fallback: fallback.trim() };
	return { kind: 'merge', name, ...otherwise, source };
}

/** Whether a piece in braces is meant for n8n, and not for the app or Huawei. */
export function isN8nExpression(piece: Piece): boolean {
	return piece.kind === 'braces' && N8N_NAME.test(piece.source);
}

/** A text with `[status]` in Huawei's form. */
export function writePlaceholders(text: string, { words }: PlaceholderNotation): string {
	return text.replace(/\[([A-Za-z]+)\]/g, (typed, word: string) =>
		words.has(word) ? `{{${word}}}` : typed,
	);
}
