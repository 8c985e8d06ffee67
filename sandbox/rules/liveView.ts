import { checkClickAction, EXTEND_ACTIONS, TAP_ACTIONS } from './clickAction';
import { isObject, type Fields } from './fields';
import { LIVE_VIEW_EVENTS } from './liveViewEvents';
import { LAYOUTS } from './liveViewLayouts';
import { checkCapsule, checkExtend, checkExternalData, checkTrigger } from './liveViewSurroundings';
import { readRichTexts } from './richText';

const CREATE = 0;
const UPDATE = 1;
const END = 2;
const GEOFENCE_OPERATIONS = [4, 6];
const OPERATIONS = [CREATE, UPDATE, END, ...GEOFENCE_OPERATIONS];
const MAX_TEXT = 1024;

/** push-type 7, LiveViewPayload: the fields stand directly under `payload`. */
export function checkLiveView(payload: Fields): void {
	payload.requiredInteger('activityId', { min: -2_147_483_648, max: 2_147_483_647 });
	const operation = payload.requiredInteger('operation', { oneOf: OPERATIONS });
	const event = payload.requiredText('event');
	payload.text('status');
	payload.text('title');
	payload.text('content');
	payload.flag('mute');
	payload.integer('version', { min: 0 });
	payload.text('subEvent', {
		pattern: /^\w*$/,
		expects: 'may hold letters, digits and underscore only',
	});
	payload.text('shareUrl');

	const known = LIVE_VIEW_EVENTS.get(event);
	if (known?.deviceOnly) payload.refuse('event', `${event} cannot be sent through REST`);
	if (operation === CREATE && known && !known.creatable) {
		payload.refuse('event', `${event} cannot be created through REST`);
	}
	if (GEOFENCE_OPERATIONS.includes(operation)) {
		if (known?.noGeofence) payload.refuse('event', `${event} cannot have a geofence`);
		checkTrigger(payload.object('trigger'));
	}

	// "Create" in the tables of parameters means operation 0; a registered creation (4) is not meant.
	const creating = operation === CREATE;
	const activityData = payload.object('activityData');
	const notificationData = activityData.object('notificationData');
	checkNotificationData(notificationData, creating);
	const capsule = activityData.optionalObject('capsuleData');
	if (capsule) checkCapsule(capsule, creating);
	const external = activityData.optionalObject('externalData');
	if (external) checkExternalData(external, creating);
	if (creating && known) checkCreation(payload, notificationData, event);
}

function checkNotificationData(data: Fields, creating: boolean): void {
	const type = data.requiredInteger('type');
	const checkLayout = LAYOUTS.get(type);
	// On update an illegal type falls back to the base template.
	if (!checkLayout && creating) data.refuse('type', `must be one of ${[...LAYOUTS.keys()].join()}`);
	const contentTitle = data.text('contentTitle', { max: MAX_TEXT });
	const contentText = readRichTexts(data, 'contentText', MAX_TEXT);
	if (creating && !contentTitle) data.refuse('contentTitle', 'is required');
	if (creating && !contentText) data.refuse('contentText', 'is required');
	checkClickAction(data, TAP_ACTIONS);
	data.text('additionalText');
	data.integer('keepTime', { min: 0, max: 3600 });
	data.flag('displayHorizontalLine');
	data.https('descPicUrl', 'spaceIconUrl');
	checkLayout?.(data, creating);
	const extend = data.optionalObject('extend');
	if (extend) checkExtend(extend, (fields) => checkClickAction(fields, EXTEND_ACTIONS));
	data.optionalObject('lockScreen')?.text('picture');
}

/** The creation table of `push-update-liveview`: allowed layouts, status, keyword, placeholders. */
function checkCreation(payload: Fields, data: Fields, event: string): void {
	const known = LIVE_VIEW_EVENTS.get(event);
	const type = data.requiredInteger('type');
	if (known?.createTypes && type !== -1 && !known.createTypes.includes(type)) {
		data.refuse('type', `must be one of ${known.createTypes.join(', ')} to create ${event}`);
	}
	if (known?.needsStatus) {
		payload.requiredText('status');
		requirePlaceholder(data, 'status');
	}
	if (known?.keyword) {
		const keywords = data.object('keywords');
		const others = Object.keys(keywords.members).filter((name) => name !== known.keyword);
		if (others.length > 0) keywords.refuse(others[0] ?? '', `is not a keyword of ${event}`);
		keywords.requiredText(known.keyword);
		requirePlaceholder(data, known.keyword);
	}
}

/** Fields that may carry a placeholder besides those of every layout, by `type`. */
const PLACEHOLDER_BLOCKS: Readonly<Record<number, readonly string[]>> = {
	4: ['singleTextBlock'],
	5: ['firstTextBlock', 'lastTextBlock'],
};

function requirePlaceholder(data: Fields, name: string): void {
	const candidates: unknown[] = [data.get('contentTitle')];
	for (const item of data.list('contentText') ?? []) {
		if (isObject(item)) candidates.push(item.text);
	}
	candidates.push(data.optionalObject('extend')?.get('text'));
	for (const blockName of PLACEHOLDER_BLOCKS[data.requiredInteger('type')] ?? []) {
		const block = data.optionalObject(blockName);
		candidates.push(block?.get('firstLine'), block?.get('secondLine'));
	}
	const placeholder = `{{${name}}}`;
	if (!candidates.some((text) => typeof text === 'string' && text.includes(placeholder))) {
		data.refuseWith(`${placeholder} must occur in a text of ${data.path}`);
	}
}
