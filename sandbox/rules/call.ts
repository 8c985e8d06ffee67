import { requireExtraData } from './background';
import type { Fields } from './fields';

/** push-type 10, VoIPCallPayload. */
export function checkCall(payload: Fields): void {
	requireExtraData(payload);
}
