import { createHash } from 'node:crypto';

import { checkAccess, describeRequest, type PushRequest } from './pushRequest';
import { buildAnswer, writeAllInvalid, writePartialSuccess, type IllegalTokens } from './answers';
import { deliverMessage } from '../devices/deliverMessage';
import { catchRefusal, Fields, isObject, Refusal, type JsonObject } from '../rules/fields';
import { INVALID_CATEGORY } from '../rules/categories';
import { findMessageRule } from '../rules/messageRules';
import { readPushOptions } from '../rules/pushOptions';
import { isNoToken, MAX_TOKENS, readTarget } from '../rules/tokens';
import { MAX_DEPTH } from '../rules/untrustedJson';
import type { Message } from '../state/arrival';
import type { State } from '../state/state';
import { sortTokens } from './sortTokens';

/** The body without tokens; blanks of the JSON do not count (UNCERTAIN, see the limit's page). */
const MAX_BYTES = 4_096;
const OVER_QUOTA_RESULT = 256;
/** A longer one is refused; its beginning tells which it was. Characters. */
const MAX_BI_TAG_SHOWN = 200;

function writeWithoutTokens(body: unknown): string {
	if (!isObject(body)) return typeof body === 'string' ? body : '';
	const target = isObject(body.target) ? { ...body.target, token: [] } : body.target;
	return JSON.stringify({ ...body, target });
}

function findNotification(body: unknown): JsonObject {
	const payload = isObject(body) ? body.payload : undefined;
	const notification = isObject(payload) ? payload.notification : undefined;
	return isObject(notification) ? notification : {};
}

const asText = (value: unknown) => (typeof value === 'string' ? value : undefined);
const asNumber = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** Describes a send request for the list of messages, with no outcome yet. */
export function describeSend(state: State, request: PushRequest<'send'>): Message {
	const { body, pushType } = request;
	const fields = isObject(body) ? body : {};
	const options = isObject(fields.pushOptions) ? fields.pushOptions : {};
	const tokens = isObject(fields.target) ? fields.target.token : undefined;
	return {
		...describeRequest(state, request),
		messageType: findMessageRule(pushType, fields.payload)?.messageType ?? 'unknown',
		bytes: Buffer.byteLength(writeWithoutTokens(body)),
		tokenCount: Array.isArray(tokens) ? tokens.length : 0,
		biTag: asText(options.biTag)?.slice(0, MAX_BI_TAG_SHOWN),
		notifyId: asNumber(findNotification(body).notifyId),
		testMessage: options.testMessage === true,
		acceptedTokens: [],
		illegalTokens: {},
		revokedTokens: [],
		deliveries: {},
	};
}

/** Judges a send request, counts what it accepts, schedules receipts, and sets the answer. */
export function judgeSend(state: State, request: PushRequest, message: Message): void {
	const answer = (code: string, values: ReadonlyArray<string | number> = [], msg?: string) =>
		buildAnswer(code, state.settings, request.requestId, { endpoint: 'send', values, msg });
	const refusal = catchRefusal(() => {
		const tokens = checkRequest(state, request, message);
		const { accepted, illegalTokens } = sortTokens(state, tokens, findReasonForAll(state, request));
		message.acceptedTokens = accepted;
		message.illegalTokens = illegalTokens;
		for (const token of Object.values(illegalTokens).flat()) {
			if (!isNoToken(token)) state.devices.see(token, state.now());
		}
		message.answer = answer(...chooseVerdict(accepted.length, illegalTokens));
		if (accepted.length > 0) accept(state, request, message);
	});
	if (refusal) {
		message.problem = refusal.tip;
		message.answer = answer(refusal.code, refusal.values);
	}
}

function chooseVerdict(
	acceptedCount: number,
	illegalTokens: IllegalTokens,
): [code: string, values: string[], msg?: string] {
	if (Object.keys(illegalTokens).length === 0) return ['80000000', []];
	if (acceptedCount === 0) return ['80300007', [], writeAllInvalid(illegalTokens)];
	return ['80100000', [], writePartialSuccess(illegalTokens, acceptedCount)];
}

function checkRequest(state: State, request: PushRequest, message: Message): string[] {
	checkAccess(request);
	const { body, pushType } = request;
	const rule = isObject(body) ? findMessageRule(pushType, body.payload) : undefined;
	if (!isObject(body)) {
		const tip = `The body must be a JSON object, nested at most ${MAX_DEPTH} levels deep.`;
		throw new Refusal('80100001', tip);
	}
	if (!rule) {
		throw new Refusal('80100003', 'The header does not contain valid push-type');
	}
	if (message.bytes > MAX_BYTES) {
		throw new Refusal('80300008', `${message.bytes} bytes without tokens, ${MAX_BYTES} allowed`);
	}
	const { testMessage } = readPushOptions(body.pushOptions);
	const tokens = readTarget(body.target, rule.maxTokens ?? MAX_TOKENS, testMessage);
	rule.check(Fields.of(body.payload, 'payload'));
	if (testMessage && isOverQuota(state) && state.settings.testMessageOverQuota === '80300029') {
		throw new Refusal('80300029', 'The quota of test messages of this day is used up.');
	}
	return tokens;
}

function isOverQuota(state: State): boolean {
	return state.quotas.countTestMessages(state.now()) >= state.settings.testMessageQuota;
}

/**
 * `PLAY_VOICE` outside push-type 2. The documents list it as a reason per token, which then all
 * tokens have; the service was seen to refuse the whole request with 80100003.
 */
function findReasonForAll(state: State, { body, pushType }: PushRequest): string | undefined {
	if (pushType === 2 || findNotification(body).category !== 'PLAY_VOICE') return undefined;
	const { misplacedPlayVoice } = state.settings;
	if (misplacedPlayVoice === '80100003') throw new Refusal('80100003', INVALID_CATEGORY);
	return misplacedPlayVoice;
}

function accept(state: State, request: PushRequest, message: Message): void {
	const { pushType = 0, messageType, biTag, acceptedTokens } = message;
	const bare = `${pushType}\n${writeWithoutTokens(request.body)}`;
	const messageKey = createHash('sha256').update(bare).digest('base64url').slice(0, 22);
	const appMessageId = asText(findNotification(request.body).appMessageId);
	state.acceptances.add({ messageKey, pushType, messageType, biTag, appMessageId }, acceptedTokens);

	const overQuota = message.testMessage && isOverQuota(state);
	if (message.testMessage) state.quotas.addTestMessage();
	const body = isObject(request.body) ? request.body : {};
	deliverMessage(state, message, body, overQuota ? OVER_QUOTA_RESULT : undefined);
}
