/** What was pasted instead of the key file: told by its own marks, with the next step for each. */

import { N8N_STEPS } from '../catalog/consoleSteps';
import { hasKeyLine } from './privateKeyPem';
import {
	PASTE_AGAIN,
	USE_SERVICE_ACCOUNT_KEY,
	type ServiceAccountErrorKind,
} from './serviceAccountError';

interface OtherContent {
	kind: ServiceAccountErrorKind;
	matches: (text: string) => boolean;
	/** What it is, and the next step; follows the field's name and a blank. */
	words: string;
}

const has =
	(...patterns: readonly RegExp[]) =>
	(text: string): boolean =>
		patterns.every((pattern) => pattern.test(text));

/** A member's name, in whatever quotes. */
const member = (name: string): RegExp => new RegExp(`(?<![\\w-])(?:${name})["'\\s]{0,9}[:=]`, 'i');

const isOneWord = (text: string): boolean => !/\s/.test(text);

/** From what has marks of its own to what only looks like something. */
const OTHER_CONTENTS: readonly OtherContent[] = [
	{
		kind: 'otherFile',
		matches: has(/mobilesdk_app_id|GOOGLE_APP_ID|firebase_url/i),
		words: `holds the file of Google's Firebase that is built into an app. ${USE_SERVICE_ACCOUNT_KEY}`,
	},
	{
		kind: 'otherFile',
		matches: (text) =>
			[member('agcgw'), member('app_info'), member('cp_id')].some((mark) => mark.test(text)),
		words: `holds agconnect-services.json, the file that is built into the app. It cannot send messages. ${USE_SERVICE_ACCOUNT_KEY}`,
	},
	{
		kind: 'otherFile',
		matches: (text) =>
			/gserviceaccount|googleapis/i.test(text) ||
			member('client_email').test(text) ||
			member('private_key_id').test(text) ||
			/type["'\s]{0,9}[:=]["'\s]{0,9}service_account/i.test(text),
		words: `holds a service account key of Google (Firebase). It cannot send through Huawei. ${USE_SERVICE_ACCOUNT_KEY}`,
	},
	{
		kind: 'otherFile',
		matches: has(member('client_id'), member('client_secret')),
		words: `holds an API client or OAuth client (client ID and client secret). Push Kit for HarmonyOS 5 takes a service account key only. ${USE_SERVICE_ACCOUNT_KEY}`,
	},
	{
		kind: 'otherFile',
		matches: has(
			member('app_?(?:id|key)|client_?id'),
			member('app_?secret|client_?secret|api_?key|access_?token'),
		),
		words: `holds the app ID and secret of the old HMS Push API, which reaches no device with HarmonyOS 5. ${USE_SERVICE_ACCOUNT_KEY}`,
	},
	{
		kind: 'otherFile',
		matches: has(/BEGIN [A-Z0-9 ]{0,30}PUBLIC ?KEY/),
		words: `holds a public key. The private one is needed, and it stands in the key file. ${PASTE_AGAIN}`,
	},
	{
		kind: 'otherFile',
		matches: has(/BEGIN [A-Z0-9 ]{0,30}CERTIFICATE/),
		words: `holds a certificate, not the key file. ${USE_SERVICE_ACCOUNT_KEY}`,
	},
	{
		kind: 'otherFile',
		matches: has(/BEGIN (?:PGP|OPENSSH|SSH2)|^ssh-(?:rsa|ed25519) /),
		words: `holds a key for another purpose (SSH or PGP). ${USE_SERVICE_ACCOUNT_KEY}`,
	},
	{
		kind: 'notJson',
		matches: has(/^\s{0,99}<(?:!doctype|\?xml|html|head|body|script|div|pre|!--)/i),
		words: `holds a web page, perhaps the page to log in with instead of the file. ${PASTE_AGAIN}`,
	},
	{
		kind: 'notJson',
		matches: has(/^https?:\/\/[^\s{}"]{1,2000}$/i),
		words: `holds a web address. An address belongs in API Base URL, and the content of the file here. ${PASTE_AGAIN}`,
	},
	{
		kind: 'notJson',
		// The backslashes of Windows are gone: they count as escapes.
		matches: has(
			/^(?:file:\/\/|~?\/|\.{1,2}\/)[^{}\n]{0,1000}$|^(?:[A-Z]:)?[^{}\n:"]{1,250}\.(?:json|pem|key|txt|p12|pfx|zip|docx?)$/i,
		),
		words: `holds the name of a file, not its content. ${PASTE_AGAIN}`,
	},
	{
		kind: 'notJson',
		matches: has(/^eyJ[\w-]{0,9999}\.[\w-]{0,9999}\.[\w-]{0,9999}$/),
		words: `holds a login token (JWT), which ends within an hour. The node makes them by itself, from the key file. ${PASTE_AGAIN}`,
	},
	{
		kind: 'notJson',
		matches: (text) => /^MII[\w+/]/.test(text) && /^[\w+/\s]+={0,2}$/.test(text),
		words: `holds the inside of a private key only. The whole file is needed. ${PASTE_AGAIN}`,
	},
	{
		kind: 'notJson',
		matches: (text) => text.length <= 64 && /^[\w-]+$/.test(text),
		words: `holds a single word or number, such as one ID. The whole file is needed. ${PASTE_AGAIN}`,
	},
	{
		kind: 'notJson',
		matches: (text) =>
			text.length > 64 && text.length < 2000 && isOneWord(text) && /^[\w:+/=.-]+$/.test(text),
		words: `holds one long word, such as a push token. Push tokens are entered in the node, under Recipients; the key file belongs here. ${PASTE_AGAIN}`,
	},
];

/** How a text that has only a part of the key file is told. */
const PARTS: readonly OtherContent[] = [
	{
		kind: 'notJson',
		matches: (text) => hasKeyLine(text) && !/project_?id|key_?id|sub_?account/i.test(text),
		words: `holds only the private key. The whole file is needed, from { to }. ${PASTE_AGAIN} Or choose Separate Fields under Key Format.`,
	},
	{
		kind: 'notJson',
		matches: (text) => text.startsWith('{'),
		words: `breaks off: the end of the key file is missing. ${PASTE_AGAIN}`,
	},
	{
		kind: 'notJson',
		matches: (text) => /\}\W{0,9}$/.test(text),
		words: `begins in the middle of the key file: what stands before is missing. ${PASTE_AGAIN}`,
	},
];

/** Anything else. */
const UNKNOWN: Pick<OtherContent, 'kind' | 'words'> = {
	kind: 'notJson',
	words: `does not hold a key file: it begins with { and ends with }. ${PASTE_AGAIN}`,
};

/** Nothing was lost with a file of Huawei's that has no private key: Huawei keeps none. */
export const NO_PRIVATE_KEY = `The key file has no "private_key". ${PASTE_AGAIN} If it is missing in the file itself: ${N8N_STEPS.newKey}`;

/** What else a text is by its own marks, or `undefined`. */
export function recogniseOther(text: string): Pick<OtherContent, 'kind' | 'words'> | undefined {
	return OTHER_CONTENTS.find(({ matches }) => matches(text));
}

/**
 * What a text is that has not all of a key file and no marks of anything else.
 *
 * @param whole whether it is JSON from beginning to end, so that nothing can have broken off
 */
export function describePart(text: string, whole: boolean): Pick<OtherContent, 'kind' | 'words'> {
	return (whole ? undefined : PARTS.find(({ matches }) => matches(text))) ?? UNKNOWN;
}
