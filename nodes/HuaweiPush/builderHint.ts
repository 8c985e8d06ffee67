import type { IBuilderHint } from 'n8n-workflow';

/** For n8n's AI workflow builder, which reads it when it searches for nodes: what the fields alone do not tell. */
export const BUILDER_HINT: IBuilderHint = {
	searchHint: [
		'Sends push messages to apps on HarmonyOS.',
		'Resource: `notification` is a visible message (its `revoke` needs the `notifyId` of the items on Accepted), `liveView` a card that follows an order or a trip, `form` a widget, `badge` the number on the icon, `textToSpeech` is read aloud, `call` rings, `background` hands data to the app unseen; `image` has a picture checked before it is sent.',
		'Recipients default to the field `pushToken` of each input item; as the tool of an AI agent, to `pushTokens`, which the model fills by $fromAI(). Hand over all customers at once, without a loop or batches: equal messages travel together.',
		'Output 0 is Accepted. Output 1 is Problem: act on its `verdict` (`remove`: delete the token; `retryLater`: send again).',
		'Whether the phone got it is told later, by the Huawei Push Kit Trigger.',
	].join(' '),
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-huawei-push.huaweiPushTrigger',
			relationHint: 'Delivery receipts; same `requestId` and `pushToken`, or same `biTag`',
		},
		{
			nodeType: 'n8n-nodes-base.dataTable',
			relationHint: 'Holds the push tokens: read them from it, delete those with verdict `remove`',
		},
	],
};
