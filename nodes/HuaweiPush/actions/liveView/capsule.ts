/** The capsule in the status bar. */

import {
	CAPSULE_PROGRESS_RULES,
	CAPSULE_RULES,
	CAPSULE_TIMER_RULES,
} from '../../../../push-kit/message/liveView/capsule';
import { collection, formFields } from '../../form/formField';
import type { ItemForm } from '../../form/itemForm';
import { COLOR_HELP, FILE_HELP, PICTURE_URL_HELP } from './help';

const AT = 'capsuleData';
const LABEL = 'Capsule';

const TIMER = 2;
const PROGRESS = 3;

export const CAPSULE_FIELD = collection(
	LABEL,
	AT,
	[
		...formFields(CAPSULE_RULES, {
			bgColor: COLOR_HELP,
			content: { description: 'Additional text' },
			icon: FILE_HELP,
			iconUrl: PICTURE_URL_HELP,
			remind: { default: 'DEFAULT', description: 'How the capsule draws attention' },
			isContentDisplayed: { description: 'Whether to show Content' },
			isTailIconDisplayed: { description: 'Whether to show the tail icon' },
			status: { default: 1 },
			tailIcon: FILE_HELP,
			tailIconUrl: PICTURE_URL_HELP,
			title: { description: 'Main text of the capsule' },
			type: { default: 1 },
		}),
		...formFields(CAPSULE_PROGRESS_RULES, {
			progress: { description: 'For the type Progress: how much of Progress Maximum is done' },
			indeterminate: {
				default: false,
				description: 'Whether to show the progress in percent and not as a ratio',
			},
			max: { default: 1 },
		}),
		...formFields(CAPSULE_TIMER_RULES, {
			countDown: { description: 'Whether the timer counts down' },
			pause: { default: false, description: 'Whether the timer stands still' },
			time: { description: 'For the type Timer: where it begins' },
		}),
	],
	{
		placeholder: 'Add Capsule Field',
		description:
			'The small capsule in the status bar; needs at least Type, Icon and Background Color',
	},
);

/** CapsuleData; `undefined` where the form has none. */
export function readCapsule(form: ItemForm): Record<string, unknown> | undefined {
	const plain = form.members(
		CAPSULE_RULES,
		Object.keys(CAPSULE_RULES).filter((name) => name !== 'capsuleTimer' && name !== 'progress'),
		AT,
		LABEL,
	);
	const capsuleTimer = form.members(CAPSULE_TIMER_RULES, ['time', 'countDown', 'pause'], AT, LABEL);
	const progress = form.members(
		CAPSULE_PROGRESS_RULES,
		['progress', 'max', 'indeterminate'],
		AT,
		LABEL,
	);
	const all = { ...plain, ...capsuleTimer, ...progress };
	if (Object.keys(all).length === 0) return undefined;
	const type = plain.type ?? 1;
	return {
		status: 1,
		...plain,
		type,
		...(type === TIMER && { capsuleTimer }),
		...(type === PROGRESS && { progress }),
	};
}
