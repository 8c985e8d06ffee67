import { checkBackground } from './background';
import { checkBadge, isBadgeOnly } from './badge';
import { checkCall } from './call';
import { Fields, isObject } from './fields';
import { checkForm } from './form';
import { checkLiveView } from './liveView';
import { checkLocation } from './location';
import { checkMdm } from './mdm';
import { checkNotification } from './notification';
import { checkTextToSpeech } from './textToSpeech';

/** The rules of one message type: its name, how many tokens a request may have, the check of its `payload`. */
export interface MessageRule {
	messageType: string;
	/** `MAX_TOKENS` unless the page of the type says less. */
	maxTokens?: number;
	check: (payload: Fields) => void;
}

const RULES: Readonly<Record<number, MessageRule>> = {
	0: { messageType: 'notification', check: checkNotification },
	1: { messageType: 'form', maxTokens: 1, check: checkForm },
	2: { messageType: 'textToSpeech', check: checkTextToSpeech },
	6: { messageType: 'background', check: checkBackground },
	7: { messageType: 'liveView', check: checkLiveView },
	9: { messageType: 'location', check: checkLocation },
	10: { messageType: 'call', check: checkCall },
	11: { messageType: 'mdm', check: checkMdm },
};

const BADGE: MessageRule = { messageType: 'badge', check: checkBadge };

/** The header `push-type` as a number: undefined unless it is a plain decimal. */
export function readPushType(header: unknown): number | undefined {
	return typeof header === 'string' && /^\d{1,3}$/.test(header) ? Number(header) : undefined;
}

/** Finds the rules for a push-type and payload; undefined for a push-type Huawei does not have. */
export function findMessageRule(
	pushType: number | undefined,
	payload: unknown,
): MessageRule | undefined {
	if (pushType === undefined) return undefined;
	if (pushType === 0 && isObject(payload) && isBadgeOnly(payload)) return BADGE;
	return RULES[pushType];
}
