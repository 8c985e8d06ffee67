import { requireExtraData } from './background';
import type { Fields } from './fields';
import { checkNotificationStruct } from './notification';

/**
 * push-type 2, ExtensionPayload. Known categories other than `PLAY_VOICE` pass: the guide of 2025
 * allowed them and no page says that the service refuses them.
 */
export function checkTextToSpeech(payload: Fields): void {
	checkNotificationStruct(payload.object('notification'));
	requireExtraData(payload);
}
