import { revokeOperation } from '../revocation';

/** Withdraws a notification (`push-msg-revoke`). */
export const revoke = revokeOperation({
	action: 'Revoke notification',
	messageType: 'notification',
	pushType: 0,
});
