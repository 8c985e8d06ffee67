/** Which tokens have been seen, in 16 bytes a token at most: a set of strings that keeps digests, not the strings. */

/** Places of the first table, each of two lanes of 32 bits. */
const FIRST_PLACES = 1024;

/** Of four places three are taken at most: then a search looks at few. */
const FULLEST = 3 / 4;

const GROWTH = 1.5;

/**
 * A set of strings by digests of 64 bits. Two different ones of 5,000,000 share a digest once in 1,500,000 such sets.
 * Another seed has other ones.
 */
export class TokenDigests {
	/** Two lanes a place; both are 0 in a free one. */
	private table: Uint32Array;
	private taken = 0;
	private high = 0;
	private low = 0;

	/**
	 * @param seed any integer, a random one for each run
	 * @param places of the first table, fewer where most sets stay small
	 */
	constructor(
		private readonly seed: number,
		places = FIRST_PLACES,
	) {
		this.table = new Uint32Array(2 * places);
	}

	/** The number of different tokens. */
	get size(): number {
		return this.taken;
	}

	/** Bytes of memory; while it grows, the new table stands beside the old one. */
	get bytes(): number {
		return this.table.byteLength;
	}

	/** @returns whether the token is new */
	add(token: string): boolean {
		this.digest(token);
		const at = find(this.table, this.high, this.low);
		if (this.isTaken(at)) return false;
		this.table[at] = this.high;
		this.table[at + 1] = this.low;
		this.taken += 1;
		if (this.taken > (this.table.length / 2) * FULLEST) this.grow();
		return true;
	}

	has(token: string): boolean {
		this.digest(token);
		return this.isTaken(find(this.table, this.high, this.low));
	}

	/** Forgets all tokens, and keeps the memory for the next ones. */
	clear(): void {
		this.table.fill(0);
		this.taken = 0;
	}

	private isTaken(at: number): boolean {
		return this.table[at] !== 0 || this.table[at + 1] !== 0;
	}

	private grow(): void {
		const old = this.table;
		this.table = new Uint32Array(2 * Math.ceil((old.length / 2) * GROWTH));
		for (let at = 0; at < old.length; at += 2) {
			const [high = 0, low = 0] = [old[at], old[at + 1]];
			if (high === 0 && low === 0) continue;
			const free = find(this.table, high, low);
			this.table[free] = high;
			this.table[free + 1] = low;
		}
	}

	/**
	 * Two lanes over 32 bits a round. Each lane multiplies and turns by numbers of its own, so that differences which cancel
	 * out in one do not in the other. ASCII is read as bytes, in half the time; what is not by its UTF-16 units.
	 */
	private digest(token: string): void {
		const { length } = token;
		let one = this.seed ^ length;
		let two = ~this.seed ^ Math.imul(length, 0x9e3779b1);
		const { read, written } = ENCODER.encodeInto(token, BYTES);
		const isAscii = read === length && written === length;
		if (isAscii) BYTES.fill(0, length, length + 3);
		const units = isAscii ? 4 : 2;
		for (let at = 0; at < length; at += units) {
			const word = isAscii ? (WORDS[at >>> 2] ?? 0) : twoUnits(token, at);
			one = Math.imul(one ^ word, 0xcc9e2d51);
			one = (one << 13) | (one >>> 19);
			two = Math.imul(two ^ word, 0x239b961b);
			two = (two << 17) | (two >>> 15);
		}
		one = finish(one + two);
		two = finish(two + one);
		this.high = one >>> 0;
		// A free place is 0 in both lanes.
		this.low = one === 0 && two === 0 ? 1 : two >>> 0;
	}
}

/** Bytes of a token, four times as long as Huawei's; what is longer is read by its units. */
const BYTES = new Uint8Array(512);
const WORDS = new Uint32Array(BYTES.buffer);
const ENCODER = new TextEncoder();

function twoUnits(token: string, at: number): number {
	// Behind the end there is NaN, which is 0 as bits.
	return token.charCodeAt(at) | (token.charCodeAt(at + 1) << 16);
}

/** The place of a digest, or the free one where it belongs. */
function find(table: Uint32Array, high: number, low: number): number {
	const places = table.length / 2;
	let place = Math.floor((high * places) / 2 ** 32);
	for (;;) {
		const at = 2 * place;
		const there = table[at] ?? 0;
		const beside = table[at + 1] ?? 0;
		if ((there === high && beside === low) || (there === 0 && beside === 0)) return at;
		place = place + 1 === places ? 0 : place + 1;
	}
}

/** The end of MurmurHash3: every bit comes to bear on all others. */
function finish(hash: number): number {
	let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return mixed ^ (mixed >>> 16);
}
