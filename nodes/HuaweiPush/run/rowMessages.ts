/** The messages that the rows of a file may get: one for all of them, or one for each variant. */

import type { IDataObject } from 'n8n-workflow';

import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { Operation } from '../actions/operation';
import type { ParameterReader } from '../parameters/parameterReader';
import { ComposedMessages } from './composedMessages';
import type { ComposedMessage, RunContext } from './composeMessage';
import type { ChosenVariant, ItemVariants } from './itemVariants';

/** A message that goes to rows of a file. */
export interface RowMessage {
	readonly composed: ComposedMessage;
	/** The same for whichever of its tokens. */
	readonly identified: OutgoingMessage;
}

/** The messages of an item with a file. */
export interface ItemMessages {
	/** The same for items whose messages differ in nothing. */
	readonly kind: string;
	readonly campaignId?: string;
	/** @param variant `undefined` where there are none */
	of(variant: ChosenVariant | undefined): RowMessage;
}

export class RowMessages {
	private readonly composed: ComposedMessages;

	private readonly identified = new Map<ComposedMessage, OutgoingMessage>();

	private readonly variants: ReadonlyArray<ChosenVariant | undefined>;

	constructor(
		private readonly reader: ParameterReader,
		{
			operation,
			run,
			variants,
		}: { operation: Operation; run: RunContext; variants?: ItemVariants },
	) {
		this.composed = new ComposedMessages(operation, reader, run);
		this.variants = variants?.all ?? [undefined];
	}

	/** Soft faults, each with the number of messages it was found in. */
	get hints(): Map<string, number> {
		return this.composed.hints;
	}

	/** Of an item with a file. Those with faults are among them: a variant that nobody gets stops nothing. */
	of(item: number, json: IDataObject): ItemMessages {
		const made = new Map<ChosenVariant | undefined, RowMessage>();
		const keys: string[] = [];
		let campaignId: string | undefined;
		for (const variant of this.variants) {
			this.reader.startItem(item, json);
			const composed = this.composed.ofPresentItem(variant);
			const identified = this.identified.get(composed) ?? composed.identify();
			this.identified.set(composed, identified);
			made.set(variant, { composed, identified });
			keys.push(composed.key);
			campaignId ??= composed.campaignId;
		}
		return {
			kind: keys.join('\n'),
			...(campaignId !== undefined && { campaignId }),
			of: (variant) => {
				const message = made.get(variant);
				if (message === undefined) throw new RangeError(`No variant ${variant?.name}`);
				return message;
			},
		};
	}
}
