/** Sorts the rows of an item's file by what they get, and when. */

import type { IDataObject } from 'n8n-workflow';

import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { Fault } from '../../../push-kit/message/faults';
import type { FurtherColumn } from '../../../push-kit/recipients/columns';
import type { ListPart } from '../../../push-kit/recipients/partsInTurn';
import type { SortedPortion } from '../../../push-kit/recipients/tokenLists';
import type { TokenPortion } from '../../../push-kit/recipients/tokenFile';
import type { DeliverBetween, TimedLine } from './deliverBetween';
import type { ChosenVariant, ItemVariants } from './itemVariants';
import type { ItemMessages } from './rowMessages';

/** Rows that get the same message, at the same hours. */
export interface RowPart extends ListPart<OutgoingMessage>, TimedLine {}

/** Why nothing can go to an item's file. */
export class ItemFault extends Error {
	constructor(readonly faults: readonly Fault[]) {
		super(faults.map(({ message }) => message).join(' '));
		this.name = 'ItemFault';
	}
}

/** A fault of the item as a whole. */
export function itemFault(message: string): ItemFault {
	return new ItemFault([{ path: '', field: '', message }]);
}

export interface RowRules {
	readonly variants?: ItemVariants;
	readonly deliverBetween?: DeliverBetween;
	readonly messages: ItemMessages;
}

export class RowParts {
	/** They come to light as the file is read. */
	readonly parts: RowPart[] = [];

	/** Why no row gets anything, where all get the same. */
	readonly faults: readonly Fault[] = [];

	/** What has to be read beside the tokens. */
	readonly further: readonly FurtherColumn[];

	/** By what tells them apart. */
	private readonly known = new Map<string, number>();

	private readonly sorts: boolean;

	private readonly zoneAt: number;

	private readonly variantAt: number;

	private readonly choose: (token: string, value: string) => ChosenVariant | undefined;

	/**
	 * For the reader's present item.
	 */
	constructor(
		private readonly json: IDataObject,
		private readonly rules: RowRules,
	) {
		const zone = rules.deliverBetween?.columnFor(json);
		const ofRows = rules.variants?.ofRows(json);
		this.further = [zone, ofRows?.column].flatMap((column) => column ?? []);
		this.zoneAt = zone === undefined ? -1 : 0;
		this.variantAt = ofRows?.column === undefined ? -1 : this.further.length - 1;
		this.choose = (token, value) => ofRows?.choose(token, value);
		this.sorts = zone !== undefined || ofRows !== undefined;
		if (this.sorts) return;
		const { part, faults } = this.makePart(undefined, '');
		this.faults = faults;
		this.parts.push(part);
	}

	/** @throws {ItemFault} */
	sort(portion: TokenPortion): SortedPortion {
		if (!this.sorts) return portion;
		const parts = portion.tokens.map((token, index) => {
			const row = portion.further?.[index] ?? [];
			return this.partOf(this.choose(token, row[this.variantAt] ?? ''), row[this.zoneAt] ?? '');
		});
		return { ...portion, parts };
	}

	private partOf(variant: ChosenVariant | undefined, zone: string): number {
		const key = `${variant?.name ?? ''}\n${zone}`;
		const known = this.known.get(key);
		if (known !== undefined) return known;
		const { part: made, faults } = this.makePart(variant, zone);
		if (faults.length > 0) throw new ItemFault(faults);
		const part = this.parts.push(made) - 1;
		// The text would keep 64 KB of the file in memory.
		this.known.set(Buffer.from(key).toString(), part);
		return part;
	}

	private makePart(variant: ChosenVariant | undefined, zone: string): MadePart {
		const { composed, identified } = this.rules.messages.of(variant);
		const { deliverBetween } = this.rules;
		const { hours, fault } =
			(this.zoneAt < 0 ? deliverBetween?.of(this.json) : deliverBetween?.ofZone(zone)) ?? {};
		const part = { message: identified, isHeldOut: composed.sendsNothing === true, hours };
		const ofZone = fault === undefined ? [] : [fault];
		return { part, faults: composed.faults.length > 0 ? composed.faults : ofZone };
	}
}

interface MadePart {
	readonly part: RowPart;
	readonly faults: readonly Fault[];
}
