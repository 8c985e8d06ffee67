/** *Deliver Between* for the tokens of files: those of a part of a file go by the same clock. */

import type { ListPortion } from '../../../push-kit/delivery/outcomeLedger';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { QuietHours } from '../../../push-kit/delivery/quietHours';
import type { Portion } from '../../../push-kit/delivery/supply';
import type { TimedLine } from './deliverBetween';

export class ListQuietHours implements QuietHours {
	private readonly hours = new WeakMap<Portion<unknown>, TimedLine['hours']>();

	/** @param parts by the number of the list */
	constructor(private readonly parts: ReadonlyArray<readonly TimedLine[]>) {}

	/** The portions as they are; from then on their hours are known. */
	async *watch(
		portions: AsyncIterable<ListPortion<OutgoingMessage>>,
	): AsyncGenerator<ListPortion<OutgoingMessage>, undefined> {
		for await (const portion of portions) {
			this.hours.set(portion, this.parts[portion.list]?.[portion.part]?.hours);
			yield portion;
		}
		return undefined;
	}

	heldUntil(portion: Portion<unknown>, _index: number, now: number): number | undefined {
		const opens = this.hours.get(portion)?.opensAt(now) ?? now;
		return opens > now ? opens : undefined;
	}
}
