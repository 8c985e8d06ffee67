import {
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { testReceiptAccount } from './credentialTest';
import { properties } from './properties';
import { receiveReceipts } from './webhook';

/** Starts a workflow on the receipts that Push Kit sends for the messages of an app. */
export class HuaweiPushTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Push Kit Trigger',
		name: 'huaweiPushTrigger',
		icon: {
			light: 'file:../../icons/huaweiPush.svg',
			dark: 'file:../../icons/huaweiPush.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: 'Receipts',
		description:
			'Push messages to HarmonyOS devices: starts the workflow when Huawei reports what became of one (delivered, token invalid, not displayed, throttled)',
		builderHint: {
			searchHint:
				'One item for each delivery receipt of Huawei Push Kit: `event` and `verdict` say what became of the message and what to do with `pushToken` (`remove`: delete it; `pause`: leave it out until `pausedUntil`). The address is entered in AppGallery Connect by hand.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-huawei-push.huaweiPush',
					relationHint: 'Sends the messages; same `requestId` and `pushToken`, or same `biTag`',
				},
				{
					nodeType: 'n8n-nodes-base.dataTable',
					relationHint:
						'Huawei repeats receipts: keep each `receiptKey`, and go on only where there is no row with it',
				},
			],
		},
		eventTriggerDescription: 'Waiting for a receipt at the test URL',
		activationMessage:
			'Receipts now start this workflow. Enter its production URL in AppGallery Connect, choose version V2 and click Test receipt.',
		triggerPanel: {
			header: 'Receive receipts from Huawei Push Kit',
			executionsHelp: {
				inactive:
					"<b>While building your workflow</b>, click Execute step and send a signed receipt to the test URL: from this package's sandbox, or from AppGallery Connect with the test URL as callback address. Every receipt comes through, whatever Trigger On and Message Types say.<br><br><b>Once you're happy with it</b>, publish it and enter the production URL in AppGallery Connect. Its executions show up in the executions list.",
				active:
					'<b>While building your workflow</b>, click Execute step and send a signed receipt to the test URL. Every receipt comes through, whatever Trigger On and Message Types say.<br><br><b>Receipts at the production URL</b> start the published workflow. Its executions show up in the executions list.',
			},
			activationHint:
				'Publish the workflow before you click Test receipt in AppGallery Connect: a configuration that gets no answer cannot be saved.',
		},
		defaults: { name: 'Huawei Push Kit Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiPushReceiptApi',
				required: true,
				testedBy: 'testReceiptAccount',
				displayOptions: { show: { verification: ['signature'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'receipts',
				responseMode: 'onReceived',
				// Without it n8n answers the text "firstEntryJson" instead of what the webhook returns.
				responseData: '',
			},
		],
		properties,
	};

	methods = { credentialTest: { testReceiptAccount } };

	/** Push Kit has no API for receipt addresses: they are entered by hand in AppGallery Connect. */
	webhookMethods = {
		default: {
			async checkExists(): Promise<boolean> {
				return true;
			},
			async create(): Promise<boolean> {
				return true;
			},
			async delete(): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveReceipts(this);
	}
}
