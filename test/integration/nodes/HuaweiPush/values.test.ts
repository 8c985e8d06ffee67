import type { IDataObject } from 'n8n-workflow';

import { RESOURCES } from '../../../../nodes/HuaweiPush/actions';
import { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';
import { useSandbox } from '../../../builders/useSandbox';
import { GIVEN, OBJECT } from '../../../builders/fieldValues';
import { filledForm } from '../../../builders/filledForm';
import { fieldKind, fieldsOf, withValue, type PanelField } from '../../../builders/panelFields';
import { runNode } from '../../../builders/engine';
import { credentialsOf } from './pushRun';

const { description } = new HuaweiPush();

const sandbox = useSandbox();

const OPERATIONS = RESOURCES.flatMap(({ option, operations }) =>
	operations.map((operation) => ({
		resource: String(option.value),
		operation: operation.value,
		messageType: operation.kind === 'send' ? operation.messageType : '',
	})),
);

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
	...['delivery', 'output', 'tokenField', 'pushTokens', 'binaryField', 'fileColumn'],
	...['from', 'to', 'timeZone'],
	...['concurrency', 'maxTokensPerSecond', 'maximumRecipients', 'stopAtProblemShare', 'timeout'],
]);

/** Entries of a list, which a form with one field filled in cannot have: see `variants.test.ts`. */
const OF_A_LIST = 'additionalFields.variants.';

const isOfMessage = ({ property, path }: PanelField) =>
	!SETTINGS.has(property.name) && !path.startsWith(OF_A_LIST);

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
			// Nothing: left out, or refused by its name.
			if (fault === undefined) return /undefined|null|NaN/.test(out) ? say('is sent') : [];
			return fault.includes(label) ? [] : say('is not named');
		});
		expect(wrong).toEqual([]);
		expect(new Set(came.map(({ out }) => out)).size).toBeGreaterThan(1);
	});
});

const RUN_SETTINGS = fieldsOf(description.properties, 'notification', 'send').filter(
	({ path, property }) =>
		path.startsWith('options.') && SETTINGS.has(property.name) && property.type === 'number',
);

it.each(RUN_SETTINGS.map((field) => ({ field, path: field.path })))(
	'$path holds for the run, and takes what n8n gives a number',
	async ({ field }) => {
		const form = filledForm('notification', 'send', field);
		const give = async (value: unknown) => (await giveValues(form, field, [value]))[0];
		for (const value of ['1000', ' 1000\n', undefined, null, '']) {
			const came = await give(value);
			// Concurrent Requests and Stop at Problem Share end below it.
			if (came?.fault !== undefined) expect(came.fault).toContain(field.property.displayName);
			else expect(came?.out).toContain('"category"');
		}
		for (const value of ['many', true, OBJECT, [1], -5]) {
			expect((await give(value))?.fault).toContain(
				`${field.property.displayName} must be a number`,
			);
		}
	},
);

it('sends nothing while any of it is checked', () => {
	expect(sandbox.store.received).toBe(0);
});
