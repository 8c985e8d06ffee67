import type { Fault } from '../../../../push-kit/message/faults';
import { withAutomaticNotifyId } from '../../execution/automaticIds';
import { toNumbers } from '../../execution/fieldValues';
import { filledMembers, type ParameterReader } from '../../execution/parameterReader';
import type { RunContext } from '../../operation';

const NUMBERS = ['notifyId', 'soundDuration', 'style'];
const BADGE = ['addNum', 'setNum'];

const NO_NOTIFY_ID: Fault = {
	path: 'notification.notifyId',
	field: 'Notify ID (Fixed)',
	message:
		'Notify ID is Fixed, but Notify ID (Fixed) is empty. Add it with a number, or choose Automatic.',
};

/** Huawei's Notification from the form. A fixed category takes the place of the form's. */
export function readNotification(
	reader: ParameterReader,
	run: RunContext,
	category?: string,
): Record<string, unknown> {
	const { clickAction, addNum, setNum, inboxContent, notifyIdMode, ...rest } =
		reader.collection('additionalFields');
	const badge = toNumbers(filledMembers({ addNum, setNum }), BADGE);
	const fields = toNumbers(rest, NUMBERS);
	if (notifyIdMode === 'none') delete fields.notifyId;
	if (notifyIdMode === 'fixed' && fields.notifyId === undefined) reader.faults.push(NO_NOTIFY_ID);
	const notification = {
		category: category ?? reader.text('category'),
		title: reader.text('title'),
		body: reader.text('body'),
		...fields,
		...(inboxContent !== undefined && { inboxContent: readLines(inboxContent) }),
		clickAction: readClickAction(reader, clickAction),
		...(Object.keys(badge).length > 0 && { badge }),
	};
	return notifyIdMode === 'automatic' ? withAutomaticNotifyId(run, notification) : notification;
}

/** ClickAction of a *Tap Action* field; a tap opens the app where nothing is chosen. */
export function readClickAction(reader: ParameterReader, field: unknown): Record<string, unknown> {
	const { actionType, data, ...target } = filledMembers(filledMembers(field).value);
	return {
		...toNumbers({ actionType: actionType ?? 0 }, ['actionType']),
		// What was entered for a page stays in the form when the choice goes back to the app.
		...(Number(actionType ?? 0) === 0 ? {} : target),
		...(data !== undefined && { data: reader.json('Tap Action > Data', data) }),
	};
}

function readLines(value: unknown): string[] {
	const lines = Array.isArray(value) ? value.map(String) : String(value).split(/\r?\n/);
	return lines.filter((line) => line.trim() !== '');
}
