/**
 * The next click, in words: the one home of "where to click". Every step is whole sentences, so that the other
 * tables can append it to a remedy. Menus are named in English; their Chinese labels, which are what an operator
 * sees in the console, stand in `docs/console.md`, to which every step leads.
 *
 * Source pages stand beside the steps. Where Huawei's English pages name a menu, their name is taken.
 */

import { RIGHT_EFFECTIVE_MINUTES } from './limits';
import { DEFAULT_BASE_URL } from './pushApi';

/** The page with the Chinese labels. */
export const CONSOLE_PAGE =
	'https://github.com/example.invalid/n8n-nodes-huawei-push/blob/main/docs/console.md';

const SEE_LABELS = `See the labels in Chinese (${CONSOLE_PAGE}).`;

/** Menus, pages and buttons of Huawei's consoles as the steps name them. */
export const CONSOLE_MENUS = {
	apiConsole: 'API Console',
	appInformation: 'App information',
	callMessages: 'In-app call messages',
	capabilities: 'Manage open capabilities',
	configuration: 'Configuration',
	credentials: 'Credentials',
	dataProcessingLocation: 'Data processing location',
	enableNow: 'Enable now',
	grow: 'Grow',
	interactionCenter: 'Interaction center',
	liveViewKit: 'Live View Kit',
	mdmMessages: 'MDM messages',
	newReceipt: 'New receipt',
	onlineTicket: 'Online ticket',
	projects: 'Development and services',
	projectSettings: 'Project settings',
	pushKit: 'Push Kit',
	pushReport: 'Push report',
	request: 'Request',
	selfAnalysis: 'Self-service analysis',
	selfClassification: 'Self-classification right',
	serviceAccountKey: 'Service account key',
	submit: 'Submit',
	testReceipt: 'Test receipt',
	textToSpeechMessages: 'Text-to-speech messages',
} as const;

const MENU = CONSOLE_MENUS;
const PROJECT = `AppGallery Connect > ${MENU.projects} > your project`;
const PROJECT_SETTINGS = `${PROJECT} > ${MENU.projectSettings}`;
const PUSH_KIT = `${PROJECT} > ${MENU.grow} > ${MENU.pushKit}`;
const CONFIGURATION = `${PUSH_KIT} > ${MENU.configuration}`;
const CAPABILITIES = `${PROJECT_SETTINGS} > your app > ${MENU.capabilities}`;
const PUSH_RIGHTS = `${CAPABILITIES} > ${MENU.pushKit}`;

/** Paths to the places of the consoles that texts name without saying what to do there. */
export const CONSOLE_PLACES = {
	appInformation: `AppGallery Connect > your app > ${MENU.appInformation}`,
	enablePushKit: `${PUSH_KIT} > ${MENU.enableNow}`,
	newReceipt: `${CONFIGURATION} > ${MENU.newReceipt}`,
	projectSettings: PROJECT_SETTINGS,
	receipts: CONFIGURATION,
	serviceAccountKey: `HUAWEI Developers > ${MENU.apiConsole} > ${MENU.credentials} > ${MENU.serviceAccountKey}`,
} as const satisfies Readonly<Record<string, string>>;

