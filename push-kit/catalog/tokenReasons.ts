/**
 * Why Huawei refused single tokens of a request: the keys of `illegalTokens` in the answers
 * `80100000` and `80300007`. Source page: `push-scenariozed-api-response`.
 */
import { CONSOLE_STEPS, joinSteps, N8N_STEPS } from './consoleSteps';
import type { Verdict } from './verdicts';

/**
 * A reason that does not tell a dead token from a wrong set-up. The token is at fault only where the same
 * set-up demonstrably works for others, see `push-kit/delivery/judgement.ts`.
 */
export interface SetUpDoubt {
	/**
	 * What shows in a run that the set-up works: messages taken from the same `project` (address, project and key),
	 * or tokens taken from the same `tokenField`. Of earlier runs those of the same node and field show either.
	 */
	readonly provenBy: 'project' | 'tokenField';
	/** Holds in place of the row's `verdict` as long as nothing shows that the set-up works. */
	readonly verdict: Verdict;
	/** Names both readings and the click that tells them apart. */
	readonly remedy: string;
}

export interface TokenReason {
	readonly reason: string;
	readonly meaning: string;
	/** The next click, once it is certain that the token is at fault where `setUp` leaves that open. */
	readonly remedy: string;
	readonly verdict: Verdict;
	/** Set where a wrong set-up explains the reason as well as a dead token does. */
	readonly setUp?: SetUpDoubt;
	/** Slug of Huawei's page. */
	readonly source: string;
}

const source = 'push-scenariozed-api-response';

const NEW_TOKEN = 'Remove this token: the app reports a new one the next time the user opens it.';

const TOKEN_FIELD_DOUBT: SetUpDoubt = {
	provenBy: 'tokenField',
	verdict: 'fixSetup',
	remedy: `Keep the token: too few others were accepted to tell whether Token Field names the wrong field or this token is broken. ${N8N_STEPS.tokenField} If it does, send to more of your customers at once: tokens that are refused while most others are accepted then come out with the verdict remove.`,
};

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
		remedy: NEW_TOKEN,
		verdict: 'remove',
		setUp: {
			provenBy: 'project',
			verdict: 'fixSetup',
			remedy: joinSteps(
				'Keep the token: too few others were accepted to tell whether the project is wrong or this token is old.',
				N8N_STEPS.projectId,
				CONSOLE_STEPS.projectId,
				'If both are the same, send to more of your customers at once: tokens that are refused while most others are accepted then come out with the verdict remove.',
			),
		},
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
		remedy: NEW_TOKEN,
		verdict: 'remove',
		setUp: TOKEN_FIELD_DOUBT,
		source,
	},
	{
		reason: 'countryNotSupport',
		meaning: 'Push Kit does not deliver in the country of this token.',
		remedy: 'Remove the token: its device is where Push Kit does not deliver.',
		verdict: 'remove',
		setUp: {
			provenBy: 'project',
			verdict: 'fixSetup',
			// A wrong data processing location makes delivery impossible for all (push-config-setting).
			remedy: joinSteps(
				'Keep the token: too few others were accepted to tell whether the data processing location of the project is wrong or this device is abroad.',
				CONSOLE_STEPS.dataProcessingLocation,
				'If it is right:',
				CONSOLE_STEPS.askHuawei,
			),
		},
		source,
	},
	{
		reason: 'tokenPlatformNotSupport',
		meaning: "The token was issued by another push provider's proxy, not by Push Kit.",
		remedy: 'Remove the token and use the one that the app receives from Push Kit itself.',
		verdict: 'remove',
		setUp: TOKEN_FIELD_DOUBT,
		source,
	},
	{
		reason: 'disableSendHuaweiMsgBecauseOfPenalty',
		meaning: 'Huawei has stopped messages of this app because of violations.',
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
