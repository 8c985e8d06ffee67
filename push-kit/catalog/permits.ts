/**
 * What Huawei permits of each message type: devices, the right and the way to it. How much is permitted stands in
 * `quotas.ts`. Source pages: `push-scenariozed-api-intro`, `push-apply-right` and the page of each type.
 */
import type { ConsoleStepId } from './consoleSteps';
import {
	CALL_REACH,
	FORM_REACH,
	LIVE_VIEW_REACH,
	MDM_REACH,
	NOTIFICATION_REACH,
	PHONE_TABLET_PC,
	TEXT_TO_SPEECH_REACH,
	type Reach,
} from './devices';
export interface Permit {
	/** A row of `messageTypes.ts`. */
	readonly messageType: string;
	/** Empty where no page says. */
	readonly reach: Reach;
	/** The right it needs, in words. */
	readonly right: string;
	/** Where to apply for it, with documents and days; none where there is nothing to apply for. */
	readonly steps: readonly ConsoleStepId[];
	/** Slug of the page that names the right. */
	readonly source: string;
}

export const PERMITS: readonly Permit[] = [
	{
		messageType: 'notification',
		reach: NOTIFICATION_REACH,
		right:
			'None for MARKETING. The self-classification right for every other category, else the message counts as MARKETING. For Priority Scene the priority notification right',
		steps: ['categoryRight', 'priorityRight'],
		source: 'push-apply-right',
	},
	{
		messageType: 'badge',
		reach: PHONE_TABLET_PC,
		right:
			'The self-classification right for IM; the number must be the real count of unread messages',
		steps: ['categoryRight'],
		source: 'push-send-badge',
	},
	{
		messageType: 'form',
		reach: FORM_REACH,
		right: 'None',
		steps: [],
		source: 'push-form-update',
	},
	{
		messageType: 'textToSpeech',
		reach: TEXT_TO_SPEECH_REACH,
		right: 'The text-to-speech right',
		steps: ['textToSpeechRight'],
		source: 'push-apply-right',
	},
	{
		messageType: 'background',
		reach: NOTIFICATION_REACH,
		right: 'None',
		steps: [],
		source: 'push-background',
	},
	{
		messageType: 'liveView',
		reach: LIVE_VIEW_REACH,
		right: 'The live view right, for each event',
		steps: ['liveViewRight'],
		source: 'liveview-rights',
	},
	{
		// The guide of 2025 names it; the newest `push-scenariozed-api-intro` omits it.
		messageType: 'location',
		reach: {},
		right: 'Not open for application',
		steps: [],
		source: 'push-scenes-send',
	},
	{
		messageType: 'call',
		reach: CALL_REACH,
		right: 'The right for in-app calls',
		steps: ['callRight'],
		source: 'push-apply-right',
	},
	{
		messageType: 'mdm',
		reach: MDM_REACH,
		right: 'The right for MDM messages',
		steps: ['mdmRight'],
		source: 'push-mdm',
	},
];