/** Steps without the link, so that several can share one. */
const STEPS = {
	// push-scenes-send
	projectId: `Copy the project ID from ${PROJECT_SETTINGS}.`,
	// push-msg-revoke
	clientId: `Copy the OAuth 2.0 client ID of the app (not of the project) from ${CONSOLE_PLACES.appInformation}.`,
	// push-jwt-token
	serviceAccountKey: `Open HUAWEI Developers > ${MENU.apiConsole} > ${MENU.credentials}, choose the same project and create a ${MENU.serviceAccountKey}. The private key is shown only once: paste the whole file into the credential in n8n.`,
	// push-gettingstart
	enablePushKit: `Open ${PUSH_KIT} and click ${MENU.enableNow}. The app's profile must be applied for again afterwards: ask the app's developer to do so.`,
	// push-config-setting
	dataProcessingLocation: `Open ${PROJECT_SETTINGS} > ${MENU.dataProcessingLocation} and check that it matches where the users are: China for every device but wearables.`,
	// push-apply-right; UNCERTAIN: the pages give 3 or 5 working days.
	categoryRight: `Open ${CONFIGURATION}, choose the app and apply for the ${MENU.selfClassification}, with an example text without marketing for each category; SUBSCRIPTION also wants pictures of how users subscribe and unsubscribe. Huawei reviews it within 3 to 5 working days; it works ${RIGHT_EFFECTIVE_MINUTES} minutes after approval.`,
	// push-apply-right
	callRight: `Open ${PUSH_RIGHTS} > ${MENU.callMessages} and apply, with the B22 licence or a stamped letter. It is granted for calls among the app's own users, or within one company or government body. Huawei reviews it within about 8 working days.`,
	// push-apply-right
	textToSpeechRight: `Open ${PUSH_RIGHTS} > ${MENU.textToSpeechMessages} and apply, with a screenshot or a recording. It is granted for order status, logistics status and payments of merchants, and for medical emergency reminders. Huawei reviews it within about 8 working days.`,
	// push-mdm; UNCERTAIN: the path is that of the other rights of push-apply-right.
	mdmRight: `Open ${PUSH_RIGHTS} > ${MENU.mdmMessages} and apply.`,
	// liveview-rights
	liveViewRight: `Open ${CAPABILITIES} > ${MENU.liveViewKit}, click ${MENU.request}, and name the scenes (each event needs the right of its own) with a description and an attachment. The answer comes within 5 working days in the ${MENU.interactionCenter}; then the app's developer must generate a new profile.`,
	// priority-notification-permission-guidelines
	priorityRight: `Open ${CAPABILITIES} and apply for the priority notification right. It is granted to social and business communication apps only.`,
	// push-apply-right, liveview-rights
	messageTypeRight: `Open ${PUSH_RIGHTS} and apply for the right that this message type needs; the right for live views stands one level higher, under ${MENU.liveViewKit}, and is granted for each event.`,
	// push-msg-receipt
	receipts: `Open ${CONFIGURATION}, go to the receipts of the app (they win over those of the project) and click ${MENU.newReceipt}: the trigger's production URL as callback address, a user name and a key, and version V2.`,
	// push-msg-receipt
	testReceipt: `Open ${CONFIGURATION}, edit the receipt and click ${MENU.testReceipt}, then ${MENU.submit}.`,
	// push-msg-freq-control
	sendRate: `Look up the permitted send rate (QPS, devices per second) in ${CONFIGURATION}, after choosing the app.`,
	// push-report
	traceMessage: `Trace the request ID or the token in ${PUSH_KIT} > ${MENU.selfAnalysis}.`,
	// push-report
	pushReport: `See the figures of the day before in ${PUSH_KIT} > ${MENU.pushReport}.`,
	// push-punishment-standards of August 2026; UNCERTAIN: the 2025 edition has the 90 days as its third step.
	penalty: `Open ${CONFIGURATION} and read the project status; the warning itself comes by mail or SMS to the developer account. Of violations within 12 months the second stops marketing for 7 days, the third makes all messages silent for 30 days, and the fourth for 90 days with at most 2 a day. Correct what is named there within 7 days, or appeal within 3 working days, three times at most.`,
	// push-faq
	askHuawei: `Open an ${MENU.onlineTicket} with Huawei, or write to hwpush@huawei.com, and name the request ID, the time and the code.`,
} as const satisfies Readonly<Record<string, string>>;

export type ConsoleStepId = keyof typeof STEPS;

/** Each step with the page of the Chinese labels at its end. */
export const CONSOLE_STEPS: Readonly<Record<ConsoleStepId, string>> = withLabels(STEPS);

/** The next click on n8n's side; names are those of this package's credentials and nodes. */
export const N8N_STEPS = {
	credential:
		'In n8n open the Huawei Push Kit API credential, paste the service account key file again and save: the test tells whether Huawei accepts it.',
	projectId:
		'In n8n open the Huawei Push Kit API credential and compare its project ID with the one in AppGallery Connect.',
	clientId:
		'Put the client ID of the app into the Huawei Push Kit API credential, or into Client ID of the Revoke operation.',
	baseUrl: `In n8n open the Huawei Push Kit API credential and set API Base URL to ${DEFAULT_BASE_URL}.`,
	/** Only for what no paste can mend: Huawei keeps no private key, so what is lost or unfit is made anew. */
	newKey: `Create a new key in ${CONSOLE_PLACES.serviceAccountKey} and paste the whole downloaded file.`,
	tokenField:
		'Check that the field chosen under Recipients really holds push tokens of HarmonyOS 5 or later.',
	sendRate: 'Lower Max Tokens per Second under Options of the node.',
	verifyImage:
		'Run the Image > Verify operation for the same kind of message first and use the downloadUrl it returns as the image.',
	clock:
		"Check the clock of the machine that runs n8n: Huawei compares the login token's time with its own.",
} as const satisfies Readonly<Record<string, string>>;

/** One remedy of several sentences and steps: the page of the labels is named once, at its end. */
export function joinSteps(...parts: readonly string[]): string {
	return `${parts.join(' ').replaceAll(` ${SEE_LABELS}`, '')} ${SEE_LABELS}`;
}

function withLabels(steps: typeof STEPS): Readonly<Record<ConsoleStepId, string>> {
	const entries = Object.entries(steps).map(([id, step]) => [id, `${step} ${SEE_LABELS}`]);
	// The keys are those of `steps`, which Object.entries forgets.
	return Object.fromEntries(entries) as Record<ConsoleStepId, string>;
}
