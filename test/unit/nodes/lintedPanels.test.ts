/**
 * n8n's linter judges parameters that are written down as literals. The panels are built by code, so they are
 * written down here, field by field, and judged by the same rules.
 */
import { createRequire } from 'node:module';
import { Linter, type ESLint } from 'eslint';
import type { INodeProperties } from 'n8n-workflow';

import { HuaweiPushApi } from '../../../credentials/HuaweiPushApi.credentials';
import { HuaweiPushReceiptApi } from '../../../credentials/HuaweiPushReceiptApi.credentials';
import { HuaweiPush } from '../../../nodes/HuaweiPush/HuaweiPush.node';
import { HuaweiPushTrigger } from '../../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';

interface NodesPlugin extends ESLint.Plugin {
	configs: { nodes: { rules: Record<string, 'error' | 'off'> } };
}

/** The plugin that `n8n-node lint` brings along, in the version it brings along. */
const PLUGIN: NodesPlugin = createRequire(require.resolve('@n8n/node-cli/eslint'))(
	'eslint-plugin-n8n-nodes-base',
);

const CONFIG: Linter.Config[] = [
	{
		plugins: { 'n8n-nodes-base': PLUGIN },
		rules: Object.fromEntries(
			Object.entries(PLUGIN.configs.nodes.rules).filter(([rule]) => rule.includes('/node-param-')),
		),
	},
];

const PANELS: ReadonlyArray<[string, readonly INodeProperties[]]> = [
	['huaweiPush', new HuaweiPush().description.properties],
	['huaweiPushTrigger', new HuaweiPushTrigger().description.properties],
	['huaweiPushApi', new HuaweiPushApi().properties],
	['huaweiPushReceiptApi', new HuaweiPushReceiptApi().properties],
];

/** Where n8n's rule is wrong for a field, by panel, field and rule. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
	'huaweiPush.tokenField type-options-password-missing':
		'The name of a column, not what stands in it',
	'huaweiPush.pushTokens type-options-password-missing':
		'Push tokens are addresses: an operator has to see which are entered',
	'huaweiPushApi.testTokens type-options-password-missing':
		'Push tokens are addresses: an operator has to see which are entered',
	'huaweiPush.operation operation-option-action-miscased':
		'The rule takes the hyphens out of text-to-speech',
	'huaweiPush.type default-wrong-for-options':
		'No layout is chosen beforehand: each needs other fields',
	'huaweiPush.status options-type-unsorted-items': 'Stages stand in the order of the trip',
	'huaweiPush.additionalFields fixed-collection-type-unsorted-items':
		'A variant is filled in from above: its name, who gets it, then its texts',
	'huaweiPush.notifyId default-wrong-for-number':
		'An ID of its own in every item: any number would withdraw another message',
	...Object.fromEntries(
		['additionalFields', 'capsuleData', 'game', 'richProgress'].map((field) => [
			`huaweiPush.${field} color-type-unused`,
			"Huawei's colors begin with their opacity, which n8n's color field cannot give",
		]),
	),
};

/** A field as it would stand in a source file. */
function writeDown(property: INodeProperties): string {
	const json = JSON.stringify(property, null, '\t');
	return `const property = ${json.replace(/^(\t*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')};\n`;
}

/** What the rules find in a field: their names without the part that all share. */
function judge(property: INodeProperties): string[] {
	return new Linter()
		.verify(writeDown(property), CONFIG, 'property.js')
		.map(({ ruleId, message }) => ruleId?.replace(/^.*\/node-param-/, '') ?? message);
}

function findings([panel, properties]: (typeof PANELS)[number]): string[] {
	const found = properties.flatMap((property) =>
		judge(property).map((rule) => `${panel}.${property.name} ${rule}`),
	);
	return [...new Set(found)];
}

describe("n8n's rules for parameters", () => {
	it.each(PANELS)('are held by the panel of %s', (...panel) => {
		expect(findings(panel).filter((finding) => EXCEPTIONS[finding] === undefined)).toEqual([]);
	});

	it('are broken by the named exceptions only as long as they are', () => {
		const found = PANELS.flatMap(findings);
		expect(Object.keys(EXCEPTIONS).filter((exception) => !found.includes(exception))).toEqual([]);
	});

	const GOOD: INodeProperties = {
		displayName: 'Send It Twice',
		name: 'twice',
		type: 'boolean',
		default: false,
		description: 'Whether to send it twice',
	};
	const CHOICE: INodeProperties = {
		displayName: 'Kind of Message',
		name: 'kind',
		type: 'options',
		options: [
			{ name: 'One of Them', value: 'one' },
			{ name: 'Two', value: 'two' },
		],
		default: 'one',
	};

	it('see what is right', () => {
		expect([...judge(GOOD), ...judge(CHOICE)]).toEqual([]);
	});

	it.each<[string, INodeProperties]>([
		['display-name-miscased', { ...GOOD, displayName: 'Send it twice' }],
		['description-boolean-without-whether', { ...GOOD, description: 'Send it twice' }],
		['description-excess-final-period', { ...GOOD, description: 'Whether to send it.' }],
		['description-missing-final-period', { ...GOOD, description: 'Whether to send. Or not' }],
		['description-lowercase-first-char', { ...GOOD, description: 'whether to send it' }],
		['default-wrong-for-boolean', { ...GOOD, default: 'no' }],
		['default-wrong-for-options', { ...CHOICE, default: 'three' }],
		[
			'option-value-duplicate',
			{ ...CHOICE, options: [...(CHOICE.options ?? [])].slice(0, 1).flatMap((one) => [one, one]) },
		],
		['display-name-miscased', { ...CHOICE, options: [{ name: 'one of them', value: 'one' }] }],
		[
			'display-name-miscased',
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				default: {},
				options: [{ ...GOOD, displayName: 'inner field' }],
			},
		],
	])('see what is wrong: %s', (rule, property) => {
		expect(judge(property)).toContain(rule);
	});
});
