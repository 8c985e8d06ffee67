import type { IDataObject } from 'n8n-workflow';

import { RESOURCES } from '../../../../nodes/HuaweiPush/actions';
import { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';
import { startSandbox, type Sandbox } from '../../../../sandbox/server';
import { FORM_EXAMPLES } from '../../../builders/nodeParameters';
import {
	ABSENT,
	fieldKind,
	fieldsOf,
	withValue,
	type FieldKind,
	type PanelField,
} from '../../../builders/panelFields';
import { runNode } from '../../engine';
import { credentialsOf } from './delivery/pushRun';

jest.setTimeout(120_000);

const { description } = new HuaweiPush();

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});

afterAll(async () => await sandbox.close());

const OPERATIONS = RESOURCES.flatMap(({ option, operations }) =>
	operations.map((operation) => ({
		resource: String(option.value),
		operation: operation.value,
		messageType: operation.kind === 'send' ? operation.messageType : '',
	})),
);

const TEAM = { icon: 'a.png', name: 'A', score: '1' };

const CAPSULE = { type: 1, icon: 'a.svg', bgColor: '#FF64BB5C', title: 'x', content: 'y' };

/** What each layout needs. */
const LAYOUTS: Readonly<Record<number, IDataObject>> = {
	[-1]: {},
	3: { progress: 10, nodeIcons: 'a.png, b.png', richProgress: { type: 1 } },
	4: { firstLine: 'Code', secondLine: '5821', descPic: 'a.png' },
	5: {
		spaceType: 1,
		spaceText: '2h',
		spaceIcon: 'a.png',
		firstTextBlock: { lines: { firstLine: '10:40', secondLine: 'A' } },
		lastTextBlock: { lines: { firstLine: '11:40', secondLine: 'B' } },
	},
	7: { game: { host: TEAM, guest: TEAM, competition: { desc: 'Cup', time: '12:00' } } },
};

function capsule(type: number, more: IDataObject): IDataObject {
	return { capsuleData: { ...CAPSULE, type, ...more } };
}

/** What must be chosen for a field to have an effect, beyond what shows it. */
const EFFECTIVE: Readonly<Record<string, IDataObject>> = {
	'capsuleData.time': capsule(2, { time: 1 }),
	'capsuleData.countDown': capsule(2, { time: 1 }),
	'capsuleData.pause': capsule(2, { time: 1 }),
	'capsuleData.progress': capsule(3, { max: 2 }),
	'capsuleData.max': capsule(3, { progress: 0 }),
	'capsuleData.indeterminate': capsule(3, { progress: 0 }),
	'game.competition.richDescColor': {
		game: { host: TEAM, guest: TEAM, competition: { richDesc: 'Cup', time: '12:00' } },
	},
	'additionalFields.inboxContent': { additionalFields: { style: 3 } },
};

/** A form that is filled in, so that one field more or less is what makes the difference. */
function filledForm(resource: string, operation: string, field: PanelField): IDataObject {
	const example = Object.values(FORM_EXAMPLES).findLast(
		(one) => one.resource === resource && one.operation === operation,
	);
	const own =
		operation === 'scheduleEnd'
			? FORM_EXAMPLES.liveViewGeofence.parameters
			: { notifyId: 7, clientId: '110000000', imageUrl: 'https://example.com/a.png' };
	const { additionalFields, ...parameters } = example?.parameters ?? own;
	return {
		...parameters,
		...(resource === 'notification' && { foregroundShow: true }),
		additionalFields: withoutModes(additionalFields),
		resource,
		operation,
		...(field.path.startsWith('capsuleData.') && { capsuleData: CAPSULE }),
		...LAYOUTS[Number(field.shownWith.type ?? 4)],
		...field.shownWith,
		...EFFECTIVE[field.path],
	};
}

/** Automatic IDs and versions are what most have. */
function withoutModes(additionalFields: unknown): IDataObject {
	const { notifyIdMode, versionMode, version, notifyId, ...rest } = {
		...(additionalFields as IDataObject | undefined),
	};
	return rest;
}

/** What a field is given, as the item's value. `{ same }` names the value that must come out alike. */
const OBJECT = { name: { first: 'Ann' } };

