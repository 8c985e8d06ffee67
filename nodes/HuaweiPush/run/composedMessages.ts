import { STEP, type Steps } from '../../../push-kit/steps';
import type { Operation } from '../actions/operation';
import type { ParameterReader } from '../parameters/parameterReader';
import { composeMessage, type ComposedMessage, type RunContext } from './composeMessage';
import type { ChosenVariant, ChooseVariant } from './itemVariants';

/**
 * Different sentences that a run tells: a sentence may quote a text, which may be another for each customer. As many
 * again are told that are of a kind not told before, so that twenty alike do not hide what one customer has.
 */
const MOST_HINTS = 20;
/** What a sentence quotes stands ahead of its advice: two that end alike, in so many characters, are of one kind. */
const END = 24;
const FURTHER_HINTS = 'There are further hints in other words, which are not listed.';

/** Composes each different message once, and shares what does not depend on the item. */
export class ComposedMessages {
	/** Soft faults, each with the number of messages it was found in. */
	readonly hints = new Map<string, number>();

	private readonly kinds = new Set<string>();

	private readonly known = new Map<string, ComposedMessage>();

	/** By the name of the variant. */
	private readonly fixed = new Map<string | undefined, ComposedMessage>();

	constructor(
		private readonly operation: Operation,
		private readonly reader: ParameterReader,
		private readonly run: RunContext,
	) {}

	/**
	 * The message of each token; only one, for all of them, where there are no variants. Stops after every `STEP`
	 * tokens.
	 *
	 * @param restart begins the item anew: what its tokens and variant were read from is no part of the message
	 */
	*ofTokens(
		tokens: readonly string[],
		choose: ChooseVariant | undefined,
		restart: () => void,
	): Steps<readonly ComposedMessage[]> {
		const compose = (variant?: ChosenVariant) => {
			restart();
			return this.ofPresentItem(variant);
		};
		if (choose === undefined) return [compose()];
		const ofItem = new Map<string, ComposedMessage>();
		const messages: ComposedMessage[] = [];
		for (const token of tokens) {
			const variant = choose(token);
			const message = ofItem.get(variant.name) ?? compose(variant);
			ofItem.set(variant.name, message);
			messages.push(message);
			if (messages.length % STEP === 0) yield;
		}
		return messages;
	}

	/** @param variant of the item, where it has any */
	ofPresentItem(variant?: ChosenVariant): ComposedMessage {
		const fixed = this.fixed.get(variant?.name);
		if (fixed !== undefined) return fixed;
		const message = composeMessage(this.operation, this.reader, this.run, variant);
		// Faults may come from what is not in the body, so a faulty message stands for itself alone.
		const first = message.faults.length === 0 ? this.known.get(message.key) : undefined;
		const composed = first ?? message;
		if (first === undefined) {
			if (message.faults.length === 0) this.known.set(message.key, composed);
			for (const hint of message.hints) this.addHint(hint);
		}
		if (!this.reader.dependsOnItem) this.fixed.set(variant?.name, composed);
		return composed;
	}

	private addHint(sentence: string): void {
		const { hints, kinds } = this;
		const kind = sentence.slice(-END);
		const isNewKind = !kinds.has(kind) && kinds.size < MOST_HINTS;
		const isTold = hints.has(sentence) || hints.size < MOST_HINTS || isNewKind;
		if (isTold) kinds.add(kind);
		const told = isTold ? sentence : FURTHER_HINTS;
		hints.set(told, (hints.get(told) ?? 0) + 1);
	}
}
