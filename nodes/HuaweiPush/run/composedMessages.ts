import type { Operation } from '../actions/operation';
import type { ParameterReader } from '../parameters/parameterReader';
import { composeMessage, type ComposedMessage, type RunContext } from './composeMessage';

/** Composes each different message once, and shares what does not depend on the item. */
export class ComposedMessages {
	/** Soft faults, each with the number of messages it was found in. */
	readonly hints = new Map<string, number>();

	private readonly known = new Map<string, ComposedMessage>();

	private fixed: ComposedMessage | undefined;

	constructor(
		private readonly operation: Operation,
		private readonly reader: ParameterReader,
		private readonly run: RunContext,
	) {}

	ofPresentItem(): ComposedMessage {
		if (this.fixed !== undefined) return this.fixed;
		const message = composeMessage(this.operation, this.reader, this.run);
		// Faults may come from what is not in the body, so a faulty message stands for itself alone.
		const first = message.faults.length === 0 ? this.known.get(message.key) : undefined;
		const composed = first ?? message;
		if (first === undefined) {
			if (message.faults.length === 0) this.known.set(message.key, composed);
			for (const hint of message.hints) this.hints.set(hint, (this.hints.get(hint) ?? 0) + 1);
		}
		if (!this.reader.dependsOnItem) this.fixed = composed;
		return composed;
	}
}
