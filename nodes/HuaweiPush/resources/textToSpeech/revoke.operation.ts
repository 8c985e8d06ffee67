import { revokeOperation } from '../revocation';

/** Withdraws a text-to-speech message (`push-revoke-extend-noti`). */
export const revoke = revokeOperation({
	action: 'Revoke text-to-speech message',
	messageType: 'textToSpeech',
	pushType: 2,
});
