/** `docs/permitted.md`: devices, rights, quotas, alerts, and the rules of content. */
import { CATEGORIES, DEFAULT_CATEGORY, type Category } from '../../push-kit/catalog/categories';
import { CONSOLE_STEPS } from '../../push-kit/catalog/consoleSteps';
import {
	DEVICE_NAMES,
	DEVICES,
	NOTIFICATION_REACH,
	type Reach,
} from '../../push-kit/catalog/devices';
import { ARRIVAL_RULES, CONTENT_RULES } from '../../push-kit/catalog/houseRules';
import { MARKETING_PER_DAY, NEWS_MARKETING_PER_DAY } from '../../push-kit/catalog/limits';
import { findMessageType } from '../../push-kit/catalog/messageTypes';
import { PERMITS, type Permit } from '../../push-kit/catalog/permits';
import { GENERAL_QUOTAS, QUOTAS, type Quota } from '../../push-kit/catalog/quotas';
import { bullets, code, drawnFrom, page, plain, remedy, table } from './markdown';
import { complete } from './rows';
import { sources } from './sources';

/** The tables of the catalog that the page is drawn from; tests give broken ones. */
export interface PermitTables {
	readonly permits: readonly Permit[];
	readonly categories: readonly Category[];
}

/**
 * The page.
 *
 * @throws {RangeError} if a row lacks what an operator asks for, or stands there twice
 */
export function drawPermitted(
	{ permits, categories }: PermitTables = { permits: PERMITS, categories: CATEGORIES },
): string {
	complete('Message type', permits, ({ messageType, right }) => ({
		name: messageType,
		texts: { right, name: findMessageType(messageType)?.name ?? '' },
	}));
	complete('Category', categories, ({ category, allowed, alerts }) => ({
		name: category,
		texts: { allowed, ...alerts },
	}));
	const quotas = [
		...GENERAL_QUOTAS,
		...permits.flatMap(({ messageType }) => quotasOf(messageType)),
	];
	const rules = [...CONTENT_RULES, ...ARRIVAL_RULES];
	return page([
		drawnFrom('npm run docs'),
		'# What Huawei permits',
		`What each message type reaches, the right that it needs and the way to it, how much may be sent, and how a phone alerts. It follows Huawei's pages ${sources([...permits, ...categories, ...quotas, ...rules])}, as they were in December 2025 to September 2026, and is generated from the tables that the node itself uses.`,
		'The menus of the consoles in Chinese: [labels](console.md). What a code or a result means: [codes](codes.md).',
		'## At a glance',
		table(
			['Message type', 'push-type', ...DEVICES.map((device) => DEVICE_NAMES[device])],
			permits.map(glance),
		),
		`A message can be revoked on: ${describeReach(NOTIFICATION_REACH)}; on TVs notifications only.`,
		'## Rights, and how to get them',
		table(['Message type', 'Right', 'How to get it'], rightRows(permits)),
		'## How much may be sent',
		'Of every message type:',
		quotaTable(GENERAL_QUOTAS),
		...permits.flatMap(({ messageType }) => {
			const own = quotasOf(messageType);
			return own.length === 0 ? [] : [`### ${nameOf(messageType)}`, quotaTable(own)];
		}),
		'## Categories',
		`The category decides whether and how a device alerts. A category without its right counts as ${DEFAULT_CATEGORY}: it is silent, lies folded under "more notifications" in the notification centre ([its name on the phone](console.md#on-the-phone)), and at most ${MARKETING_PER_DAY} a day and device arrive (${NEWS_MARKETING_PER_DAY} for apps with a licence for news).`,
		'### How a device alerts',
		table(
			['Category', 'Phone, tablet, PC', 'Watch', 'TV'],
			categories.map(({ category, alerts }) => [
				code(category),
				...[alerts.phone, alerts.watch, alerts.tv].map((words) => plain(capital(words))),
			]),
		),
		'### What each is for',
		table(
			['Category', 'For', 'Not for', 'Right'],
			categories.map(({ category, allowed, notAllowed, right }) => [
				code(category),
				plain(allowed),
				plain(notAllowed),
				plain(right === '' ? 'None' : right),
			]),
		),
		'## Rules of content',
		bullets(CONTENT_RULES.map(({ sentence }) => plain(sentence))),
		`**When they are broken.** ${remedy(CONSOLE_STEPS.penalty)}`,
		'## Whether it arrives',
		bullets(ARRIVAL_RULES.map(({ sentence }) => plain(sentence))),
	]);
}

function nameOf(messageType: string): string {
	return findMessageType(messageType)?.name ?? messageType;
}

function quotasOf(messageType: string): readonly Quota[] {
	return QUOTAS[messageType] ?? [];
}

function capital(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function glance({ messageType, reach }: Permit): string[] {
	const isPublished = Object.keys(reach).length > 0;
	return [
		nameOf(messageType),
		code(findMessageType(messageType)?.pushType ?? ''),
		...DEVICES.map((device) => {
			const taken = reach[device];
			if (taken === undefined) return isPublished ? 'no' : 'not published';
			return taken === true ? 'yes' : plain(taken);
		}),
	];
}

function describeReach(reach: Reach): string {
	return DEVICES.flatMap((device) => {
		const taken = reach[device];
		if (taken === undefined) return [];
		return taken === true ? [DEVICE_NAMES[device]] : [`${DEVICE_NAMES[device]} ${taken}`];
	}).join(', ');
}

/** A row a message type; a way that stands in a row above is not told again. */
function rightRows(permits: readonly Permit[]): string[][] {
	const told = new Map<string, string>();
	return permits.map(({ messageType, right, steps }) => {
		const ways = steps.map((step) => {
			const before = told.get(step);
			told.set(step, before ?? nameOf(messageType));
			return before === undefined ? remedy(CONSOLE_STEPS[step]) : `As for ${before}.`;
		});
		return [nameOf(messageType), plain(right), ways.join('<br>') || 'Nothing to apply for.'];
	});
}

function quotaTable(quotas: readonly Quota[]): string {
	return table(
		['What', 'How much', 'Beyond it', 'Told by the receipt result'],
		quotas.map(({ what, limit, beyond, results = [] }) => [
			plain(what),
			plain(limit),
			plain(beyond),
			results.map(code).join(', '),
		]),
	);
}
