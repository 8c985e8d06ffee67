import { DEFAULT_TTL_SECONDS } from '../../push-kit/catalog/limits';
import { isObject, type JsonObject } from '../rules/fields';
import type { DeviceOutcome, Message } from '../state/arrival';
import type { State } from '../state/state';
import type { Delivery, EarlierDelivery, Push } from './device';
import type { LateDelivery } from './devices';
import { findScriptedReceipt, type TokenScript } from './tokenScript';

const FORM_PUSH_TYPE = 1;
const NO_GROUP = -1;

const readNumber = (value: unknown) => (typeof value === 'number' ? value : undefined);

function describePush(message: Message, body: JsonObject, now: number): Push {
	const options = isObject(body.pushOptions) ? body.pushOptions : {};
	return {
		messageId: message.id,
		requestId: message.requestId,
		pushType: message.pushType ?? 0,
		messageType: message.messageType,
		payload: isObject(body.payload) ? body.payload : {},
		biTag: message.biTag,
		ttl: readNumber(options.ttl) ?? DEFAULT_TTL_SECONDS,
		collapseKey: readNumber(options.collapseKey) ?? NO_GROUP,
		testMessage: message.testMessage,
		acceptedAt: now,
	};
}

/** Notes on a message what became of it on one device, where that is not simply "shown". */
function note(state: State, messageId: number, token: string, outcome: DeviceOutcome): void {
	const message = state.store.findMessage(messageId);
	if (message) record(message, token, outcome);
}

/** Defined, not assigned: a token may be any text, `__proto__` too. */
function record({ deliveries }: Message, token: string, delivery: DeviceOutcome): void {
	Object.defineProperty(deliveries, token, {
		value: delivery,
		enumerable: true,
		writable: true,
		configurable: true,
	});
}

function expectReceipt(state: State, push: Push, tokens: readonly string[], result: number): void {
	const { pushType, requestId, biTag, payload } = push;
	const formId = pushType === FORM_PUSH_TYPE ? readNumber(payload.formId) : undefined;
	state.receipts.expect({ pushType, requestId, biTag, formId }, tokens, result);
}

function settleEarlier(state: State, token: string, earlier: readonly EarlierDelivery[]): void {
	for (const { messageId, note: words, receipt } of earlier) {
		// What gets its receipt only now had waited; what has one already was on the screen.
		const shown = receipt ? undefined : true;
		note(state, messageId, token, { result: receipt?.result, note: words, shown });
		if (receipt) expectReceipt(state, receipt.push, [token], receipt.result);
	}
}

/**
 * Hands an accepted message to the devices of its tokens and schedules the receipts.
 *
 * @param resultForAll goes into every receipt, and no device shows the message
 */
export function deliverMessage(
	state: State,
	message: Message,
	body: JsonObject,
	resultForAll?: number,
): void {
	const now = state.now();
	const push = describePush(message, body, now);
	const byResult = new Map<number, string[]>();
	for (const token of message.acceptedTokens) {
		const delivery =
			resultForAll === undefined
				? state.devices.deliver(token, push, state.settings, now)
				: withhold(findScriptedReceipt(state.scripts.get(token), push), resultForAll);
		const { result, earlier = [], silent } = delivery;
		if (result !== 0 || delivery.note) {
			record(message, token, { result, note: delivery.note });
		}
		settleEarlier(state, token, earlier);
		if (result === undefined || silent) continue;
		const group = byResult.get(result);
		if (group) group.push(token);
		else byResult.set(result, [token]);
	}
	for (const [result, tokens] of byResult) expectReceipt(state, push, tokens, result);
}

/** A message that no device shows; what is scripted for a token wins over the result of all. */
function withhold(receipt: TokenScript['receipt'], resultForAll: number): Delivery {
	if (receipt === 'none') return { result: resultForAll, silent: true };
	return { result: receipt ?? resultForAll };
}

/**
 * Sets what shall become of a token, in place of what was set before.
 *
 * @param script undefined takes back what was set
 */
export function changeScript(state: State, token: string, script: TokenScript | undefined): void {
	settleLate(state, token, state.devices.setScript(token, script, state.settings, state.now()));
}

/** What a device was handed once it came back: notes, and the receipts that were still missing. */
function settleLate(
	state: State,
	token: string,
	{ delivered, expired }: { delivered: readonly LateDelivery[]; expired: readonly Push[] },
): void {
	for (const { push, delivery } of delivered) {
		const { result = 0, earlier = [], silent } = delivery;
		const shown = !result && !delivery.note ? true : undefined;
		const words = delivery.note ?? (shown && 'Shown once the device was back');
		note(state, push.messageId, token, { result, note: words, shown });
		settleEarlier(state, token, earlier);
		if (!silent) expectReceipt(state, push, [token], result);
	}
	// UNCERTAIN: no page says that a message which outlived its ttl has a receipt; none is sent.
	for (const push of expired) {
		note(state, push.messageId, token, { note: 'Never shown: its ttl ran out while offline' });
	}
}
