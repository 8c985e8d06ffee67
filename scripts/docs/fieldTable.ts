/** The table of the fields of one message type, or of a request that is no message. */
import type { INodeProperties } from 'n8n-workflow';

import { kindOf } from '../../nodes/HuaweiPush/form/readMember';
import { DEVICE_NAMES } from '../../push-kit/catalog/devices';
import type { FieldFact } from '../../push-kit/catalog/fieldFacts';
import { WEATHER_RULES } from '../../push-kit/message/liveView/weather';
import { labelOf, struct, type Rule } from '../../push-kit/message/rule';
import { fieldRows, type FieldRow } from './fieldRules';
import { findPlace, formPlaces, SHOWN_FLAT, type FormPlace } from './formPlaces';
import { FILLED_BY_THE_NODE, KNOWN_LIMITS, NEEDED_BY_EVENT } from './knownLimits';
import { limitWords } from './limitWords';
import { code, plain, table } from './markdown';

const HEAD = ['Field', 'In the form', 'Needed', 'Limits', 'Since, ignored by'];

/** Objects whose rule lets anything pass, because Huawei only does not show what is wrong in them. */
const OPEN_OBJECTS: ReadonlyMap<string, Readonly<Record<string, Rule>>> = new Map([
	['activityData.notificationData.weather', WEATHER_RULES],
]);

/**
 * The table of a message's fields.
 *
 * @param fields of all forms that make such a message
 * @throws {RangeError} if a fact speaks of a field that the rule does not have
 */
export function fieldTable(
	rule: Rule,
	fields: readonly INodeProperties[],
	facts: readonly FieldFact[],
): string {
	const rows = withOpenObjects(fieldRows(rule)).filter(isWorthARow);
	const strange = facts.find(({ path }) => !rows.some((row) => row.path === path));
	if (strange !== undefined) throw new RangeError(`No rule has the field ${strange.path}`);
	const places = formPlaces(fields);
	const titled = new Set(
		rows.filter(({ rule: own }) => isHolder(own) && labelOf(own) !== '').map(({ path }) => path),
	);
	return table(
		HEAD,
		rows.map((row) => [
			code(row.path),
			plain(placeWords(row, places, titled)),
			NEEDED_BY_EVENT[row.path] ?? row.needed,
			[limitWords(row), KNOWN_LIMITS[row.path] ?? ''].filter((words) => words !== '').join('; '),
			factWords(facts.find(({ path }) => path === row.path)),
		]),
	);
}

/** The table of a form whose request has no rule of its own. */
export function requestTable(fields: readonly INodeProperties[]): string {
	return table(
		['Field', 'In the form', 'Needed', 'What it is'],
		fields
			.filter(({ type }) => type !== 'notice')
			.map(({ name, displayName, required, description = '', options = [] }) => [
				code(name),
				plain(displayName),
				required === true ? 'yes' : 'no',
				plain(
					[
						description,
						options
							.flatMap((option) => ('value' in option ? [`${option.value} ${option.name}`] : []))
							.join(', '),
					]
						.filter((words) => words !== '')
						.join(': '),
				),
			]),
	);
}

function withOpenObjects(rows: readonly FieldRow[]): FieldRow[] {
	return rows.flatMap((row) => {
		const members = OPEN_OBJECTS.get(row.path);
		if (members === undefined) return [row];
		const inside = fieldRows(struct('', members));
		return [row, ...inside.map((member) => ({ ...member, path: `${row.path}.${member.path}` }))];
	});
}

/** An entry of a list is told by its list; the text of a colored piece by the form's one field for it. */
function isWorthARow({ path }: FieldRow, _index: number, rows: readonly FieldRow[]): boolean {
	if (path.endsWith('[]')) return false;
	const list = /^(.*)\[\]\.text$/.exec(path)?.[1];
	const holder = rows.find((row) => row.path === list);
	return holder === undefined || kindOf(holder.rule) !== 'rich';
}

function isHolder({ type, properties, items }: Rule): boolean {
	return (
		properties !== undefined ||
		items?.properties !== undefined ||
		(type === 'object' && properties === undefined)
	);
}

function placeWords(
	row: FieldRow,
	places: readonly FormPlace[],
	titled: ReadonlySet<string>,
): string {
	const filled = FILLED_BY_THE_NODE[row.path];
	if (filled !== undefined) return `(${filled})`;
	const place = findPlace(row, places, titled);
	if (place !== undefined) return place;
	const own = row.path.split('.').at(-1) ?? '';
	const label = labelOf(row.rule);
	if (label === '' || SHOWN_FLAT.has(own)) return '–';
	return places.some(({ around }) => around.includes(own)) ? label : 'JSON only';
}

function factWords(fact: FieldFact | undefined): string {
	if (fact === undefined) return '';
	const { since, notOn = [], note } = fact;
	return [
		since === undefined ? '' : `Since ${since}`,
		notOn.length === 0 ? '' : `Ignored by ${notOn.map((one) => DEVICE_NAMES[one]).join(', ')}`,
		note === undefined ? '' : plain(note),
	]
		.filter((words) => words !== '')
		.join('. ');
}
