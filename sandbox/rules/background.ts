import type { Fields } from './fields';

/** `extraData` is a string in every message type that has it, never an object. */
export function requireExtraData(payload: Fields): void {
	payload.require('extraData');
	payload.text('extraData');
}

/** push-type 6, BackgroundPayload. */
export function checkBackground(payload: Fields): void {
	requireExtraData(payload);
	payload.text('proxyData', { pattern: /^ENABLE$/, expects: 'must be ENABLE or left out' });
}
