/** How messages are delivered: for real, as a test or not at all; Huawei's delivery options; pace and guards. */

import type { INodeProperties } from 'n8n-workflow';

import { CONSOLE_STEPS } from '../../../push-kit/catalog/consoleSteps';
import {
	DEFAULT_TTL_SECONDS,
	MAXIMUM_TOKENS_PER_TEST_REQUEST,
	MAXIMUM_TTL_SECONDS,
	TEST_REQUESTS_PER_DAY,
} from '../../../push-kit/catalog/limits';
import { MOST_PLACES } from '../../../push-kit/delivery/throttle';
import { PUSH_OPTION_RULES } from '../../../push-kit/message/pushOptions';
import { CAMPAIGN_ID_FIELD } from './campaignId';
import { DELIVER_BETWEEN_FIELD } from './deliverBetween';
import { collection, formFields } from './formField';
import type { ItemForm } from './itemForm';
import { notForTools } from './toolFields';

const DRY_RUN = {
	name: 'Dry Run',
	value: 'dryRun',
	description: 'Send nothing: shows the exact requests on the Accepted output',
};

const PLAN = {
	name: 'Plan',
	value: 'plan',
	description:
		'Send nothing: one item on the Accepted output with how many it would reach, in how many requests, and what is wrong',
};

/** Of messages. */
export const MESSAGE_DELIVERY_FIELDS: INodeProperties[] = [
	{
		displayName: 'Delivery',
		name: 'delivery',
		type: 'options',
		options: [
			{ name: 'Production', value: 'production', description: 'Send for real' },
			{
				name: 'Test Message',
				value: 'test',
				description: `Send as test messages: ${TEST_REQUESTS_PER_DAY.toLocaleString('en-US')} requests of up to ${MAXIMUM_TOKENS_PER_TEST_REQUEST} tokens per project and day, free of frequency control`,
			},
			DRY_RUN,
			PLAN,
		],
		default: 'production',
	},
	notForTools({
		displayName: 'When Run From the Editor',
		name: 'manualDelivery',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Test Message',
				value: 'safe',
				description:
					'A run started in the editor sends to the Test Tokens of the credential or, where it has none, to the first 10 tokens',
			},
			{
				name: 'Same as Delivery',
				value: 'same',
				description: 'A run started in the editor sends to everyone',
			},
		],
		default: 'safe',
		description:
			'What a run does whose first step was started in the editor, also through a sub-workflow, a retry or an evaluation. Runs of published workflows are not affected.',
		displayOptions: { hide: { delivery: ['dryRun', 'plan'] } },
	}),
];

/** Of requests that put nothing on a phone, so they need no safe way to try them. */
export const REQUEST_DELIVERY_FIELDS: INodeProperties[] = [
	{
		displayName: 'Delivery',
		name: 'delivery',
		type: 'options',
		options: [
			{ name: 'Production', value: 'production', description: 'Send for real' },
			DRY_RUN,
			PLAN,
		],
		default: 'production',
	},
];

/** How the node sends: pace, time limits, guards. */
const SENDING_OPTIONS: INodeProperties[] = [
	notForTools({
		displayName: 'Concurrent Requests',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_PLACES },
		default: 0,
		description: `At most so many requests at a time; 0 for as many as Huawei and your network take, up to ${MOST_PLACES}, which the node finds out by itself`,
	}),
	notForTools({
		displayName: 'Max Tokens per Second',
		name: 'maxTokensPerSecond',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: `How many devices to send to in a second. ${CONSOLE_STEPS.sendRate} 0 means no limit.`,
	}),
	{
		displayName: 'Maximum Recipients',
		name: 'maximumRecipients',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'How many different push tokens one execution may reach, loops included: more stop it; 0 for no limit. A guard against the wrong list.',
	},
	notForTools({
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'One item for each push token' },
			{
				name: 'Problems Only',
				value: 'problems',
				description:
					'One item on Accepted with the counts of each message, one for each push token on Problem: for long lists, which n8n stores much faster this way',
			},
		],
		default: 'all',
		description: 'What comes out of a run that sends; a dry run and a plan ignore it',
	}),
	notForTools({
		displayName: 'Stop at Problem Share (%)',
		name: 'stopAtProblemShare',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 20,
		description:
			'Stops the run once this share of the tokens tried was refused or failed, judged from 500 tokens on; the rest comes out as skipped. 0 never stops.',
	}),
	{
		displayName: 'Timeout (Milliseconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1000 },
		default: 30000,
		description: 'How long to wait for an answer to one request',
	},
];

/** Huawei's own delivery options, under Huawei's names, and what fills them in. */
const PUSH_OPTIONS: INodeProperties[] = [
	...formFields(PUSH_OPTION_RULES, {
		biTag: {
			placeholder: 'e.g. spring-sale',
			description:
				'Comes back in every receipt, so that reports can be made per campaign; at most 64 bytes',
		},
		collapseKey: {
			default: -1,
			description:
				'For devices that are offline: of messages with the same key (0 to 100) only the newest is kept; -1 keeps all',
		},
		receiptId: {
			description:
				'Sends the receipts of this message to another receipt configuration of AppGallery Connect',
		},
		ttl: {
			default: DEFAULT_TTL_SECONDS,
			description: `How long the message waits for a device that is offline, at most ${MAXIMUM_TTL_SECONDS.toLocaleString('en-US')} (${MAXIMUM_TTL_SECONDS / 86_400} days)`,
		},
	}),
	{
		displayName: 'Set Batch Tag Automatically',
		name: 'automaticBiTag',
		type: 'boolean',
		default: false,
		description:
			'Whether to set Batch Tag to the IDs of workflow and execution, so that receipts can be joined with this run',
	},
];

const AT = 'options';
const ADD = { placeholder: 'Add Option' };

/** Of messages. */
export const MESSAGE_OPTIONS_FIELD = collection(
	'Options',
	AT,
	[...PUSH_OPTIONS, CAMPAIGN_ID_FIELD, DELIVER_BETWEEN_FIELD, ...SENDING_OPTIONS],
	ADD,
);

/** Of requests that are no messages. */
export const REQUEST_OPTIONS_FIELD = collection('Options', AT, SENDING_OPTIONS, ADD);

/** Huawei's options as the form has them. */
export function readPushOptions(form: ItemForm): Record<string, unknown> {
	return form.members(PUSH_OPTION_RULES, ['biTag', 'collapseKey', 'receiptId', 'ttl'], AT);
}

export function wantsAutomaticBiTag(form: ItemForm): boolean {
	return form.isOn(`${AT}.automaticBiTag`, 'Set Batch Tag Automatically');
}
