/** Notify ID and version in the form: automatic, fixed or none. */

import type { INodeProperties } from 'n8n-workflow';

import type { WantedIdentity } from '../../../push-kit/message/identity';
import type { Rule } from '../../../push-kit/message/rule';
import type { VersionedId } from '../../../push-kit/message/version';
import { formField } from './formField';
import type { ItemForm } from './itemForm';

/** The collection in which these fields stand. */
const AT = 'additionalFields';

/** What a member that is counted becomes: a number, or the wish for one. */
export interface Counted {
	members: Record<string, unknown>;
	identity: WantedIdentity;
}

/** *Automatic* unless chosen otherwise, so that every message can be revoked. */
const NOTIFY_ID_MODE: INodeProperties = {
	displayName: 'Notify ID',
	name: 'notifyIdMode',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'automatic',
			description: 'A new ID for each message; it stands in the items of the Accepted output',
		},
		{ name: 'Fixed', value: 'fixed', description: 'The ID entered under Notify ID (Fixed)' },
		{ name: 'None', value: 'none', description: 'The message cannot be revoked' },
	],
	default: 'automatic',
	description: 'A message needs an ID to be revoked or replaced later; automatic unless set here',
};

export function notifyIdFields(rule: Rule): INodeProperties[] {
	return [
		NOTIFY_ID_MODE,
		formField({ ...rule, title: 'Notify ID (Fixed)', minimum: 0 }, 'notifyId', {
			description: 'A later message with the same ID replaces this one on the phone',
		}),
	];
}

export function readNotifyId(form: ItemForm, rule: Rule): Counted {
	const fixed = form.member(rule, `${AT}.notifyId`, 'Notify ID (Fixed)');
	const mode = readMode(form, 'notifyId', NOTIFY_ID_MODE, 'automatic');
	if (mode === 'automatic') return { members: {}, identity: { notifyId: true } };
	if (mode === 'none') return { members: {}, identity: {} };
	if (fixed === undefined) refuseEmpty(form, `${AT}.notifyId`, 'Notify ID');
	return { members: { notifyId: fixed }, identity: {} };
}

/** *None* where Huawei takes a message without a version. */
function versionMode(isOptional: boolean): INodeProperties {
	return {
		displayName: 'Version',
		name: 'versionMode',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'From the clock, so that each update is newer than the one before',
			},
			{ name: 'Fixed', value: 'fixed', description: 'The number entered under Version (Fixed)' },
			...(isOptional
				? [{ name: 'None', value: 'none', description: 'The order of updates is not protected' }]
				: []),
		],
		default: 'automatic',
		description: 'The device takes an update only if its version is greater than the one it shows',
	};
}

/** How the order of updates is kept. */
export function versionFields(rule: Rule, isOptional: boolean): INodeProperties[] {
	return [
		versionMode(isOptional),
		formField(rule, 'version', {
			default: 1,
			description: 'Must be greater than the version that the device shows',
		}),
	];
}

/** @param otherwise what an operator means who chose nothing */
export function readVersion(
	form: ItemForm,
	rule: Rule,
	kind: VersionedId,
	otherwise: 'automatic' | 'none',
): Counted {
	const fixed = form.member(rule, `${AT}.version`);
	const mode = readMode(form, 'version', versionMode(true), otherwise);
	if (mode === 'automatic') return { members: {}, identity: { version: kind } };
	if (mode === 'none') return { members: {}, identity: {} };
	if (fixed === undefined) refuseEmpty(form, `${AT}.version`, 'Version');
	return { members: { version: fixed }, identity: {} };
}

/** Whoever fills in a number means it, be it by an expression that gives none for this item. */
function readMode(
	form: ItemForm,
	name: 'notifyId' | 'version',
	field: INodeProperties,
	otherwise: string,
): string {
	const isEntered = form.isEntered(`${AT}.${name}`);
	return form.choice(`${AT}.${field.name}`, field, isEntered ? 'fixed' : otherwise);
}

function refuseEmpty(form: ItemForm, path: string, name: string): void {
	// What could not be read is told already.
	if (form.faults.some((fault) => fault.path === path)) return;
	const problem = `is empty, although ${name} is Fixed. Add it with a number, or choose Automatic.`;
	form.refuse(path, `${name} (Fixed)`, problem);
}
