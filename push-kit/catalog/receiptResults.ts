/**
 * What the device reported back: the result codes of a receipt, what each means and what follows
 * from it. Source pages: `push-api-msg-receipt` (codes), `push-msg-receipt` (handling).
 */
import { CONSOLE_STEPS } from './consoleSteps';
import { INACTIVE_DEVICE_DAYS, MAXIMUM_OFFLINE_MESSAGES } from './limits';
import type { Verdict } from './verdicts';

const DAY_SECONDS = 86_400;

/** A receipt belongs to exactly one of these; they are what the trigger can be set to start on. */
export type ReceiptEvent =
	| 'delivered'
	| 'tokenInvalid'
	| 'notDisplayed'
	| 'inactiveDevice'
	| 'throttled'
	| 'deviceState'
	| 'messageProblem'
	| 'other';

/** What a pause covers: all messages to the token, one service widget, or one live view. */
export type PauseScope = 'token' | 'formId' | 'activityId';

export interface ReceiptResult {
	/** `deliveryStatus.result` or `formStatus.result` of the receipt. */
	readonly result: number;
	readonly resultText: string;
	readonly advice: string;
	readonly verdict: Verdict;
	readonly event: ReceiptEvent;
	/** Seconds from the receipt's timestamp; only where Huawei names a time. */
	readonly pauseSeconds?: number;
	readonly scope?: PauseScope;
	/** Slug of Huawei's page. */
	readonly source: string;
}

/** An option of the trigger's "Trigger On". */
export interface ReceiptEventOption {
	readonly value: ReceiptEvent;
	readonly name: string;
	readonly description: string;
	/** The label in n8n's list of nodes, from which a trigger is set to this event alone. */
	readonly action: string;
}

export const RECEIPT_EVENTS: readonly ReceiptEventOption[] = [
	{
		value: 'delivered',
		name: 'Delivered',
		description: 'The message arrived on the device (result 0)',
		action: 'On message delivered',
	},
	{
		value: 'deviceState',
		name: 'Device State',
		description:
			'The device holds the message back or another user is logged in; no action needed (15, 22, 27, 51, 144)',
		action: 'On message held back by device',
	},
	{
		value: 'inactiveDevice',
		name: 'Inactive Device',
		description: `The device has been offline for ${INACTIVE_DEVICE_DAYS} days; pause its token (10)`,
		action: `On device offline for ${INACTIVE_DEVICE_DAYS} days`,
	},
	{
		value: 'messageProblem',
		name: 'Message Problem',
		description:
			'Only a change of the message or of the set-up mends it (31, 151, 155, 156, 158, 259, 261, 264, 265, 268, 269)',
		action: 'On problem of message or set-up',
	},
	{
		value: 'notDisplayed',
		name: 'Not Displayed',
		description: 'The user has switched notifications off; pause the token (6)',
		action: 'On notification not displayed',
	},
	{
		value: 'other',
		name: 'Other',
		description:
			'Network or start failures, receipts without a push token, and results that this node does not know (14, 188, 191)',
		action: 'On any other receipt',
	},
	{
		value: 'throttled',
		name: 'Throttled',
		description: 'Dropped by frequency control; send less often (102, 256, 262)',
		action: 'On message dropped by frequency control',
	},
	{
		value: 'tokenInvalid',
		name: 'Token Invalid',
		description: 'The app was uninstalled or the token replaced; remove the token (2, 5)',
		action: 'On token no longer valid',
	},
];

const source = 'push-api-msg-receipt';

