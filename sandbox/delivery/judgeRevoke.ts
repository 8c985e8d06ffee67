import { checkAccess, describeRequest, type PushRequest } from './pushRequest';
import { buildAnswer, writeAllInvalid, writePartialSuccess } from './answers';
import { catchRefusal, isObject, Refusal } from '../rules/fields';
import { readRevocation } from '../rules/revoke';
import type { Revocation } from '../state/arrival';
import type { State } from '../state/state';
import { sortTokens } from './sortTokens';

const MAX_BYTES = 4_096;

/** Describes a request to revoke, with no outcome yet. */
export function describeRevoke(state: State, request: PushRequest<'revoke'>): Revocation {
	const { body } = request;
	return {
		...describeRequest(state, request),
		notifyId: isObject(body) && typeof body.notifyId === 'number' ? body.notifyId : undefined,
		acceptedTokens: [],
		illegalTokens: {},
		revokedMessages: [],
	};
}

/** Judges a request to `messages:revoke` (`push-msg-revoke`) and withdraws what it names. */
export function judgeRevoke(state: State, request: PushRequest, stored: Revocation): void {
	const answer = (code: string, values: ReadonlyArray<string | number> = [], msg?: string) =>
		buildAnswer(code, state.settings, request.requestId, { endpoint: 'revoke', values, msg });
	const refusal = catchRefusal(() => {
		checkAccess(request);
		checkSize(request.body);
		const { notifyId, tokens } = readRevocation(request.body, request.pushType);
		checkApps(state, tokens);
		const { accepted, illegalTokens } = sortTokens(state, tokens);
		stored.acceptedTokens = accepted;
		stored.illegalTokens = illegalTokens;
		// A message that is not there is no error: it may have been read or was never shown.
		stored.revokedMessages = state.store.revoke(notifyId, request.pushType ?? 0, accepted);
		for (const token of accepted) {
			state.devices.revoke(token, notifyId, request.pushType ?? 0);
		}
		// UNCERTAIN: the shape of `msg` for a revocation refused in part or whole is not published.
		if (Object.keys(illegalTokens).length === 0) stored.answer = answer('80000000');
		else if (accepted.length === 0) {
			stored.answer = answer('80300007', [], writeAllInvalid(illegalTokens));
		} else {
			const msg = writePartialSuccess(illegalTokens, accepted.length);
			stored.answer = answer('80100020', [], msg);
		}
	});
	if (refusal) {
		stored.problem = refusal.tip;
		stored.answer = answer(refusal.code, refusal.values);
	}
}

function checkSize(body: unknown): void {
	const bytes = isObject(body) ? Buffer.byteLength(JSON.stringify({ ...body, token: [] })) : 0;
	if (bytes > MAX_BYTES) {
		throw new Refusal('80300008', `${bytes} bytes without tokens, ${MAX_BYTES} allowed`);
	}
}

/** Tokens belong to the sandbox's own app unless their script names another one. */
function checkApps(state: State, tokens: readonly string[]): void {
	if (state.scripts.empty) return;
	const apps = new Set(tokens.map((token) => state.scripts.get(token)?.appPackageName));
	if (apps.size > 1) throw new Refusal('80300017', 'The tokens belong to several apps.');
	if (!apps.has(undefined)) throw new Refusal('80300028', 'The tokens belong to another app.');
}
