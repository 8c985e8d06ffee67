/** JSON mode and the collections beside it, in n8n's own engine, as a dry run: nothing is sent. */
import fc, { type Arbitrary } from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { makeAccount } from '../../../../builders/serviceAccounts';
import { runNode, type EngineRun } from '../../../../builders/engine';
import { checkCasesAsync } from '../../../cases';
import {
	damaged,
	deepJson,
	mostly,
	objectOf,
	wildText,
	wildValue,
	withChanges,
} from '../../../hostile';
import { piecesOf, refuseSecrets } from '../../../laws';

/** Milliseconds for one run of n8n's engine with one message of 200 kB. */
const LONGEST_RUN = 2_000;

/** With all the signs that a token may have. */
const pushToken = ['MASI-push_token', 'of-this-test', '0123456789/with+signs=='].join('-');

const { keyFile } = makeAccount();
const SECRETS = [pushToken, ...piecesOf(keyFile.private_key.replace(/-----[^-]+-----/g, ''))];

const OPERATIONS = [
	...['notification.send', 'badge.update', 'form.update', 'textToSpeech.send', 'background.send'],
	...[
		'liveView.create',
		'liveView.update',
		'liveView.end',
		'location.send',
		'call.ring',
		'mdm.send',
	],
	'custom.send',
];

const PIECES = [
	...[
		'{',
		'}',
		'"',
		'":',
		'{"notification":',
		'{"a":',
		'[',
		',',
		'\\',
		'{{',
		'}}',
		'{{name}}',
		'{{ $json',
	],
	...['"title":"', '{{status}}', '[object Object]', 'x'],
];

const payloads = Object.values(SEND_EXAMPLES).map(({ body }): object => body.payload);

/** A legal payload with something wrong at some depth. */
const changed: Arbitrary<unknown> = fc.constantFrom(...payloads).chain((payload) => {
	const members = Object.entries(payload).map(([name, value]) => {
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		return [name, isObject ? withChanges({ ...value }) : fc.constant<unknown>(value)] as const;
	});
	return fc.record(Object.fromEntries(members)).chain((inner) => withChanges(inner));
});

const payload: Arbitrary<unknown> = fc.oneof(
	{ weight: 4, arbitrary: changed },
	{
		weight: 4,
		arbitrary: mostly(
			damaged(
				changed.map((value) => JSON.stringify(value)),
				PIECES,
			),
			PIECES,
		),
	},
	{ weight: 1, arbitrary: wildValue },
	{ weight: 1, arbitrary: fc.oneof(deepJson, wildText) },
);

const OPTION_NAMES = [
	...['biTag', 'automaticBiTag', 'collapseKey', 'receiptId', 'ttl', 'campaignId'],
	...['backgroundMode', 'notifyId', 'notifyIdMode', 'testMessage', '__proto__', 'toString'],
];
const collection = objectOf(wildValue, fc.constantFrom(...OPTION_NAMES));

/** A choice of the form, which imported JSON may hold as anything that is no word. */
function mostlyWord(word: string): Arbitrary<unknown> {
	const strange = fc.constantFrom<unknown>(
		{ toString: null },
		{ toString: 1 },
		{},
		[],
		[[]],
		7,
		true,
	);
	return fc.oneof({ weight: 9, arbitrary: fc.constant(word) }, { weight: 1, arbitrary: strange });
}

interface Case {
	operation: string;
	payload: unknown;
	byExpression: boolean;
	pushType: unknown;
	delivery: unknown;
	recipients: unknown;
	options: Record<string, unknown>;
	pushOptions: Record<string, unknown>;
	additionalFields: Record<string, unknown>;
}

const message: Arbitrary<Case> = fc.record({
	operation: fc.constantFrom(...OPERATIONS),
	payload,
	byExpression: fc.boolean(),
	pushType: fc.oneof(fc.constantFrom<unknown>(0, 1, 7, 99, '0', -1, 1.5), wildValue),
	delivery: mostlyWord('dryRun'),
	recipients: mostlyWord('inputField'),
	options: collection,
	pushOptions: collection,
	additionalFields: collection,
});

/** What n8n stores. A text that begins with "=" is an expression, and those are the operator's own. */
function asStored(value: unknown): unknown {
	const plain = (_: string, member: unknown) =>
		typeof member === 'string' && member.startsWith('=') ? ` ${member}` : member;
	return value === undefined ? undefined : JSON.parse(JSON.stringify(value), plain);
}

async function run(one: Case): Promise<EngineRun> {
	const [resource = '', operation = ''] = one.operation.split('.');
	const fixed = one.byExpression ? '={{ $json.payload }}' : asStored(one.payload);
	const parameters: Record<string, unknown> = {
		resource,
		operation,
		delivery: asStored(one.delivery),
		recipients: asStored(one.recipients),
		specifyMessage: 'json',
		payload: fixed,
		pushType: asStored(one.pushType),
		options: asStored(one.options),
		pushOptions: asStored(one.pushOptions),
		additionalFields: asStored(one.additionalFields),
	};
	return await runNode({
		// As JSON that was imported: any value may stand anywhere.
		parameters: parameters as IDataObject,
		items: [{ pushToken, payload: one.payload } as IDataObject],
		credentials: { serviceAccountKey: JSON.stringify(keyFile) },
	});
}

/** What JavaScript says where nobody has thought of the case. */
const FOREIGN =
	/call stack|Cannot (read|set|convert)|is not (a function|iterable|defined|an object)|circular/i;

test('any payload gives requests, or an error that names a field', async () => {
	await checkCasesAsync(message, async (one) => {
		const started = Date.now();
		let result = await run(one);
		if (Date.now() - started > LONGEST_RUN) {
			// The machine may have been busy elsewhere.
			const again = Date.now();
			result = await run(one);
			expect(Date.now() - again).toBeLessThan(LONGEST_RUN);
		}
		const { error, outputs, hints } = result;
		const items = outputs.flat();
		if (error === undefined) {
			expect(items).toHaveLength(1);
			// Recipients that are no choice of the form are nobody.
			expect(items[0]?.json.outcome).toBe(one.recipients === 'inputField' ? 'dryRun' : 'skipped');
		} else {
			expect(items).toHaveLength(0);
			expect(error.message).toMatch(/^Item 1: |must|cannot/i);
		}
		const words = [
			error?.message ?? '',
			error?.description ?? '',
			...hints.map((hint) => hint.message),
		];
		for (const text of words) {
			refuseSecrets(text, SECRETS);
			expect(text).not.toMatch(FOREIGN);
			expect(text.length).toBeLessThan(20_000);
		}
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});
});
