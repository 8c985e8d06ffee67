import {
	isN8nExpression,
	writePlaceholders,
	type Piece,
	type PlaceholderNotation,
} from './template';

/**
 * How a stored value is read. `prose` may hold merge fields; `plain` and `prose` understand a `$json` path that
 * was left in Fixed mode and refuse any other expression there; `raw` is handed on as it stands.
 */
export interface Notation {
	readonly kind: 'prose' | 'plain' | 'raw';
	/** Placeholders that stay, because Huawei's devices replace them. */
	readonly placeholders?: PlaceholderNotation;
}

/** A piece as the notation has it: what it does not read is text for the app or for Huawei. */
export function narrow(
	piece: Piece,
	{ kind, placeholders }: Notation,
	isExpression: boolean,
	path: string,
): Piece {
	if (piece.kind === 'text') {
		if (placeholders === undefined || !placeholders.texts.test(path)) return piece;
		return { kind: 'text', text: writePlaceholders(piece.text, placeholders) };
	}
	if (piece.kind === 'merge') {
		const { name, source } = piece;
		// With words of its own behind the |, it is no placeholder of Huawei's.
		if (piece.fallback === undefined && placeholders?.words.has(name) === true) {
			// As Huawei's devices look for it, without blanks.
			return { kind: 'text', text: `{{${name}}}` };
		}
		if (kind === 'prose') return piece;
		return isExpression ? { kind: 'braces', source } : { kind: 'text', text: source };
	}
	if (piece.kind === 'path') {
		// With other pieces n8n reads the whole; only what was left in Fixed mode is read here.
		return isExpression ? { kind: 'braces', source: piece.source } : piece;
	}
	// In a text for people nothing in double braces is meant to be seen.
	if (piece.kind === 'braces' && !isExpression && kind === 'plain' && !isN8nExpression(piece)) {
		return { kind: 'text', text: piece.source };
	}
	return piece;
}

/** Whether a piece is not what n8n would make of the stored one. */
export function isRewritten(piece: Piece, stored: Piece | undefined): boolean {
	if (piece.kind !== 'text') return false;
	return stored?.kind !== 'text' || stored.text !== piece.text;
}
