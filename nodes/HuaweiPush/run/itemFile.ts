/** The file of an item, from its beginning, as often as it is needed. */

import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { membersOf } from '../../../push-kit/json';
import type { FurtherColumn } from '../../../push-kit/recipients/columns';
import { readTokenFile, type TokenPortion } from '../../../push-kit/recipients/tokenFile';
import { TokenFileFault } from '../../../push-kit/recipients/tokenFileFault';
import { Breaks } from './breaks';
import { formatCount } from './outputHint';

/** Bytes that are read at a time. */
const PIECE = 262_144;

/** Tokens between two messages on the progress. */
const TOLD_EACH = 250_000;

/** Where the file of an item is, and what in it are the tokens. */
export interface ItemFile {
	readonly item: number;
	/** Name of the binary property. */
	readonly field: string;
	/** Column of a CSV or path within NDJSON; blank for one token a line. */
	readonly column: string;
	/** What is asked for beside the tokens. */
	readonly further: readonly FurtherColumn[];
}

/**
 * Reads the tokens of an item's file, with pauses for others and with its progress. Ends early when the run is
 * cancelled.
 *
 * @throws {NodeOperationError} where there is no such file
 * @throws {TokenFileFault} where it cannot be read
 */
export async function* readItemFile(
	context: IExecuteFunctions,
	{ item, field, column, further }: ItemFile,
): AsyncGenerator<TokenPortion> {
	const breaks = new Breaks();
	const isCancelled = () => context.getExecutionCancelSignal()?.aborted === true;
	// A count that was cut short is not followed by a second reading.
	if (isCancelled()) return;
	let read = 0;
	const bytes = await openFile(context, item, field);
	for await (const portion of readTokenFile(bytes, { column, further })) {
		if (isCancelled()) return;
		yield portion;
		const before = read;
		read += portion.tokens.length;
		if (tellsAt(before, read)) tellProgress(context, read);
		if (breaks.isDue) await breaks.take();
	}
}

/** What a reader of the file stumbled over, and the next step. */
export function explainBroken(error: unknown): string {
	const words = error instanceof Error ? error.message : String(error);
	return error instanceof TokenFileFault || error instanceof NodeOperationError
		? words
		: `The file could not be read (${words}). Run the workflow again from the step that makes it.`;
}

/** Whether n8n gives files out as a stream; else it holds them in memory, and stores them with the execution. */
export function isStreamed(file: unknown): file is { id: string } {
	const { id } = membersOf(file);
	return typeof id === 'string' && id !== '';
}

/** Characters of the files that n8n stores with the execution. */
export function storedCharacters(context: IExecuteFunctions): number {
	return context
		.getInputData()
		.flatMap(({ binary }) => Object.values(binary ?? {}))
		.reduce((sum, file) => sum + (isStreamed(file) ? 0 : dataOf(file).length), 0);
}

async function openFile(
	context: IExecuteFunctions,
	item: number,
	field: string,
): Promise<AsyncIterable<Uint8Array>> {
	const binary = context.getInputData()[item]?.binary ?? {};
	const file: unknown = Object.hasOwn(binary, field) ? binary[field] : undefined;
	if (file === undefined) {
		throw new NodeOperationError(context.getNode(), explainMissing(field, Object.keys(binary)));
	}
	if (isStreamed(file)) {
		return piecesOfStream(await context.helpers.getBinaryStream(file.id, PIECE));
	}
	if (typeof membersOf(file).data !== 'string') {
		throw new NodeOperationError(context.getNode(), `Input Binary Field "${field}" ${NO_FILE}`);
	}
	return piecesOf(await context.helpers.getBinaryDataBuffer(item, field));
}

const NO_FILE =
	'holds no file. A step such as Read/Write Files from Disk or HTTP Request must make it; data of a Code node becomes one with Convert to File.';

/** What n8n holds of a file in memory; a Code node may give anything. */
function dataOf(file: unknown): string {
	const { data } = membersOf(file);
	return typeof data === 'string' ? data : '';
}

function explainMissing(field: string, names: readonly string[]): string {
	const there =
		names.length === 0
			? 'this item has no file. A step that downloads or reads the file must come before this node'
			: `this item has ${names.join(', ')}. Enter that name`;
	return `Input Binary Field is "${field}", but ${there}.`;
}

async function* piecesOfStream(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
	for await (const chunk of stream) {
		if (chunk instanceof Uint8Array) yield chunk;
		else yield Buffer.from(String(chunk));
	}
}

async function* piecesOf(buffer: Buffer): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < buffer.length; start += PIECE) {
		yield await Promise.resolve(buffer.subarray(start, start + PIECE));
	}
}

function tellsAt(before: number, after: number): boolean {
	return Math.floor(before / TOLD_EACH) < Math.floor(after / TOLD_EACH);
}

function tellProgress(context: IExecuteFunctions, read: number): void {
	if (context.getMode() !== 'manual') return;
	context.sendMessageToUI(`Huawei Push Kit: ${formatCount(read)} tokens read`);
}
