/** Parameters of a notification with variants, and lists for them. */
import type { IDataObject } from 'n8n-workflow';

import { membersOf } from '../../../../push-kit/json';
import type { Sandbox } from '../../../../sandbox/server';
import type { EngineOptions } from '../../../builders/engine';
import { customers, MESSAGE, push } from './pushRun';

/** Runs of the node with the usual message, and what they sent. */
export const variantRuns = (sandbox: Sandbox) => {
	const bodies = () => sandbox.store.messages.map(({ body }) => membersOf(body));
	return {
		bodies,
		notifications: () => bodies().map(({ payload }) => membersOf(membersOf(payload).notification)),
		run: async (items: IDataObject[], parameters: IDataObject, more: Partial<EngineOptions> = {}) =>
			await push(sandbox, items, { parameters: { ...MESSAGE, ...parameters }, ...more }),
	};
};

export const variantSet = (set: IDataObject, entry: IDataObject[]): IDataObject => ({
	additionalFields: { variants: { set: { ...set, variant: { entry } } } },
});

export const byLanguage = (entry: IDataObject[]) =>
	variantSet({ mode: 'field', field: 'language' }, entry);

export const byShare = (entry: IDataObject[], more: IDataObject = {}) =>
	variantSet({ mode: 'share', ...more }, entry);

export const LANGUAGE = byLanguage([
	{ name: 'german', values: 'de', title: 'Angebote', body: 'Drei neue' },
	{ name: 'chinese', values: 'zh, zh-CN', title: '优惠' },
	{ name: 'quiet', values: 'none', sendNothing: true },
]);

export const AB_ENTRIES: IDataObject[] = [
	{ name: 'A', share: 40, title: 'Text A' },
	{ name: 'B', share: 40, title: 'Text B' },
];

export const AB = byShare(AB_ENTRIES);

/** One customer for each language. */
export const inLanguages = (...languages: unknown[]): IDataObject[] =>
	customers(languages.length).map((item, index) => ({
		...item,
		language: languages[index] as string,
	}));

/** By token. */
export const variantsOf = (items: ReadonlyArray<{ json: IDataObject }> = []) =>
	Object.fromEntries(items.map(({ json }) => [String(json.pushToken), json.variant]));