interface Given {
	readonly value: unknown;
	/** Another way to write the same. */
	readonly same?: unknown;
	/** Nothing of it may be sent: the error names the field. */
	readonly isRefused?: true;
	/** Whether what is sent holds the text as it was given, where it is sent. */
	readonly keeps?: string;
}

const NOTHING: readonly Given[] = [
	{ value: undefined },
	{ value: null, same: undefined },
	{ value: '', same: undefined },
	{ value: ' \n ', same: undefined },
];

const TEXT: readonly Given[] = [
	{ value: 12, same: '12' },
	{ value: 0, same: '0' },
	{ value: true, same: 'true' },
	{ value: OBJECT, isRefused: true },
	{ value: [OBJECT], isRefused: true },
];

/** By the rule's kind, for every field of every operation. */
const GIVEN: Readonly<Record<FieldKind, readonly Given[]>> = {
	prose: [
		...NOTHING,
		...TEXT,
		{ value: ['a', 'b'], isRefused: true },
		{ value: '  12 ', keeps: '  12 ' },
		{ value: '12\n', keeps: '12\n' },
	],
	word: [
		...NOTHING,
		...TEXT,
		{ value: ['a', 'b'], isRefused: true },
		{ value: ' \n12 \t', same: '12' },
		{ value: 'https://example.com/x ', same: 'https://example.com/x' },
		{ value: '#FF0A59F7\n', same: '#FF0A59F7' },
		{ value: 'IM ', same: 'IM' },
	],
	data: [
		...NOTHING,
		{ value: 12, same: '12' },
		{ value: false, same: 'false' },
		{ value: OBJECT, same: JSON.stringify(OBJECT) },
		{ value: ' 12 ', keeps: ' 12 ' },
	],
	number: [
		...NOTHING,
		{ value: '1', same: 1 },
		{ value: ' 1\n', same: 1 },
		{ value: '0', same: 0 },
		{ value: 'one', isRefused: true },
		{ value: '1,000', isRefused: true },
		{ value: true, isRefused: true },
		{ value: OBJECT, isRefused: true },
		{ value: [1], isRefused: true },
	],
	flag: [
		...NOTHING,
		{ value: 'TRUE', same: true },
		{ value: ' false ', same: false },
		{ value: 'False\n', same: false },
		{ value: 'yes', isRefused: true },
		{ value: 1, isRefused: true },
		{ value: OBJECT, isRefused: true },
		{ value: [true], isRefused: true },
	],
	lines: [
		...NOTHING,
		{ value: ['a', 'b'], same: 'a\nb' },
		{ value: ['a', null, 'b'], same: 'a\nb' },
		{ value: 12, same: '12' },
		{ value: [1, true], same: '1\ntrue' },
		{ value: '  a\nb ', keeps: '  a' },
		{ value: OBJECT, isRefused: true },
		{ value: [OBJECT], isRefused: true },
		{ value: [['a']], isRefused: true },
	],
	words: [
		...NOTHING,
		{ value: ['a', 'b'], same: 'a,b' },
		{ value: ' a , b\n', same: 'a,b' },
		{ value: 'a；b', same: 'a,b' },
		{ value: '["a","b"]', same: 'a,b' },
		{ value: ['a', null, ' b '], same: 'a,b' },
		{ value: OBJECT, isRefused: true },
		{ value: [OBJECT, OBJECT], isRefused: true },
	],
	rich: [
		...NOTHING,
		{ value: 12, same: '12' },
		{ value: 'x', same: [{ text: 'x' }] },
		{ value: ' 12 ', keeps: ' 12 ' },
		{ value: OBJECT, isRefused: true },
		{ value: ['x'], isRefused: true },
	],
	json: [
		...NOTHING,
		{ value: '{"a": 1}', same: { a: 1 } },
		{ value: ' {"a": 1}\n', same: { a: 1 } },
		{ value: '```json\n{"a": 1}\n```', same: { a: 1 } },
		{ value: "{'a': 1}", isRefused: true },
		{ value: '{"a": 1,}', isRefused: true },
		{ value: 12, isRefused: true },
		{ value: true, isRefused: true },
	],
};

interface Came {
	/** What would be sent, or all that is wrong: equal where the same comes out. */
	readonly out: string;
	readonly fault?: string;
}

