/** Where the tokens of a run come from: lists that are at hand, or a source that is too long to hold. */

/** Tokens that get one message: all of them, or a part. */
export interface Portion<M> {
	readonly message: M;
	/** Without repetition within all portions of the message. */
	readonly tokens: readonly string[];
}

export interface Supply<M, P extends Portion<M> = Portion<M>> {
	/** Tokens of all portions together, for the progress. */
	readonly total: number;
	/** The next portion, in order; `undefined` when there is none left. Whatever it throws ends the run. */
	next(): Promise<P | undefined>;
}

/** What is at hand already. */
export function supplyOf<M, P extends Portion<M>>(portions: readonly P[]): Supply<M, P> {
	const left = portions.values();
	return {
		total: portions.reduce((sum, { tokens }) => sum + tokens.length, 0),
		next: async () => await Promise.resolve(left.next().value),
	};
}

/**
 * What comes bit by bit.
 *
 * @param total tokens of all portions together
 */
export function supplyFrom<M, P extends Portion<M>>(
	total: number,
	portions: AsyncIterator<P, undefined>,
): Supply<M, P> {
	return {
		total,
		next: async () => {
			const { done, value } = await portions.next();
			return done === true ? undefined : value;
		},
	};
}

/** A supply until it is dry or breaks: what is under way is not lost by that. */
export class Feed<P extends Portion<unknown>> {
	private isDry = false;

	private given = 0;

	/** What the supply broke with. */
	broken: unknown;

	constructor(private readonly supply: Supply<unknown, P>) {}

	/** Whether it ended before it had given all that was counted. */
	get isShort(): boolean {
		return this.isDry && this.given < this.supply.total;
	}

	/** The next portion; never throws. */
	async next(): Promise<P | undefined> {
		if (this.isDry) return undefined;
		try {
			const portion = await this.supply.next();
			this.isDry = portion === undefined;
			this.given += portion?.tokens.length ?? 0;
			return portion;
		} catch (error) {
			this.isDry = true;
			this.broken = error ?? new Error('The list could not be read to its end.');
			return undefined;
		}
	}
}
