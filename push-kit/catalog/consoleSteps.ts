/**
 * The next click, in words. Menu names are translations; the Chinese label stands beside them
 * because that is what the operator sees. Every step is a whole sentence, so that the other
 * tables can append it to a remedy.
 *
 * Source pages: `push-gettingstart`, `push-config-setting`, `push-apply-right`, `push-jwt-token`,
 * `push-msg-receipt`, `push-report`.
 */

const PROJECT = 'AppGallery Connect > Development and services (开发与服务) > your project';
const PROJECT_SETTINGS = `${PROJECT} > Project settings (项目设置)`;
const PUSH_KIT = `${PROJECT} > Grow (增长) > Push Kit (推送服务)`;
const CONFIGURATION = `${PUSH_KIT} > Configuration (配置)`;
const CAPABILITIES = `${PROJECT_SETTINGS} > your app > Open capability management (开放能力管理) > Push Kit`;

export const CONSOLE_STEPS = {
	projectId: `Copy the project ID from ${PROJECT_SETTINGS}.`,
	clientId:
		'Copy the OAuth 2.0 client ID of the app (not of the project) from AppGallery Connect > your app > app information page (查看应用信息).',
	serviceAccountKey:
		'Open HUAWEI Developers > API Console > Credentials, choose the same project and create a service account key (服务账号密钥). The private key is shown only once: paste the whole file into the credential in n8n.',
	enablePushKit: `Open ${PUSH_KIT} and click Enable now (立即开通). The app's profile must be applied for again afterwards: ask the app's developer to do so.`,
	dataProcessingLocation: `Open ${PROJECT_SETTINGS} > Data processing location (数据处理位置) and check that it matches where the users are: China for every device but wearables.`,
	categoryRight: `Open ${CONFIGURATION}, choose the app and apply for the self-classification right (自分类权益), with an example text for each category. Huawei reviews it within about 5 working days; it works 5 minutes after approval.`,
	callRight: `Open ${CAPABILITIES} > Push in-app call messages and apply. Huawei reviews it within about 8 working days.`,
	textToSpeechRight: `Open ${CAPABILITIES} > Push notification extension messages (text-to-speech) and apply. Only payment and new-order reminders for merchants are granted; the review takes about 8 working days.`,
	liveViewRight:
		'Apply for the live view right in AppGallery Connect through Live View Kit, separately for each event.',
	messageTypeRight: `Open ${CAPABILITIES} and apply for the right that this message type needs; the right for live views is applied for through Live View Kit, separately for each event.`,
	receipts: `Open ${CONFIGURATION}, go to the receipts of the app (they win over those of the project) and create a receipt (新建回执): the trigger's production URL as callback address, a user name and a key, and version V2.`,
	testReceipt: `Open ${CONFIGURATION}, edit the receipt and click Test receipt (测试回执), then Submit.`,
	sendRate: `Look up the permitted send rate (QPS, devices per second) in ${CONFIGURATION} > your app.`,
	traceMessage: `Trace the request ID or the token in ${PUSH_KIT} > Self-service analysis (自助分析).`,
	pushReport: `See the figures of the day before in ${PUSH_KIT} > Push report (推送报告).`,
	penalty: `Open ${CONFIGURATION} and read the project status. Correct what is named there within 7 days, or appeal within 3 working days.`,
	askHuawei:
		'Open an online ticket (在线提单) with Huawei and name the request ID, the time and the code.',
} as const satisfies Readonly<Record<string, string>>;

export type ConsoleStepId = keyof typeof CONSOLE_STEPS;

/** The next click on n8n's side; names are those of this package's credentials and nodes. */
export const N8N_STEPS = {
	credential:
		'In n8n open the Huawei Push Kit API credential, paste the service account key file again and save: the test tells whether Huawei accepts it.',
	projectId:
		'In n8n open the Huawei Push Kit API credential and compare its project ID with the one in AppGallery Connect.',
	clientId:
		'Put the client ID of the app into the Huawei Push Kit API credential, or into Client ID of the Revoke operation.',
	baseUrl:
		'In n8n open the Huawei Push Kit API credential and set API Base URL to https://push-api.cloud.huawei.com.',
	tokenField:
		'Check under Recipients that the field you chose really holds push tokens of HarmonyOS 5 or later.',
	sendRate: 'Lower Max Tokens per Second under Options of the node.',
	verifyImage:
		'Run the Image > Verify operation for the same kind of message first and use the downloadUrl it returns as the image.',
	clock:
		"Check the clock of the machine that runs n8n: Huawei compares the login token's time with its own.",
} as const satisfies Readonly<Record<string, string>>;

/** Gives the console step of that id, or `undefined` for an id that is not in the table. */
export function findConsoleStep(id: string): string | undefined {
	return isConsoleStepId(id) ? CONSOLE_STEPS[id] : undefined;
}

function isConsoleStepId(id: string): id is ConsoleStepId {
	return Object.hasOwn(CONSOLE_STEPS, id);
}
