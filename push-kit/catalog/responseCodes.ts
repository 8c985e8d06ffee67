/**
 * The business codes that Push Kit answers with (`code` of the body, a string of digits), for
 * sending, revoking and the image check. Source pages: `push-scenariozed-api-response`,
 * `push-msg-revoke`, `push-image-control`.
 */
import { CONSOLE_PLACES, CONSOLE_STEPS, joinSteps, N8N_STEPS } from './consoleSteps';
import {
	IMAGE_CHECKS_PER_MINUTE,
	MAXIMUM_BODY_BYTES,
	MAXIMUM_TOKENS_PER_REQUEST,
	MAXIMUM_TOKENS_PER_TEST_REQUEST,
	TEST_REQUESTS_PER_DAY,
} from './limits';
import type { Verdict } from './verdicts';

export type Endpoint = 'send' | 'revoke' | 'verify';

/**
 * What a code does to its request, from which outcomes, repeats and the test of the credential all follow.
 *
 * - `taken`: the message is on its way to every token; never to be sent again.
 * - `partial`: to those tokens that the answer does not name as refused.
 * - `tokensRefused`: to none, each token for a reason of its own.
 * - `accountRefused`: Huawei does not know who asks; whatever else this account asks will be refused too.
 * - `expiredToken`: the same, for the JWT alone: a new one may be taken.
 * - `projectRefused`: Huawei knows who asks, and lets the project send nothing.
 * - `refused`: this request, for what stands in it.
 * - `revokeFailed`: of revoking only, where a repeat does no harm: there it failed. Answered elsewhere it is as
 *   little a refusal as `unknown` is.
 * - `unknown`: Huawei does not know itself whether it took the request.
 */
export type Effect =
	| 'taken'
	| 'partial'
	| 'tokensRefused'
	| 'accountRefused'
	| 'expiredToken'
	| 'projectRefused'
	| 'refused'
	| 'revokeFailed'
	| 'unknown';

/** The words of a code that differ on one endpoint. */
export interface ResponseText {
	readonly serverMessage?: string;
	readonly meaning?: string;
	readonly remedy?: string;
}

export interface ResponseCode {
	readonly code: string;
	/** Huawei's own text, as the page prints it. */
	readonly serverMessage: string;
	readonly endpoints: readonly Endpoint[];
	readonly meaning: string;
	/** The next click; of what is `unknown`, the one where asking again does not help. */
	readonly remedy: string;
	/** Of the request as a whole; the reason of a single token overrides it. */
	readonly verdict: Verdict;
	readonly effect: Effect;
	readonly byEndpoint?: Readonly<Partial<Record<Endpoint, ResponseText>>>;
	/** What the test of a credential says, where it can tell more than a send could. */
	readonly connectionTest?: string;
	/** Slug of Huawei's page. */
	readonly source: string;
}

const SEND_PAGE = 'push-scenariozed-api-response';
const REVOKE_PAGE = 'push-msg-revoke';
const IMAGE_PAGE = 'push-image-control';
const CLIENT = joinSteps(N8N_STEPS.clientId, CONSOLE_STEPS.clientId);

