import { createHash } from 'node:crypto';

import { checkAccess, describeRequest, type PushRequest } from './pushRequest';
import { buildAnswer } from './answers';
import { catchRefusal, isObject, Refusal } from '../rules/fields';
import { readImageUrl } from '../rules/imageVerify';
import type { ImageCheck } from '../state/arrival';
import type { State } from '../state/state';

/** How long a checked address may be used, in seconds. UNCERTAIN: not published; a week here. */
const VERIFIED_FOR = 7 * 86_400;

/** Describes an image check, with no outcome yet. */
export function describeImageCheck(state: State, request: PushRequest<'verify'>): ImageCheck {
	const { body } = request;
	const imageUrl = isObject(body) && typeof body.imageUrl === 'string' ? body.imageUrl : undefined;
	return { ...describeRequest(state, request), imageUrl };
}

/** The original address with a key appended, as `push-image-control` describes it. */
function appendKey(imageUrl: string): string {
	const key = createHash('sha256').update(imageUrl).digest('hex').slice(0, 32);
	const url = new URL(imageUrl);
	url.searchParams.set('hwpushkey', key);
	return url.toString();
}

/** Judges a request to `images:verify`. Every https picture passes; others are scripted as faults. */
export function judgeImage(state: State, request: PushRequest, stored: ImageCheck): void {
	const answer = (code: string, values?: ReadonlyArray<string | number>) =>
		buildAnswer(code, state.settings, request.requestId, { endpoint: 'verify', values });
	const refusal = catchRefusal(() => {
		checkAccess(request);
		const now = state.now();
		if (state.quotas.addImageCheck(now) > state.settings.imageChecksPerMinute) {
			throw new Refusal('83010002', 'Too many image checks in this minute.');
		}
		const imageUrl = readImageUrl(request.body, request.pushType);
		stored.answer = answer('83010000');
		stored.answer.body.downloadUrl = appendKey(imageUrl);
		stored.answer.body.expireTime = String(Math.floor(now / 1000) + VERIFIED_FOR);
	});
	if (refusal) {
		stored.problem = refusal.tip;
		stored.answer = answer(refusal.code, refusal.values);
	}
}