export const RECEIPT_RESULTS: readonly ReceiptResult[] = [
	{
		result: 0,
		resultText: 'Delivered to the device.',
		advice: 'Nothing to do.',
		verdict: 'keep',
		event: 'delivered',
		source,
	},
	{
		result: 2,
		resultText: 'The token is invalid: the app was uninstalled.',
		advice: 'Remove the token from your list.',
		verdict: 'remove',
		event: 'tokenInvalid',
		source,
	},
	{
		result: 5,
		resultText:
			'The token is invalid: it is not the current token of the device (app data cleared, app reinstalled, factory reset), or the app was never opened.',
		advice:
			'Remove the token from your list. The app reports a new one the next time the user opens it.',
		verdict: 'remove',
		event: 'tokenInvalid',
		source,
	},
	{
		result: 6,
		resultText:
			'Not displayed: the user switched notifications off for the app or this kind of message, or the device is in minors mode.',
		advice:
			'Leave the token out of further sends until the app reports it again. Only the user can switch notifications on again, in the settings of the device.',
		verdict: 'pause',
		event: 'notDisplayed',
		scope: 'token',
		source,
	},
	{
		result: 10,
		resultText: `Inactive device: it has been offline for ${INACTIVE_DEVICE_DAYS} days.`,
		advice: 'Leave the token out of further sends until the app reports it again.',
		verdict: 'pause',
		event: 'inactiveDevice',
		scope: 'token',
		source,
	},
	{
		result: 14,
		resultText: 'Not delivered: an internal network error.',
		advice: 'Send the message again later if it is still of use.',
		verdict: 'retryLater',
		event: 'other',
		source,
	},
	{
		result: 15,
		resultText: `Dropped while the device was offline: a newer message with the same Collapse Key replaced it, or more than ${MAXIMUM_OFFLINE_MESSAGES} messages were waiting.`,
		advice: 'Nothing to do.',
		verdict: 'keep',
		event: 'deviceState',
		source,
	},
	{
		result: 22,
		resultText:
			'The token belongs to another user of the same device, for example of its private space.',
		advice:
			'Keep the token. Send to the token of the user who is active now, if the app has reported one.',
		verdict: 'keep',
		event: 'deviceState',
		source,
	},
	{
		result: 27,
		resultText: 'The app is not running: the background message waits on the device.',
		advice: 'Nothing to do. The app receives the newest message when it runs next.',
		verdict: 'keep',
		event: 'deviceState',
		source,
	},
	{
		result: 31,
		resultText: 'The page that a tap should open does not exist in the app.',
		advice:
			"Correct Action or URI of the click action in the node; ask the app's developer which pages the app declares in its skills.",
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
	{
		result: 51,
		resultText: 'The device was started but not yet unlocked.',
		advice: 'Keep the token. Send the message again later if it is still of use.',
		verdict: 'keep',
		event: 'deviceState',
		source,
	},
	{
		result: 102,
		resultText: 'Dropped: too many messages from this app for this device today.',
		advice: 'Send fewer messages to this user, and this one again on another day.',
		verdict: 'retryLater',
		event: 'throttled',
		source,
	},
	{
		result: 144,
		resultText:
			'The Profile ID is not bound on the device: usually that user has simply logged out.',
		advice:
			'Keep the token. If it happens for every user, compare Profile ID with what the app reports.',
		verdict: 'keep',
		event: 'deviceState',
		source,
	},
	{
		result: 151,
		resultText: 'Not displayed, or the service widget of this Form ID does not exist.',
		advice:
			'Check that the widget is still on the desktop of the device, and use the Form ID that the app reports.',
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
	{
		result: 155,
		resultText: 'The live view was not updated: it was never created, or it has expired.',
		advice: 'Create the live view first, with the Create operation and the same Activity ID.',
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
	{
		result: 156,
		resultText: 'The live view was not updated: its version is not greater than the one shown.',
		advice: 'Raise Version with every update, or set Version to Automatic.',
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
	{
		result: 158,
		resultText: 'A live view with this Activity ID already exists; the app itself made it.',
		advice: 'Use the Update operation, or create it with another Activity ID.',
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
	{
		result: 188,
		resultText: 'The app could not be started on the device.',
		advice: 'Send the message again later.',
		verdict: 'retryLater',
		event: 'other',
		source,
	},
	{
		result: 191,
		resultText: 'The badge number could not be updated.',
		advice: 'Send the badge number again later.',
		verdict: 'retryLater',
		event: 'other',
		source,
	},
	{
		result: 256,
		resultText:
			'Dropped: the daily limit of this kind of message (or of test messages) is used up.',
		advice: `Send it again on the next day. If a message of another category was counted as MARKETING, the app lacks the right for that category. ${CONSOLE_STEPS.categoryRight}`,
		verdict: 'retryLater',
		event: 'throttled',
		source,
	},
	{
		result: 259,
		resultText: 'Refused: the content is not permitted, or a URL in it is unsafe.',
		advice: 'Change the text, the image or the link of the message, then send again.',
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
	{
		result: 261,
		resultText:
			'The device has no service widget with this Form ID; updates for it are blocked for 30 days.',
		advice: 'Stop sending to this Form ID and use one that the app reports. The token is fine.',
		verdict: 'pause',
		event: 'messageProblem',
		pauseSeconds: 30 * DAY_SECONDS,
		scope: 'formId',
		source,
	},
	{
		result: 262,
		resultText:
			'The service widget was updated too often on this device; updates for it are blocked for 1 day.',
		advice: 'Send no update to this Form ID for a day, and fewer after that. The token is fine.',
		verdict: 'pause',
		event: 'throttled',
		pauseSeconds: DAY_SECONDS,
		scope: 'formId',
		source,
	},
	{
		result: 264,
		resultText: 'The user has not subscribed to this message.',
		advice: 'Stop sending this subscription message to this user until the user subscribes.',
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
	{
		result: 265,
		resultText:
			'There is no live view with this Activity ID; messages for it are blocked for 24 hours.',
		advice:
			'Send nothing for this Activity ID for 24 hours, or create a live view with a new Activity ID. The token is fine.',
		verdict: 'pause',
		event: 'messageProblem',
		pauseSeconds: DAY_SECONDS,
		scope: 'activityId',
		source,
	},
	{
		result: 268,
		resultText: 'The live view was created by a push message and updated without a status.',
		advice: 'Fill in Status in the Update operation.',
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
	{
		result: 269,
		resultText: 'A live view was created twice with the same Activity ID.',
		advice: 'Use the Update operation, or create it with a new Activity ID.',
		verdict: 'fixMessage',
		event: 'messageProblem',
		source,
	},
];

const BY_RESULT: ReadonlyMap<number, ReceiptResult> = new Map(
	RECEIPT_RESULTS.map((row) => [row.result, row]),
);

/**
 * Gives the meaning of a receipt's result. A result that is not in the table becomes event
 * `other` with verdict `keep`: Huawei's list may grow, and no token is given up for a guess.
 */
export function findReceiptResult(result: number): ReceiptResult {
	return (
		BY_RESULT.get(result) ?? {
			result,
			resultText: `Result ${result}, which this node does not know.`,
			advice: `Look the result up in Huawei's list of receipt status codes. ${CONSOLE_STEPS.traceMessage}`,
			verdict: 'keep',
			event: 'other',
			source,
		}
	);
}
