/** A file as it arrives from a disk or a network: in chunks. */
export async function* inChunks(
	content: string | Uint8Array,
	chunkBytes = 64 * 1024,
): AsyncGenerator<Uint8Array> {
	const bytes = Buffer.from(content);
	for (let at = 0; at < bytes.length; at += chunkBytes) {
		yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
	}
}
