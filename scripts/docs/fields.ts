/** `docs/fields.md`: every field of every action, by Huawei's name and by the form's label. */
import { RESOURCES } from '../../nodes/HuaweiPush/actions';
import type { Operation } from '../../nodes/HuaweiPush/actions/operation';
import { MESSAGE_OPTIONS_FIELD } from '../../nodes/HuaweiPush/form/delivery';
import {
	NOTIFICATION_FACTS,
	PUSH_OPTION_FACTS,
	type FieldFact,
} from '../../push-kit/catalog/fieldFacts';
import { LIVE_VIEW_FACTS } from '../../push-kit/catalog/liveViewFacts';
import { findMessageType, MESSAGE_TYPES } from '../../push-kit/catalog/messageTypes';
import { PUSH_OPTION_RULES } from '../../push-kit/message/pushOptions';
import { struct, type Rule } from '../../push-kit/message/rule';
import { TYPES, type RuledType } from '../../push-kit/message/types';
import { fieldTable, requestTable } from './fieldTable';
import { liveViewParts } from './liveViewParts';
import { code, drawnFrom, page, plain } from './markdown';
import { sources } from './sources';

/** Each operation with the words that lead to it. */
const ACTIONS = RESOURCES.flatMap(({ option, operations }) =>
	operations.map((operation) => ({
		way: `${option.name} > ${operation.name}`,
		operation,
	})),
);

const SHOWN = Object.values<FieldFact>(NOTIFICATION_FACTS);

/** What is known of the fields of a type beyond its rule. */
const FACTS: Readonly<Partial<Record<RuledType, readonly FieldFact[]>>> = {
	notification: SHOWN,
	textToSpeech: SHOWN,
	liveView: LIVE_VIEW_FACTS,
};

/** What an action of a type has otherwise than the table says. */
const NOTES: Readonly<Partial<Record<RuledType, string>>> = {
	notification: ' _Send Missed Call_ asks for no category: it is always `MISS_CALL`.',
};

const OPTIONS_RULE: Rule = struct('', { pushOptions: struct('', PUSH_OPTION_RULES) });

/**
 * The page.
 *
 * @throws {RangeError} if a fact speaks of a field that no rule has
 */
export function drawFields(facts: typeof FACTS = FACTS): string {
	const ruled = MESSAGE_TYPES.map(({ messageType }) => messageType).filter(isRuled);
	const allFacts = [...Object.values(facts).flatMap((known) => known ?? []), ...PUSH_OPTION_FACTS];
	return page([
		drawnFrom('npm run docs'),
		'# Fields',
		`Every field of every action: Huawei's name, its label in the form, what may stand in it, since when Huawei's devices know it and which ignore it. It follows Huawei's pages ${sources([...allFacts, ...ruled.flatMap((type) => findMessageType(type) ?? [])])}, and is generated from the rules that the node checks a message by before it sends it.`,
		'**Needed** speaks of the object that holds the field: an object that is not needed may be left out with all of its fields. **JSON only** fields stand in no form: set _Specify Message_ to _Using JSON_. What the form needs beyond a message, such as recipients, stands in the panel itself. Devices and rights: [What Huawei permits](permitted.md).',
		...ruled.flatMap((type) => typeParts(type, facts[type] ?? [])),
		'## Delivery options',
		'Of every message; in the form they stand under _Options_, in JSON mode as well.',
		fieldTable(OPTIONS_RULE, [MESSAGE_OPTIONS_FIELD], PUSH_OPTION_FACTS),
		...requestParts(),
		...openParts(),
		...liveViewParts(),
	]);
}

function isRuled(messageType: string): messageType is RuledType {
	return Object.hasOwn(TYPES, messageType);
}

function typeParts(type: RuledType, facts: readonly FieldFact[]): string[] {
	const own = ACTIONS.filter(
		({ operation }) => operation.kind === 'send' && operation.messageType === type,
	);
	const row = findMessageType(type);
	return [
		`## ${row?.name ?? type}`,
		`_${own.map(({ way }) => way).join('_, _')}_: ${code(`push-type ${row?.pushType ?? ''}`)}, fields of ${code('payload')}.${NOTES[type] ?? ''}`,
		fieldTable(
			TYPES[type].rule,
			own.flatMap(({ operation }) => operation.fields),
			facts,
		),
	];
}

/** What is no message: to revoke one, to have a picture checked. */
function requestParts(): string[] {
	const others = ACTIONS.filter(({ operation }) => operation.kind !== 'send');
	const heads = new Map<string, { ways: string[]; operation: Operation }>();
	for (const { way, operation } of others) {
		const known = heads.get(operation.name) ?? { ways: [], operation };
		heads.set(operation.name, { ...known, ways: [...known.ways, way] });
	}
	return [...heads].flatMap(([name, { ways, operation }]) => [
		`## ${name}`,
		`_${ways.join('_, _')}_: ${plain(operation.description)}.`,
		requestTable(operation.fields),
	]);
}

/** Messages whose payload Huawei does not publish, or that the operator chooses. */
function openParts(): string[] {
	const open = ACTIONS.filter(
		({ operation }) => operation.kind === 'send' && !isRuled(operation.messageType),
	);
	return [
		'## Payload as JSON',
		`${open.map(({ way }) => `_${way}_`).join(', ')}: the payload is sent as it is, no field of it is checked. Delivery options hold as above.`,
	];
}
