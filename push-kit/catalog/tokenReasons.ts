/**
 * Why Huawei refused single tokens of a request: the keys of `illegalTokens` in the answers
 * `80100000` and `80300007`. Source page: `push-scenariozed-api-response`.
 */
import { CONSOLE_STEPS, N8N_STEPS } from './consoleSteps';
import type { Verdict } from './verdicts';

export interface TokenReason {
	readonly reason: string;
	readonly meaning: string;
	readonly remedy: string;
	readonly verdict: Verdict;
	/**
	 * Holds in place of `verdict` when every token of the request was refused for this reason:
	 * then the set-up is the likelier culprit, and no token may be given up for that.
	 */
	readonly verdictWhenAll?: Verdict;
	/** Slug of Huawei's page. */
	readonly source: string;
}

const source = 'push-scenariozed-api-response';

export const TOKEN_REASONS: readonly TokenReason[] = [
	{
		reason: 'noPushTypeRight',
		meaning: 'The app does not have the right to send this type of message.',
		remedy: CONSOLE_STEPS.messageTypeRight,
		verdict: 'fixSetup',
		source,
	},
	{
		reason: 'noRight',
		meaning:
			'The token belongs to an app of another project, or it is an old token from before the device moved to HarmonyOS 5.',
		remedy: `If every token has this reason, the project is wrong. ${N8N_STEPS.projectId} ${CONSOLE_STEPS.projectId} If only some have it, remove those: the app reports a new token the next time the user opens it.`,
		verdict: 'remove',
		verdictWhenAll: 'fixSetup',
		source,
	},
	{
		reason: 'atomicUnableSendUnsubscribedMsg',
		meaning:
			'The token belongs to an atomic service, which may not be sent this type of message, only service widget updates and messages the user subscribed to.',
		remedy: 'Send a Service Widget update, or leave this token out.',
		verdict: 'fixMessage',
		source,
	},
	{
		reason: 'tokenFormatError',
		meaning: 'This is not a well-formed push token.',
		remedy: `${N8N_STEPS.tokenField} If it does, remove this token: the app reports a new one the next time the user opens it.`,
		verdict: 'remove',
		source,
	},
	{
		reason: 'countryNotSupport',
		meaning: 'Push Kit does not deliver in the country of this token.',
		remedy: `Remove the token. If every token has this reason, the data processing location may be wrong. ${CONSOLE_STEPS.dataProcessingLocation} If it is right: ${CONSOLE_STEPS.askHuawei}`,
		verdict: 'remove',
		// A wrong data processing location makes delivery impossible for all (push-config-setting).
		verdictWhenAll: 'fixSetup',
		source,
	},
	{
		reason: 'tokenPlatformNotSupport',
		meaning: "The token was issued by another push provider's proxy, not by Push Kit.",
		remedy: 'Remove the token and use the one that the app receives from Push Kit itself.',
		verdict: 'remove',
		source,
	},
	{
		reason: 'disableSendHuaweiMsgBecauseOfPenalty',
		meaning: 'Huawei has stopped messages of this app because of a violation.',
		remedy: CONSOLE_STEPS.penalty,
		verdict: 'fixSetup',
		source,
	},
	{
		reason: 'differentImgVerifyPolicy',
		meaning: 'The image was verified for another type of message.',
		remedy: N8N_STEPS.verifyImage,
		verdict: 'fixMessage',
		source,
	},
	{
		reason: 'appinfoError',
		meaning: 'Huawei does not know the app of this token; perhaps it was created only just now.',
		remedy:
			'Check in AppGallery Connect that the app exists in this project. If it was created a moment ago, try again later.',
		verdict: 'fixSetup',
		source,
	},
	{
		reason: 'noRightToSendThisLiveNotificationEvent',
		meaning: 'The app does not have the right for this live view event.',
		remedy: CONSOLE_STEPS.liveViewRight,
		verdict: 'fixSetup',
		source,
	},
	{
		// Listed under 80300007 only.
		reason: 'notSupportPlayVoice',
		meaning: 'The category PLAY_VOICE was sent with a message other than text-to-speech.',
		remedy: 'Use the Text-to-Speech resource of the node, or choose another category.',
		verdict: 'fixMessage',
		source,
	},
];

const BY_REASON: ReadonlyMap<string, TokenReason> = new Map(
	TOKEN_REASONS.map((row) => [row.reason, row]),
);

/**
 * Gives the meaning of a reason; blanks around it are ignored, because an older edition of the
 * page prints one so. `undefined` for a reason Huawei has added since: pass its word through
 * with verdict `keep`.
 */
export function findTokenReason(reason: string): TokenReason | undefined {
	return BY_REASON.get(reason.trim());
}
