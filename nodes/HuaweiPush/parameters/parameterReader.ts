import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject, memberOf, textOf } from '../../../push-kit/json';
import { readPath } from '../../../push-kit/path';
import { trimInvisible } from '../../../push-kit/visibleText';
import { compilePlainExpression, UNSURE, type PlainExpression } from './plainExpression';
import { isRewritten, narrow, type Notation } from './notation';
import { ONE_MESSAGE_A_FILE } from './rowFields';
import { readTemplate, type Piece } from './template';
import { isTool } from './toolUse';

/** What a parameter holds for an item, or why nobody can tell. */
export interface Resolved {
	readonly value: unknown;
	/** What is wrong, as the end of a sentence that begins with the field's name. */
	readonly problem?: string;
}

const RAW: Notation = { kind: 'raw' };

/**
 * Reads the node's parameters: once for all items where nothing in the stored value depends on the item, else
 * once per item. An expression costs n8n's engine about 0.3 ms, a copy of a value nothing.
 */
export class ParameterReader {
	/** `getNode()` copies the node at each call, so it is asked once. */
	private readonly stored: IDataObject;

	/** Values of `stored` by path: every item asks for the same ones. */
	private readonly raws = new Map<string, unknown>();

	/** By the stored text: it is cut into pieces once. */
	private readonly templates = new Map<string, readonly Piece[]>();

	/** By the stored text, too; `undefined` for those that only n8n can read. */
	private readonly plain = new Map<string, PlainExpression | undefined>();

	private readonly isTool: boolean;

	private item = 0;
	private json: IDataObject = {};

	private varies = false;

	constructor(private readonly context: IExecuteFunctions) {
		this.stored = { ...context.getNode().parameters };
		this.isTool = isTool(context);
	}

	/** Whether anything read since `startItem` could be different for another item. */
	get dependsOnItem(): boolean {
		return this.varies;
	}

	/** @param json the item's data, in which merge fields are looked up */
	startItem(item: number, json: IDataObject): void {
		this.item = item;
		this.json = json;
		this.varies = false;
	}

	/** The value as the workflow has it, expressions unresolved; `undefined` where it is not shown. */
	rawValue(path: string): unknown {
		const read = () => path.split('.').reduce<unknown>(memberOf, this.stored);
		if (!this.raws.has(path)) this.raws.set(path, read());
		return this.raws.get(path);
	}

	/** All stored values whose names do not say otherwise, expressions unresolved. */
	rawValuesExcept(names: ReadonlySet<string>): unknown[] {
		return Object.entries(this.stored).flatMap(([name, raw]) => (names.has(name) ? [] : [raw]));
	}

	/** The value for the present item; `undefined` where the parameter is not shown. */
	value(path: string): unknown {
		return this.evaluate(path, this.rawValue(path));
	}

