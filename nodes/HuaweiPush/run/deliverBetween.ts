/** *Deliver Between*: who may be disturbed now, by the clock where they are. */

import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { DeliveryHours, readHours, type ZoneHours } from '../../../push-kit/delivery/deliveryHours';
import type { MessageGroup } from '../../../push-kit/delivery/grouping';
import type { QuietHours } from '../../../push-kit/delivery/quietHours';
import type { Portion } from '../../../push-kit/delivery/supply';
import { readTimeZone } from '../../../push-kit/delivery/timeZone';
import { membersOf, textOf } from '../../../push-kit/json';
import type { Fault } from '../../../push-kit/message/faults';
import type { ParameterReader } from '../parameters/parameterReader';
import { readPath } from '../../../push-kit/path';
import type { FurtherColumn } from '../../../push-kit/recipients/columns';
import type { DecidingField } from './lostFields';

/** A line of which the hours are known; one without any may be sent at every time. */
export interface TimedLine {
	hours?: ZoneHours;
}

/** The hours of one item's customer, or why nobody can tell. */
export interface ItemHours extends TimedLine {
	fault?: Fault;
}

const AT = 'options.deliverBetween.hours';

const TIME_ZONE_FIELD = 'Time Zone Field';

export class DeliverBetween {
	/** Whether some item has the field. */
	private isFound = false;

	/** @param zoneField path in the item; empty where the fixed zone holds for all */
	constructor(
		private readonly hours: DeliveryHours,
		private readonly zoneField: string,
	) {}

	/** What tells the zone of a customer. */
	get deciding(): DecidingField {
		return { field: this.zoneField, label: TIME_ZONE_FIELD };
	}

	/** Said after all items were asked for: a slip of the pen must not be taken for a list without zones. */
	get miss(): string | undefined {
		if (this.zoneField === '' || this.isFound) return undefined;
		return `No item has a field ${this.zoneField.slice(0, 100)}: Deliver Between went by its Time Zone for all. Correct Time Zone Field, or empty it.`;
	}

	of(json: IDataObject): ItemHours {
		const zone = this.zoneField === '' ? undefined : readPath(json, this.zoneField);
		this.isFound ||= zone !== undefined;
		return this.ofZone(zone);
	}

	/** The column with the zones of the rows of an item's file; `undefined` where one zone holds for all of them. */
	columnFor(json: IDataObject): FurtherColumn | undefined {
		if (this.zoneField === '' || saysOf(json, this.zoneField)) return undefined;
		return { column: this.zoneField, label: TIME_ZONE_FIELD };
	}

	/** @param zone as it stands in an item or row; an empty one takes the fixed zone */
	ofZone(zone: unknown): ItemHours {
		const hours = this.hours.of(zone);
		if (!('problem' in hours)) return { hours };
		const field = TIME_ZONE_FIELD;
		const message = `${field} ${this.zoneField} ${hours.problem}`;
		return { fault: { path: `${AT}.timeZoneField`, field, message } };
	}
}

/**
 * @param options as the form has them; the hours hold for the whole run
 * @throws {NodeOperationError} for hours or a zone that are none
 */
export function readDeliverBetween(
	context: IExecuteFunctions,
	reader: ParameterReader,
	{ deliverBetween }: Record<string, unknown>,
): DeliverBetween | undefined {
	if (deliverBetween === undefined || deliverBetween === null) return undefined;
	const given = membersOf(deliverBetween).hours ?? undefined;
	if (given === undefined) throw refusal(context, NO_HOURS);
	for (const [name, label] of OF_THE_RUN) {
		const raw = reader.rawValue(`${AT}.${name}`);
		if (typeof raw !== 'string' || !raw.startsWith('=') || !OF_AN_ITEM.test(raw)) continue;
		throw refusal(context, `${label} ${FOR_ALL}`);
	}
	const zoneField = fieldNamedIn(reader.rawValue(`${AT}.timeZoneField`));
	if (zoneField === undefined) throw refusal(context, NO_FIELD);
	const { from, to, timeZone } = membersOf(given);
	const hours = readHours(from, to);
	if ('problem' in hours) throw refusal(context, hours.problem);
	const zone = readTimeZone(textOf(timeZone ?? ''));
	if ('problem' in zone) throw refusal(context, `Time Zone ${zone.problem}`);
	return new DeliverBetween(new DeliveryHours(hours, zone), zoneField);
}

const NO_HOURS =
	'No hours are set, so that messages would go at any time. Click Set Deliver Between and enter them, or remove the option.';

const OF_THE_RUN = [
	['from', 'From'],
	['to', 'To'],
	['timeZone', 'Time Zone'],
] as const;

/** Read once for all, it would be the first customer's. */
const OF_AN_ITEM = /\$json\b|\$item|\$input\b|\.item\b/;

const FOR_ALL =
	"holds for the whole run, but its expression is another for each item. For each customer's own time zone, enter the name of the field that holds it as Time Zone Field.";

const NO_FIELD =
	'Time Zone Field takes the name of a field, such as timeZone, not an expression. Drag the field from the input.';

/** Whether an item with a file says something for all of its rows; a blank field says nothing. */
export function saysOf(json: IDataObject, field: string): boolean {
	const value = readPath(json, field);
	return value !== undefined && value !== null && value !== '';
}

/** The path that was typed, also as `$json.path`, `{{ $json.path }}` or `{{path}}`; `undefined` for what is none. */
export function fieldNamedIn(raw: unknown): string | undefined {
	const typed = textOf(raw ?? '').trim();
	const inner = /^\{\{([^{}]*)\}\}$/.exec(typed)?.[1] ?? typed;
	const path = inner.trim().replace(/^\$json(?=[.[])\.?/, '');
	return typed.startsWith('=') || /[{}$()]/.test(path) ? undefined : path;
}

function refusal(context: IExecuteFunctions, problem: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), `Deliver Between: ${problem}`, {
		description: 'Nothing was sent. Correct Deliver Between under Options.',
	});
}

type Group<L> = MessageGroup<unknown, L>;

/** Those of one zone side by side, so that a border of hours cuts a request seldom. */
export function sortByZone<G extends Group<TimedLine>>(groups: readonly G[]): G[] {
	return groups.map((group) => {
		const order = new Map<ZoneHours | undefined, number[]>();
		group.recipients.forEach(([first], index) => {
			const ofZone = order.get(first?.hours) ?? [];
			order.set(first?.hours, ofZone);
			ofZone.push(index);
		});
		if (order.size < 2) return group;
		const indexes = [...order.values()].flat();
		return {
			...group,
			tokens: indexes.flatMap((index) => group.tokens[index] ?? []),
			recipients: indexes.flatMap((index) => {
				const lines = group.recipients[index];
				return lines === undefined ? [] : [lines];
			}),
		};
	});
}

/** For the engine; a token that two items name goes when it may for both. */
export function quietHoursOf(groups: ReadonlyArray<Group<TimedLine>>): QuietHours {
	const byPortion = new Map<Portion<unknown>, Group<TimedLine>>(groups.map((one) => [one, one]));
	return {
		heldUntil: (portion, index, now) => {
			let until: number | undefined;
			for (const { hours } of byPortion.get(portion)?.recipients[index] ?? []) {
				const opens = hours?.opensAt(now) ?? now;
				if (opens > now) until = Math.max(until ?? opens, opens);
			}
			return until;
		},
	};
}
