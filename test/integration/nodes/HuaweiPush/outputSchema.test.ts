/** What n8n is told of the items of an operation, beside those that come out of it. */
import { dirname, join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

import manifest from '../../../../package.json';
import scheduleEnd from '../../../../examples/messages/live-view-schedule-end.json';
import location from '../../../../examples/messages/location.json';
import mdm from '../../../../examples/messages/mdm.json';
import { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';
import { RESOURCES } from '../../../../nodes/HuaweiPush/actions';
import { SEND_EXAMPLES, TOKEN_A } from '../../../builders/bodies';
import { FORM_EXAMPLES, type FormExample } from '../../../builders/nodeParameters';
import { useSandbox } from '../../../builders/useSandbox';
import { credentialsOf, push } from './pushRun';

const sandbox = useSandbox();

/** As n8n finds it: beside the file of the node that package.json names. */
const NODE_FOLDER = dirname(join(__dirname, '../../../..', manifest.n8n.nodes[0] ?? ''));

const { version } = new HuaweiPush().description;

const json = (resource: string, payload: object, more: IDataObject = {}): FormExample => ({
	resource,
	operation: 'send',
	parameters: { payload: JSON.stringify(payload), ...more },
});

const revoke = (resource: string): FormExample => ({
	resource,
	operation: 'revoke',
	parameters: { notifyId: 4711 },
});

const CUSTOM = ['fullNotification', 'liveViewProgress', 'form'] as const;

/** Together they have all that an operation can tell. */
const RUNS: readonly FormExample[] = [
	...Object.values(FORM_EXAMPLES),
	{
		...FORM_EXAMPLES.missedCall,
		parameters: { ...FORM_EXAMPLES.missedCall.parameters, additionalFields: {} },
	},
	{
		...FORM_EXAMPLES.textToSpeech,
		parameters: { ...FORM_EXAMPLES.textToSpeech.parameters, additionalFields: {} },
	},
	{
		...FORM_EXAMPLES.smallNotification,
		parameters: {
			...FORM_EXAMPLES.smallNotification.parameters,
			additionalFields: {
				variants: {
					set: { mode: 'share', variant: { entry: [{ name: 'a', share: 100, title: 'A' }] } },
				},
			},
		},
	},
	{
		resource: 'liveView',
		operation: 'scheduleEnd',
		parameters: { specifyMessage: 'json', payload: scheduleEnd.body.payload },
	},
	revoke('notification'),
	revoke('textToSpeech'),
	{
		resource: 'image',
		operation: 'verify',
		parameters: { imageUrl: 'https://cdn.example.com/icons/order.png' },
	},
	json('location', location.body.payload),
	json('mdm', mdm.body.payload),
	...CUSTOM.map((name) => {
		const { pushType, body } = SEND_EXAMPLES[name];
		return json('custom', body.payload, { pushType });
	}),
];

/** The Accepted items of a production run with a batch tag. */
async function acceptedItems({ resource, operation, parameters }: FormExample) {
	const { outputs, error } = await push(sandbox, [{ pushToken: TOKEN_A }], {
		parameters: {
			...parameters,
			resource,
			operation,
			delivery: 'production',
			options: { biTag: 'spring-sale' },
		},
		credentials: credentialsOf(sandbox),
	});
	expect(error).toBeUndefined();
	const [accepted = []] = outputs;
	expect(accepted).toHaveLength(1);
	return accepted.map((item) => item.json);
}

function typeOf(value: unknown): string {
	return Number.isInteger(value) ? 'integer' : typeof value;
}

describe.each(
	RESOURCES.flatMap(({ option, operations }) =>
		operations.map(({ value }) => [String(option.value), value] as const),
	),
)('%s: %s', (resource, operation) => {
	it('has the fields that n8n is told of, in their order, and no others', async () => {
		const schema = loadOutputSchema({
			nodeDir: NODE_FOLDER,
			version: String(version),
			resource,
			operation,
		});
		const runs = RUNS.filter((run) => run.resource === resource && run.operation === operation);
		const items: IDataObject[] = [];
		for (const run of runs) items.push(...(await acceptedItems(run)));
		const fields = items.flatMap((item) =>
			Object.entries(item).map(([name, value]) => [name, { type: typeOf(value) }] as const),
		);
		expect(schema).toEqual({
			type: 'object',
			properties: Object.fromEntries(fields),
			version: 1,
		});
		const names = Object.keys(Object(schema?.properties));
		for (const item of items) {
			expect(Object.keys(item)).toEqual(names.filter((name) => name in item));
		}
	});
});