	/** The value of a text's field for the present item, by what may stand in it. */
	resolve(path: string, notation: Notation = RAW): Resolved {
		const raw = this.rawValue(path);
		if (typeof raw !== 'string' || notation.kind === 'raw' || !/\{\{|\[/.test(raw)) {
			return checked(raw, this.evaluate(path, raw));
		}
		const isExpression = raw.startsWith('=');
		const stored = this.piecesOf(isExpression ? raw.slice(1) : raw);
		const pieces = stored.map((piece) => narrow(piece, notation, isExpression, path));
		const needsReading = pieces.some(
			(piece, index) =>
				piece.kind === 'merge' || piece.kind === 'path' || isRewritten(piece, stored[index]),
		);
		// Nothing but n8n's own: n8n reads it whole, and gives whatever type it has.
		if (isExpression && !needsReading) return checked(raw, this.evaluate(path, raw));
		const stranger = isExpression ? undefined : pieces.find(({ kind }) => kind === 'braces');
		if (stranger?.kind === 'braces')
			return { value: undefined, problem: refuseFixed(stranger.source) };
		if (pieces.some(({ kind }) => kind !== 'text')) this.varies = true;
		return this.join(pieces);
	}

	private join(pieces: readonly Piece[]): Resolved {
		const [only] = pieces;
		if (pieces.length === 1 && only?.kind === 'path') {
			return { value: readPath(this.json, only.path) };
		}
		let text = '';
		for (const piece of pieces) {
			const { value, problem } = this.readPiece(piece);
			if (problem !== undefined) return { value, problem };
			// As n8n joins a text.
			text += value === undefined || value === null || Number.isNaN(value) ? '' : textOf(value);
		}
		return refuseObjects(text);
	}

	private readPiece(piece: Piece): Resolved {
		if (piece.kind === 'text') return { value: piece.text };
		if (piece.kind === 'path') return { value: readPath(this.json, piece.path) };
		if (piece.kind === 'braces') {
			const plain = this.readPlain(`=${piece.source}`);
			if (plain !== UNSURE) return { value: plain };
			return { value: this.context.evaluateExpression(piece.source, this.item) };
		}
		const { name, fallback } = piece;
		const value = memberOf(this.json, name);
		if (typeof value === 'object' && value !== null) {
			return {
				value: undefined,
				problem: `asks for {{${name}}}, but ${name} is an object or a list.`,
			};
		}
		const isFilled = value !== undefined && value !== null && !Number.isNaN(value);
		if (isFilled && trimInvisible(textOf(value)) !== '') return { value };
		if (fallback !== undefined) return { value: fallback };
		return {
			value: undefined,
			problem: this.readsFile
				? `asks for {{${name}}}, ${ONE_MESSAGE_A_FILE}`
				: `asks for {{${name}}}, but this item has no ${name}. Fill it in, or write {{${name}|…}} with what shall stand there instead.`,
		};
	}

	/** Whether an item is a file of customers, not a customer. */
	private get readsFile(): boolean {
		return this.rawValue('recipients') === 'file';
	}

	private piecesOf(template: string): readonly Piece[] {
		const known = this.templates.get(template) ?? readTemplate(template);
		this.templates.set(template, known);
		return known;
	}

	private evaluate(path: string, raw: unknown): unknown {
		if (!hasExpression(raw)) return raw;
		this.varies = true;
		const plain = this.readPlain(raw);
		return plain === UNSURE ? this.context.getNodeParameter(path, this.item, undefined) : plain;
	}

	/** A stored value with expressions, at any depth, without n8n's engine; `UNSURE` where only that can tell. */
	private readPlain(raw: unknown): unknown {
		if (this.isTool) return UNSURE;
		if (typeof raw === 'string') return raw.startsWith('=') ? this.readExpression(raw) : raw;
		if (Array.isArray(raw)) {
			const list = raw.map((entry) => this.readPlain(entry));
			return list.includes(UNSURE) ? UNSURE : list;
		}
		if (!isObject(raw)) return raw;
		const members = Object.entries(raw).map(([name, member]) => [name, this.readPlain(member)]);
		return members.some(([, member]) => member === UNSURE) ? UNSURE : Object.fromEntries(members);
	}

	private readExpression(raw: string): unknown {
		if (!this.plain.has(raw)) this.plain.set(raw, compilePlainExpression(raw));
		const read = this.plain.get(raw);
		return read === undefined ? UNSURE : read(this.json);
	}
}

/** Characters of an expression that an error quotes. */
const LONGEST_SHOWN = 100;

function refuseFixed(source: string): string {
	const shown = source.length > LONGEST_SHOWN ? `${source.slice(0, LONGEST_SHOWN)}…` : source;
	return `holds ${shown} as plain text, so that it would be sent as it stands. Switch the field to Expression (above the field, beside Fixed) or, for a field of the item, write {{ $json.name }} or drag it from the input.`;
}

function checked(raw: unknown, value: unknown): Resolved {
	return typeof raw === 'string' && raw.startsWith('=') && typeof value === 'string'
		? refuseObjects(value)
		: { value };
}

/** What JavaScript makes of an object in the midst of a text. */
function refuseObjects(text: string): Resolved {
	if (!text.includes('[object Object]')) return { value: text };
	return {
		value: undefined,
		problem:
			'has an object in its text, which would be sent as [object Object]. Choose a single field of it, such as {{ $json.name.first }}.',
	};
}

/** Whether n8n would evaluate anything in a stored value: a string that begins with `=`, at any depth. */
export function hasExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	if (Array.isArray(raw)) return raw.some(hasExpression);
	return isObject(raw) && Object.values(raw).some(hasExpression);
}
