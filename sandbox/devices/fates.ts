import type { TokenScript } from './tokenScript';

/** A script with a name. Everything else about a device follows from the messages. */
export interface Fate {
	fate: string;
	/** Label in the page. */
	name: string;
	/** What a sender sees of it. */
	effect: string;
	/** What it is short for. */
	script: TokenScript;
	/** The script is whole only with a reason beside it. */
	needsReason?: true;
}

/**
 * Every fate (`push-api-msg-receipt`). UNCERTAIN: the page gives the results but not always the
 * message types they can belong to; `pushTypes` is what the words of the page suggest.
 */
export const FATES = [
	{
		fate: 'normal',
		name: 'Nothing wrong',
		effect: 'Messages arrive and are shown: receipt 0',
		script: {},
	},
	{
		fate: 'appUninstalled',
		name: 'App uninstalled',
		effect: 'Taken by the service, shown nowhere: receipt 2, the token is dead',
		script: { receipt: 2 },
	},
	{
		fate: 'tokenChanged',
		name: 'Token changed (data cleared, reinstalled)',
		effect: 'Taken by the service, shown nowhere: receipt 5, the app has a new token by now',
		script: { receipt: 5 },
	},
	{
		fate: 'notificationsOff',
		name: 'Notifications switched off',
		effect: 'Notifications and spoken messages are not shown: receipt 6; all else arrives',
		script: { receipt: 6, only: { pushTypes: [0, 2] } },
	},
	{
		fate: 'offline',
		name: 'Offline for now',
		effect: 'Messages wait for their ttl and collapseKey; receipts come when it is back',
		script: { offline: true },
	},
	{
		fate: 'offline30Days',
		name: 'Offline for 30 days',
		effect: 'Taken by the service, but no longer kept for the device: receipt 10',
		script: { receipt: 10 },
	},
	{
		fate: 'otherUser',
		name: 'Other user logged in',
		effect: 'Not shown while another user uses the device: receipt 22',
		script: { receipt: 22 },
	},
	{
		fate: 'appNotRunning',
		name: 'App not running',
		effect: 'Background messages do not reach the app for now: receipt 27; all else arrives',
		script: { receipt: 27, only: { pushTypes: [6] } },
	},
	{
		fate: 'pageMissing',
		name: 'Target page missing',
		effect: 'Messages that open a page are not shown: receipt 31; all else arrives',
		script: { receipt: 31, only: { pushTypes: [0, 2, 7], with: 'page' } },
	},
	{
		fate: 'notUnlocked',
		name: 'Not yet unlocked',
		effect: 'Not shown until the device is unlocked after its start: receipt 51',
		script: { receipt: 51 },
	},
	{
		fate: 'throttled',
		name: 'Throttled by the device',
		effect: 'The device has had too many messages and drops this one: receipt 102',
		script: { receipt: 102 },
	},
	{
		fate: 'profileUnknown',
		name: 'Profile not bound',
		effect: 'Notifications with a profileId are not shown: receipt 144; all else arrives',
		script: { receipt: 144, only: { pushTypes: [0, 2], with: 'profileId' } },
	},
	{
		fate: 'widgetGone',
		name: 'Widget removed',
		effect: 'Widget updates find no widget: receipt 261; the formId is blocked for 30 days',
		script: { receipt: 261, only: { pushTypes: [1] } },
	},
	{
		fate: 'widgetLimit',
		name: 'Widget refresh limit reached',
		effect: 'Widget updates are too many: receipt 262; the formId is blocked for 1 day',
		script: { receipt: 262, only: { pushTypes: [1] } },
	},
	{
		fate: 'contentRefused',
		name: 'Content refused',
		effect: 'The check of contents keeps it back: receipt 259',
		script: { receipt: 259 },
	},
	{
		fate: 'notSubscribed',
		name: 'No subscription',
		effect: 'Notifications find no subscription of the user: receipt 264; all else arrives',
		script: { receipt: 264, only: { pushTypes: [0] } },
	},
	{
		fate: 'refused',
		name: 'Token refused',
		effect: 'The answer to the request names the token with a reason; nothing is sent to it',
		script: {},
		needsReason: true,
	},
] as const satisfies readonly Fate[];

export type FateName = (typeof FATES)[number]['fate'];

/** What a device is called whose script is no fate's. */
export const SCRIPTED = 'scripted';

const BY_NAME: ReadonlyMap<string, Fate & { fate: FateName }> = new Map(
	FATES.map((one) => [one.fate, one]),
);

export function findFate(fate: string | undefined): (Fate & { fate: FateName }) | undefined {
	return fate === undefined ? undefined : BY_NAME.get(fate);
}

/** The script that a fate is short for; `reason` counts where the fate needs one. */
export function expandFate(fate: FateName, reason?: string): TokenScript {
	const { script = {}, needsReason } = findFate(fate) ?? {};
	return needsReason ? { ...script, reason } : { ...script };
}

/** What decides about a message, in one text: the same for the same fate. */
function fingerprint({ receipt, only, offline }: TokenScript, refused: boolean): string {
	const { pushTypes, with: mark } = only ?? {};
	return JSON.stringify([receipt, [...(pushTypes ?? [])].sort(), mark, offline, refused]);
}

const BY_FINGERPRINT: ReadonlyMap<string, FateName> = new Map(
	FATES.map((one: Fate & { fate: FateName }) => [
		fingerprint(one.script, one.needsReason === true),
		one.fate,
	]),
);

/** The fate whose script this is, however it was set; `scripted` where no fate says the same. */
export function nameFate(script: TokenScript = {}): FateName | typeof SCRIPTED {
	const { receiptDelay, appPackageName, fault, reason } = script;
	if (receiptDelay !== undefined || appPackageName !== undefined || fault) return SCRIPTED;
	return BY_FINGERPRINT.get(fingerprint(script, reason !== undefined)) ?? SCRIPTED;
}

/** What a sender sees of a script, in one line. */
export function describeScript(script: TokenScript = {}): string {
	const named = findFate(nameFate(script));
	if (named) return named.effect;
	const { reason, receipt, only, offline, receiptDelay, appPackageName, fault } = script;
	const scope = only ? ', for some messages' : '';
	return [
		fault && `Requests meet the fault ${fault.fault}`,
		reason !== undefined && `The answer refuses it: ${reason}`,
		receipt !== undefined && (receipt === 'none' ? 'No receipt' : `Receipt ${receipt}`) + scope,
		offline && 'Messages wait',
		receiptDelay !== undefined && `Receipts ${receiptDelay} ms later`,
		appPackageName !== undefined && `Belongs to ${appPackageName}`,
	]
		.filter((words) => typeof words === 'string')
		.join('; ');
}
