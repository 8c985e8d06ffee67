import { COLOR, type Fields } from './fields';
import { readRichTexts } from './richText';

const FORBIDDEN_CAPSULE_COLORS = ['#FF000000', '#FFFFFFFF', '#FFF1F3F5'];
const MAX_INT = 2_147_483_647;
const SHORT = { max: 128 };

/** CapsuleData, the status bar capsule. */
export function checkCapsule(capsule: Fields, creating: boolean): void {
	const type = capsule.requiredInteger('type', { oneOf: [1, 2, 3] });
	capsule.requiredInteger('status', { oneOf: [1, -1] });
	capsule.requiredText('icon');
	const bgColor = capsule.requiredText('bgColor', COLOR);
	if (FORBIDDEN_CAPSULE_COLORS.includes(bgColor.toUpperCase())) {
		capsule.refuse('bgColor', `must not be ${bgColor}`);
	}
	capsule.text('remind');
	capsule.https('iconUrl', 'tailIconUrl');
	capsule.text('title', SHORT);
	capsule.text('content', SHORT);
	capsule.flag('isTailIconDisplayed');
	capsule.flag('isContentDisplayed');
	if (creating && type === 1) capsule.require('title', 'content');
	if (creating && type === 2) capsule.require('content', 'capsuleTimer');
	if (creating && type === 3) capsule.require('progress');
	const timer = capsule.optionalObject('capsuleTimer');
	timer?.integer('time');
	timer?.flag('countDown');
	timer?.flag('pause');
	const progress = capsule.optionalObject('progress');
	if (progress) checkCapsuleProgress(progress);
}

function checkCapsuleProgress(progress: Fields): void {
	const value = progress.requiredInteger('progress', { min: 0, max: MAX_INT });
	const max = progress.integer('max', { min: 1, max: MAX_INT }) ?? 1;
	if (value > max) progress.refuse('progress', 'must not be above max');
	progress.flag('indeterminate');
}

/** ExternalData, the outer screen of small foldables. */
export function checkExternalData(external: Fields, creating: boolean): void {
	const type = external.integer('type', { oneOf: [0, 1] });
	external.text('bgColor', {
		pattern: /^#[0-9A-Fa-f]{6}$/,
		expects: 'must be a colour like #317AF7',
	});
	external.text('title', SHORT);
	const body = readRichTexts(external, 'body', SHORT.max);
	if (!creating) return;
	external.requiredText('title');
	if (!body) external.refuse('body', 'is required');
	if (type === 1) external.requiredText('bgImage');
}

/** Extend, the assist area; its own tap may also clear the notification or dial. */
export function checkExtend(extend: Fields, checkTap: (extend: Fields) => void): void {
	const type = extend.integer('type', { oneOf: [0, 1, 2, 3, 4] }) ?? 0;
	if (type === 1 || type === 2) extend.requiredText('text');
	// `pic` is the older name of `image`; published bodies carry one or the other.
	if (type === 3 || type === 4) extend.requiredText(extend.has('pic') ? 'pic' : 'image');
	extend.https('imageUrl');
	if (extend.has('clickAction')) checkTap(extend);
}

/** Trigger, the geofence of operations 4 and 6 (`liveview-liveviewmanager`). */
export function checkTrigger(trigger: Fields): void {
	trigger.requiredInteger('type', { oneOf: [1] });
	trigger.integer('displayTime', { min: 15, max: 1800 });
	const fence = trigger.object('condition');
	const longitude = fence.requiredNumber('longitude', { min: -180, max: 180 });
	const latitude = fence.requiredNumber('latitude', { min: -90, max: 90 });
	const system = fence.requiredInteger('coordinateSystemType', { oneOf: [1, 2] });
	if (longitude === 0 && latitude === 0) {
		fence.refuse('longitude', 'and latitude must not both be 0');
	}
	const GCJ02 = 2;
	if (system === GCJ02 && Math.abs(longitude) === 180) fence.refuse('longitude', 'must not be 180');
	if (system === GCJ02 && Math.abs(latitude) === 90) fence.refuse('latitude', 'must not be 90');
	fence.requiredInteger('monitorEvent', { oneOf: [1, 2] });
	fence.requiredNumber('radius', { min: 200, max: 2000 });
	fence.integer('delayTime', { min: 0, max: 300 });
}
