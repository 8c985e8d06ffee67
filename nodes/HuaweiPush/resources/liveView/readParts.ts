import { toNumbers } from '../../execution/fieldValues';
import { filledMembers, type ParameterReader } from '../../execution/parameterReader';

type Members = Record<string, unknown>;

const OPEN_PAGE = 1;
const DIAL = 5;

const CAPSULE_TIMER = 2;
const CAPSULE_PROGRESS = 3;

/** CapsuleData; `undefined` where the form has none. */
export function readCapsule(reader: ParameterReader): Members | undefined {
	const fields = toNumbers(reader.collection('capsuleData'), [
		'type',
		'status',
		'time',
		'progress',
		'max',
	]);
	if (Object.keys(fields).length === 0) return undefined;
	const { time, countDown, pause, progress, max, indeterminate, ...plain } = fields;
	const timer = filledMembers({ time, countDown, pause });
	const type = plain.type ?? 1;
	return {
		status: 1,
		...plain,
		type,
		...(type === CAPSULE_TIMER && { capsuleTimer: timer }),
		...(type === CAPSULE_PROGRESS && {
			progress: filledMembers({ max, progress, indeterminate }),
		}),
	};
}

/** Extend, the assist area; `undefined` where the form has none. */
export function readAssistArea(reader: ParameterReader): Members | undefined {
	const fields = toNumbers(reader.collection('extend'), ['type', 'actionType']);
	if (Object.keys(fields).length === 0) return undefined;
	const { actionType, action, uri, data, tel, ...plain } = fields;
	if (actionType === undefined && [action, uri, data, tel].every((part) => part === undefined)) {
		return plain;
	}
	const clickAction = {
		// Whoever enters where a tap leads means it to lead there.
		actionType: actionType ?? (tel !== undefined ? DIAL : OPEN_PAGE),
		...filledMembers({ action, uri }),
		...(tel !== undefined
			? { data: { tel: String(tel) } }
			: data !== undefined && { data: reader.json('Assist Area > Data', data) }),
	};
	return { ...plain, clickAction };
}

/** Trigger; `undefined` where the form has no geofence. */
export function readGeofence(reader: ParameterReader): Members | undefined {
	const fields = filledMembers(reader.collection('trigger').geofence);
	if (Object.keys(fields).length === 0) return undefined;
	const { displayTime, ...condition } = toNumbers(fields, [
		'longitude',
		'latitude',
		'coordinateSystemType',
		'monitorEvent',
		'radius',
		'delayTime',
		'displayTime',
	]);
	return { type: 1, ...(displayTime !== undefined && { displayTime }), condition };
}
