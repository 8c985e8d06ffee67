/** Unpacks gzip as it arrives, without Node.js's own modules, which a verified node may not import. */

import { TokenFileFault } from './tokenFileFault';

/** Whether the first bytes of a file are those of gzip. */
export function isGzip(head: Uint8Array): boolean {
	return head[0] === 0x1f && head[1] === 0x8b;
}

const DAMAGED =
	'The gzip file is damaged or cut off. Pack or download it again, or hand over the unpacked file.';

/**
 * The unpacked bytes of a gzip file, of all its members. Reads on only as its own reader does, so that a file
 * which grows without end when unpacked takes no more memory than any other.
 *
 * @throws {TokenFileFault} while iterating, if the file is damaged; errors of `bytes` pass as they are
 */
export async function* gunzip(bytes: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	const { writable, readable } = new DecompressionStream('gzip');
	const reader = readable.getReader();
	const source: Source = { bytes };
	void feed(source, writable.getWriter());
	try {
		for (;;) {
			const { done, value } = await reader.read().catch(() => {
				// What the file's own storage said tells more than that the rest is missing.
				throw source.failure ?? new TokenFileFault(DAMAGED);
			});
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

interface Source {
	readonly bytes: AsyncIterator<Uint8Array>;
	/** What ended it too early. */
	failure?: Error;
}

/** A `WritableStreamDefaultWriter` of bytes, whose type is another one in Node.js and in browsers. */
interface Writer {
	readonly ready: Promise<unknown>;
	readonly closed: Promise<unknown>;
	write(bytes?: object): Promise<void>;
	close(): Promise<void>;
	abort(reason: Error): Promise<void>;
}

/** Writes all bytes, as fast as they are taken. Never rejects: what goes wrong is told to the reader. */
async function feed(source: Source, writer: Writer): Promise<void> {
	writer.closed.catch(() => undefined);
	try {
		for (;;) {
			const { done, value } = await nextOf(source);
			await writer.ready;
			if (done === true) return await writer.close();
			await writer.write(value);
		}
	} catch {
		if (source.failure !== undefined) await writer.abort(source.failure).catch(() => undefined);
	}
}

async function nextOf(source: Source): Promise<IteratorResult<Uint8Array>> {
	try {
		return await source.bytes.next();
	} catch (error) {
		source.failure = error instanceof Error ? error : new Error(String(error));
		throw source.failure;
	}
}