/** What becomes of each value of a field. */
async function giveValues(
	form: IDataObject,
	field: PanelField,
	values: readonly unknown[],
): Promise<Came[]> {
	const items = values.map((v, index) => ({ pushToken: `customer-token-${index}`, v }));
	const { outputs, error } = await runNode({
		parameters: {
			recipients: 'inputField',
			...withValue(form, field.path, '={{ $json.v }}'),
			delivery: 'dryRun',
		},
		// The engine hands on what a Code node may give: undefined and null alike.
		items: items as IDataObject[],
		credentials: credentialsOf(sandbox),
		settings: { onError: 'continueRegularOutput' },
	});
	expect(error).toBeUndefined();
	const came = new Map<number, Came>();
	for (const [output, told] of outputs.entries()) {
		for (const { json, pairedItem } of told) {
			const fault = output === 0 ? undefined : String(json.error ?? json.advice);
			const out = fault?.replace(/^Item \d+: /, '') ?? describeRequest(json, field);
			const sources = Array.isArray(pairedItem) ? pairedItem : [pairedItem];
			for (const source of sources) {
				if (typeof source === 'object') came.set(source.item, { out, fault });
			}
		}
	}
	return values.map((_, index) => came.get(index) ?? { out: 'lost', fault: 'lost' });
}

/** Tokens, and numbers that the clock makes, differ from item to item. */
function describeRequest({ url, body, headers }: IDataObject, { path }: PanelField): string {
	const isGiven = ['version', 'notifyId'].filter((name) => !path.endsWith(name));
	const hidden = new Set(['target', 'token', ...isGiven]);
	return JSON.stringify([url, headers, body], (name, value: unknown) =>
		hidden.has(name) ? undefined : value,
	);
}

/** Run settings hold for all items, and are tested below. */
const SETTINGS = new Set([
	...['delivery', 'tokenField', 'pushTokens'],
	...['concurrency', 'maxTokensPerSecond', 'maximumRecipients', 'stopAtProblemShare', 'timeout'],
]);

const isOfMessage = ({ property }: PanelField) => !SETTINGS.has(property.name);

describe.each(OPERATIONS)('$resource: $operation', ({ resource, operation, messageType }) => {
	const fields = fieldsOf(description.properties, resource, operation).filter(isOfMessage);

	it.each(
		fields.map((field) => ({ field, path: field.path, kind: fieldKind(field, messageType) })),
	)('$path takes what n8n gives a $kind', async ({ field, kind }) => {
		const form = filledForm(resource, operation, field);
		const given = GIVEN[kind];
		const alike = given.flatMap((one) => ('same' in one ? [one.same] : []));
		const values = [...given.map(({ value }) => value), ...alike];
		const came = await giveValues(form, field, values);
		const [absent] = await giveValues(
			withValue(form, field.path, ABSENT),
			{ ...field, path: 'notShown' },
			[undefined],
		);
		const label = field.property.displayName;
		let next = given.length;
		const wrong = given.flatMap(({ value, isRefused, keeps, ...one }, index) => {
			const { out, fault } = came[index] ?? { out: '', fault: undefined };
			const say = (what: string) => [`${JSON.stringify(value)} ${what}: ${out}`];
			if (isRefused === true) {
				if (fault === undefined) return say('is not refused');
				return fault.includes(label) && !fault.includes('[object') ? [] : say('is not named');
			}
			if ('same' in one) {
				const other = came[next++];
				return other?.out === out
					? []
					: say(`is not ${JSON.stringify(one.same)} ${other?.out ?? ''}`);
			}
			if (keeps !== undefined && fault === undefined) {
				const kept = JSON.stringify(keeps).slice(1, -1);
				return out.includes(kept) ? [] : say('is not kept');
			}
			if (keeps !== undefined) return fault?.includes(label) === true ? [] : say('is not named');
			// Nothing: left out as if it had not been entered, or refused by its name.
			return out === absent?.out || fault?.includes(label) === true
				? []
				: say(`is neither ${absent?.out ?? ''}`);
		});
		expect(wrong).toEqual([]);
		expect(new Set(came.map(({ out }) => out)).size).toBeGreaterThan(1);
	});
});

it('sends nothing while any of it is checked', () => {
	expect(sandbox.store.received).toBe(0);
});