export const RESPONSE_CODES: readonly ResponseCode[] = [
	{
		code: '80000000',
		serverMessage: 'Success',
		endpoints: ['send', 'revoke'],
		meaning: 'Huawei accepted the request. Whether a device showed the message, a receipt tells.',
		remedy: 'Nothing to do.',
		verdict: 'keep',
		effect: 'taken',
		source: SEND_PAGE,
	},
	{
		code: '80000001',
		serverMessage: 'CommonService Error',
		endpoints: ['revoke'],
		meaning: 'Huawei reports an internal error while revoking.',
		remedy: `Revoke once more later: a repeat does no harm. If it stays: ${CONSOLE_STEPS.askHuawei}`,
		verdict: 'retryLater',
		effect: 'revokeFailed',
		source: REVOKE_PAGE,
	},
	{
		code: '80100000',
		serverMessage: 'Check Parameter Partial Success',
		endpoints: ['send'],
		meaning: 'Huawei accepted the message for some of the tokens and refused the others.',
		remedy: 'See the reason of each refused token on the Problem output.',
		verdict: 'keep',
		effect: 'partial',
		source: SEND_PAGE,
	},
	{
		code: '80100001',
		serverMessage: 'Check Parameter Error',
		endpoints: ['send', 'revoke', 'verify'],
		meaning: 'One of the values in the request is wrong.',
		remedy: 'Check the fields of the message in the node, the numbers and choices first.',
		verdict: 'fixMessage',
		effect: 'refused',
		byEndpoint: {
			revoke: { remedy: 'Check Notify ID and the push tokens of the Revoke operation.' },
			verify: { remedy: 'Check the image URL and the kind of message it is meant for.' },
		},
		source: SEND_PAGE,
	},
	{
		code: '80100003',
		serverMessage: 'Illegal payload, {errorTips}',
		endpoints: ['send', 'revoke', 'verify'],
		meaning: "The message is not built as Huawei wants it; the answer's text names the field.",
		remedy: "Correct the field that the answer's text names, then send again.",
		verdict: 'fixMessage',
		effect: 'refused',
		byEndpoint: {
			verify: {
				serverMessage: 'only https allow',
				meaning: 'The image URL does not begin with https.',
				remedy: 'Use an image URL that begins with https:// and can be opened by anyone.',
			},
		},
		source: SEND_PAGE,
	},
	{
		// UNCERTAIN: gone from the newest edition of the page; kept because the service may still send it.
		code: '80100004',
		serverMessage: 'Illegal expire time',
		endpoints: ['send'],
		meaning: 'The message would expire before it could be sent.',
		remedy: 'Raise TTL under Options of the node (in seconds, 86400 is one day).',
		verdict: 'fixMessage',
		effect: 'refused',
		source: SEND_PAGE,
	},
	{
		code: '80100020',
		serverMessage: 'Check Parameter Partial Success',
		endpoints: ['revoke'],
		meaning: 'Huawei revoked the message for some tokens only: a part of the request is wrong.',
		remedy: "Correct what the answer's text names and revoke once more for the tokens that failed.",
		verdict: 'fixMessage',
		effect: 'partial',
		source: REVOKE_PAGE,
	},
	{
		code: '80100022',
		serverMessage: 'Anti-Spam: image not verify',
		endpoints: ['send'],
		meaning: 'Huawei wants the image of this message checked first.',
		remedy: N8N_STEPS.verifyImage,
		verdict: 'fixMessage',
		effect: 'refused',
		source: SEND_PAGE,
	},
	{
		// UNCERTAIN: only in the newest edition of the page.
		code: '80100024',
		serverMessage: 'Anti-Spam: verify image expire',
		endpoints: ['send'],
		meaning: 'The check of the image has expired.',
		remedy: `Have the image checked again. ${N8N_STEPS.verifyImage}`,
		verdict: 'fixMessage',
		effect: 'refused',
		source: SEND_PAGE,
	},
	{
		code: '80200001',
		serverMessage: 'Authentication Error',
		endpoints: ['send', 'revoke', 'verify'],
		meaning:
			'Huawei refused the login: the service account key does not belong to this project, or the key was deleted.',
		remedy: `${N8N_STEPS.projectId} If they are equal, create a new key. ${CONSOLE_STEPS.serviceAccountKey}`,
		verdict: 'fixSetup',
		effect: 'accountRefused',
		byEndpoint: {
			revoke: {
				meaning:
					'Huawei refused the login: the service account key does not belong to the project of the app, or the key was deleted.',
			},
		},
		connectionTest: `Huawei refused the key (80200001): an ID beside it is wrong, the file belongs to another project, the key was deleted, or API Base URL is not the V3 API. Compare Project ID with ${CONSOLE_PLACES.projectSettings} and paste the whole file again. If the key was deleted: ${N8N_STEPS.newKey}`,
		source: SEND_PAGE,
	},
	{
		code: '80200003',
		serverMessage: 'Access token expired',
		endpoints: ['revoke', 'verify'],
		meaning: 'The login to Huawei has expired.',
		remedy: `The node has logged in once more by itself. If it stays: ${N8N_STEPS.clock}`,
		verdict: 'fixSetup',
		effect: 'expiredToken',
		source: REVOKE_PAGE,
	},
	{
		code: '80200005',
		serverMessage: 'Jwt token expired',
		endpoints: ['send', 'revoke', 'verify'],
		meaning: 'The login to Huawei has expired.',
		remedy: `The node has logged in once more by itself. If it stays: ${N8N_STEPS.clock}`,
		verdict: 'fixSetup',
		effect: 'expiredToken',
		connectionTest:
			'Huawei considers the login token expired (80200005): the clock of the machine that runs n8n is wrong. Set it by a time server and test again.',
		source: SEND_PAGE,
	},
	{
		code: '80300002',
		serverMessage: 'No permission to send message to these tmIDs',
		endpoints: ['send', 'revoke', 'verify'],
		meaning:
			'Push Kit is not enabled in this project, or the project ID is not that of the app. Huawei uses one code for both.',
		remedy: joinSteps(
			N8N_STEPS.projectId,
			CONSOLE_STEPS.projectId,
			'If it is right:',
			CONSOLE_STEPS.enablePushKit,
		),
		verdict: 'fixSetup',
		effect: 'projectRefused',
		byEndpoint: {
			revoke: {
				meaning:
					'Push Kit is not enabled in this project, or the client ID is not that of the app (that of the project does not work). Huawei uses one code for both.',
				remedy: joinSteps(CLIENT, 'If it is right:', CONSOLE_STEPS.enablePushKit),
			},
		},
		connectionTest: `Huawei knows the key but does not let it send (80300002): either Push Kit is not enabled, or the key belongs to another project than the app. Check ${CONSOLE_PLACES.enablePushKit}, and compare Project ID.`,
		source: SEND_PAGE,
	},
	{
		code: '80300007',
		serverMessage: 'All the tokens are invalid',
		endpoints: ['send', 'revoke'],
		meaning:
			'Huawei refused every token of the request. That does not mean that the tokens are dead: the reason of each decides.',
		remedy: 'See the reason of each token on the Problem output.',
		// Never `remove` by this code alone: a missing right answers with it too.
		verdict: 'keep',
		effect: 'tokensRefused',
		source: SEND_PAGE,
	},
	{
		code: '80300008',
		serverMessage: 'Push message size is too long',
		endpoints: ['send', 'revoke'],
		meaning: `The message is larger than ${MAXIMUM_BODY_BYTES} bytes (push tokens not counted).`,
		remedy: 'Shorten the texts or the extra data. One Chinese character counts three bytes.',
		verdict: 'fixMessage',
		effect: 'refused',
		source: SEND_PAGE,
	},
	{
		code: '80300010',
		serverMessage: 'token count should within {0} and {1}',
		endpoints: ['send', 'revoke'],
		meaning: `The request carries too many push tokens (${MAXIMUM_TOKENS_PER_REQUEST} at most, 1 for a service widget), or none.`,
		remedy: 'Send to fewer tokens per request; the node does so by itself.',
		verdict: 'fixMessage',
		effect: 'refused',
		byEndpoint: {
			revoke: {
				meaning: `The request carries more than ${MAXIMUM_TOKENS_PER_REQUEST} push tokens, or none.`,
				remedy: `Revoke for 1 to ${MAXIMUM_TOKENS_PER_REQUEST} tokens per request; the node does so by itself.`,
			},
		},
		source: SEND_PAGE,
	},
	{
		code: '80300017',
		serverMessage: 'Token app count should not exceed 1',
		endpoints: ['revoke'],
		meaning: 'The push tokens belong to more than one app.',
		remedy: 'Revoke separately for each app, each time with the client ID of that app.',
		verdict: 'fixMessage',
		effect: 'refused',
		source: REVOKE_PAGE,
	},
	{
		code: '80300028',
		serverMessage: 'Token app mismatch with specify app',
		endpoints: ['revoke'],
		meaning: 'The push tokens belong to another app than the client ID.',
		remedy: CLIENT,
		verdict: 'fixSetup',
		effect: 'refused',
		source: REVOKE_PAGE,
	},
	{
		code: '80300029',
		serverMessage: 'When send test message, the api request exceed limit',
		endpoints: ['send'],
		meaning: 'Too many test messages were sent in a short time.',
		remedy: `Wait a while. A project may send ${TEST_REQUESTS_PER_DAY} test requests a day.`,
		verdict: 'retryLater',
		effect: 'refused',
		source: SEND_PAGE,
	},
	{
		code: '80300030',
		serverMessage: 'When send test message, token count exceed limit',
		endpoints: ['send'],
		meaning: `A test message may go to ${MAXIMUM_TOKENS_PER_TEST_REQUEST} push tokens per request at most (1 for a service widget).`,
		remedy: 'Send to fewer tokens per request; the node does so by itself.',
		verdict: 'fixMessage',
		effect: 'refused',
		source: SEND_PAGE,
	},
	{
		code: '80300032',
		serverMessage: 'No permission to revoke messages',
		endpoints: ['revoke'],
		meaning: 'The request lacks the notify ID or the push tokens.',
		remedy:
			'Fill in Notify ID with the number the message was sent with, and choose the tokens under Recipients.',
		verdict: 'fixMessage',
		effect: 'refused',
		source: REVOKE_PAGE,
	},
	{
		code: '80300036',
		serverMessage: 'JWT expire period over threshold',
		endpoints: ['send'],
		meaning: 'The login was made to last longer than one day.',
		remedy: `${N8N_STEPS.clock} Then open the Huawei Push Kit API credential and save it again.`,
		verdict: 'fixSetup',
		effect: 'accountRefused',
		source: SEND_PAGE,
	},
	{
		code: '80300037',
		serverMessage: 'Disable send huawei msg because of penalty',
		endpoints: ['send'],
		meaning: 'Huawei has stopped messages of this app because of violations.',
		remedy: CONSOLE_STEPS.penalty,
		verdict: 'fixSetup',
		effect: 'projectRefused',
		source: SEND_PAGE,
	},
	{
		code: '81000001',
		serverMessage: 'Inner Error',
		endpoints: ['send'],
		meaning: 'Huawei reports an internal error.',
		remedy: CONSOLE_STEPS.askHuawei,
		verdict: 'keep',
		effect: 'unknown',
		source: SEND_PAGE,
	},
	{
		code: '83010000',
		serverMessage: 'Verify success',
		endpoints: ['verify'],
		meaning: 'The image passed the check.',
		remedy:
			'Use the downloadUrl of the answer as the image of the message, and do not change the picture any more.',
		verdict: 'keep',
		effect: 'taken',
		source: IMAGE_PAGE,
	},
	{
		code: '83010001',
		serverMessage: 'Verify failed',
		endpoints: ['verify'],
		meaning: 'The image was refused: its content is sensitive.',
		remedy: 'Use another image.',
		verdict: 'fixMessage',
		effect: 'refused',
		source: IMAGE_PAGE,
	},
	{
		code: '83010002',
		serverMessage: 'The number of sent messages exceeds the limit',
		endpoints: ['verify'],
		meaning: `Too many images were checked: ${IMAGE_CHECKS_PER_MINUTE} per minute and app are permitted.`,
		remedy: 'Wait a minute, then check the image again.',
		verdict: 'retryLater',
		effect: 'refused',
		source: IMAGE_PAGE,
	},
	{
		code: '83010003',
		serverMessage: 'Request body is empty',
		endpoints: ['verify'],
		meaning: 'The request carried no image URL.',
		remedy: 'Fill in the image URL in the Verify operation.',
		verdict: 'fixMessage',
		effect: 'refused',
		source: IMAGE_PAGE,
	},
	{
		code: '83010004',
		serverMessage: 'Send control is not supported',
		endpoints: ['verify'],
		meaning: 'Huawei has no rule for checking images of this app.',
		remedy: CONSOLE_STEPS.askHuawei,
		verdict: 'fixSetup',
		effect: 'refused',
		source: IMAGE_PAGE,
	},
	{
		code: '83010005',
		serverMessage: 'Download picture failed',
		endpoints: ['verify'],
		meaning: 'Huawei could not download the image.',
		remedy: 'Open the image URL in a private browser window: it must load without a login.',
		verdict: 'fixMessage',
		effect: 'refused',
		source: IMAGE_PAGE,
	},
	{
		code: '83010007',
		serverMessage: 'The header does not contain valid push-type',
		endpoints: ['verify'],
		meaning: 'An image can be checked for notifications, service widgets and text-to-speech only.',
		remedy: 'Choose one of these message types in the Verify operation.',
		verdict: 'fixMessage',
		effect: 'refused',
		source: IMAGE_PAGE,
	},
];

const BY_CODE: ReadonlyMap<string, ResponseCode> = new Map(
	RESPONSE_CODES.map((row) => [row.code, row]),
);

/**
 * Gives the meaning of a business code; with `endpoint`, in the words that hold there.
 * `undefined` for a code that is not in the table. A known code of another endpoint is still
 * given: the pages do not promise that their lists are complete.
 */
export function findResponseCode(code: string, endpoint?: Endpoint): ResponseCode | undefined {
	const row = BY_CODE.get(code);
	const text = endpoint && row?.byEndpoint?.[endpoint];
	return row && text ? { ...row, ...text } : row;
}
