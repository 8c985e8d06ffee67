/** The words of live views: events, their statuses, layouts. */
import { FORM_LAYOUTS } from '../../nodes/HuaweiPush/actions/liveView/layouts';
import { withGloss } from '../../push-kit/catalog/chineseWords';
import { LIVE_VIEW_EVENTS } from '../../push-kit/catalog/liveViewEvents';
import { LAYOUTS } from '../../push-kit/message/liveView/layouts';
import { code, plain, table } from './markdown';

/** The sections, behind those of the fields. */
export function liveViewParts(): string[] {
	return [
		'## Events of live views',
		'_Create_: whether a push message may create it, else the app on the device does. Layout -1 is permitted wherever layouts are named.',
		table(
			['Event', 'Scene', 'Create', 'Update, end', 'Geofence', 'Layouts at creation', 'Keyword'],
			LIVE_VIEW_EVENTS.map((row) => [
				code(row.event),
				plain(row.scene),
				yesNo(row.restCreate),
				yesNo(row.restUpdate),
				yesNo(row.geofence),
				row.restCreate ? (row.creationTypes?.join(', ') ?? 'any') : '',
				row.keyword === undefined ? '' : code(row.keyword),
			]),
		),
		'## Statuses of live views',
		'What the phone shows in place of `[status]` (in JSON `{{status}}`), with its meaning. Other events have none.',
		table(
			['Event', 'Status', 'The phone shows'],
			LIVE_VIEW_EVENTS.flatMap(({ event, statuses }) =>
				statuses.map(({ status, text, gloss }) => [
					code(event),
					code(status),
					withGloss({ word: text, gloss }),
				]),
			),
		),
		'## Layouts of live views',
		table(
			['Layout', 'Name', 'In the form', 'Needs'],
			LAYOUTS.map(({ type, name, parts }) => [
				code(type),
				plain(name),
				FORM_LAYOUTS.some((layout) => layout.type === type) ? 'yes' : 'JSON only',
				parts.length === 0
					? 'title and text only'
					: parts.map(({ names }) => names.map(code).join(' or ')).join(', '),
			]),
		),
	];
}

function yesNo(holds: boolean): string {
	return holds ? 'yes' : 'no';
}
