import { Fields, Refusal } from './fields';
import { readRevokeTokens } from './tokens';

const REVOCABLE_PUSH_TYPES = [0, 2];

export interface Revocation {
	notifyId: number;
	tokens: string[];
}

/** Reads the body of `messages:revoke` (`push-msg-revoke`). */
export function readRevocation(value: unknown, pushType: number | undefined): Revocation {
	if (pushType === undefined || !REVOCABLE_PUSH_TYPES.includes(pushType)) {
		throw new Refusal('80100003', 'The header does not contain valid push-type');
	}
	const body = Fields.of(value, 'body', '80100001');
	if (!body.has('notifyId') || !body.has('token')) {
		throw new Refusal('80300032', 'both token and notifyId are required');
	}
	const notifyId = body.requiredInteger('notifyId', { min: 0, max: 2_147_483_647 });
	return { notifyId, tokens: readRevokeTokens(body) };
}
