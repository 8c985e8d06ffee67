import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { RESOURCES } from './actions';
import { BUILDER_HINT } from './builderHint';
import { testPushAccount } from './credentialTest';
import { HINTS } from './hints';
import { panelOf } from './panel';
import { executeActions } from './run/execute';
import { subtitleOf } from './subtitle';

/** Sends every message type of Huawei Push Kit and tells, token by token, what became of it. */
export class HuaweiPush implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Push Kit',
		name: 'huaweiPush',
		icon: {
			light: 'file:../../icons/huaweiPush.svg',
			dark: 'file:../../icons/huaweiPush.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(RESOURCES),
		description: 'Send push messages to HarmonyOS devices through Huawei Push Kit, and revoke them',
		defaults: { name: 'Huawei Push Kit' },
		builderHint: BUILDER_HINT,
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Accepted', 'Problem'],
		credentials: [{ name: 'huaweiPushApi', required: true, testedBy: 'testPushAccount' }],
		hints: HINTS,
		properties: panelOf(RESOURCES),
	};

	methods = { credentialTest: { testPushAccount } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeActions(this, RESOURCES);
	}
}
