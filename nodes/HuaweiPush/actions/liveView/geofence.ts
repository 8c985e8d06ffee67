/** The place where a scheduled live view begins or ends. */

import { GEOFENCES_PER_DAY, GEOFENCE_VALID_HOURS } from '../../../../push-kit/catalog/limits';
import { GEOFENCE_RULES, TRIGGER_RULES } from '../../../../push-kit/message/liveView/trigger';
import { formFields, section } from '../../form/formField';
import type { ItemForm } from '../../form/itemForm';

const AT = 'trigger.geofence';
const LABEL = 'Geofence';

/** `type` of the trigger: the only one there is. */
const GEOFENCE = 1;

export const GEOFENCE_FIELD = section(
	LABEL,
	'trigger',
	[
		{
			displayName: LABEL,
			name: 'geofence',
			values: [
				...formFields(GEOFENCE_RULES, {
					coordinateSystemType: { default: 1 },
					delayTime: {},
				}),
				...formFields(TRIGGER_RULES, { displayTime: { default: 900 } }),
				...formFields(GEOFENCE_RULES, {
					latitude: { default: '' },
					longitude: { default: '' },
					monitorEvent: { default: 1 },
					radius: { default: 200 },
				}),
			],
		},
	],
	{
		description: `The place whose entering or leaving starts it; valid for ${GEOFENCE_VALID_HOURS} hours, ${GEOFENCES_PER_DAY} a day and device`,
	},
);

/** Trigger; `undefined` where the form has no geofence. */
export function readGeofence(form: ItemForm): Record<string, unknown> | undefined {
	const condition = form.members(GEOFENCE_RULES, Object.keys(GEOFENCE_RULES), AT, LABEL);
	const time = form.members(TRIGGER_RULES, ['displayTime'], AT, LABEL);
	if (Object.keys(condition).length + Object.keys(time).length === 0) return undefined;
	return { type: GEOFENCE, ...time, condition };
}
