import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { CONSOLE_PAGE, CONSOLE_PLACES } from '../push-kit/catalog/consoleSteps';

// A constant of its own, because a field named like a secret would have to be a password field,
// and n8n hides the value of those.
const SECRET_ENCODING: INodeProperties = {
	displayName: 'Secret Encoding',
	name: 'secretEncoding',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'auto',
			description: 'Accept calls signed in either way',
		},
		{
			name: 'Base64',
			value: 'base64',
			description: 'The key is decoded from Base64, as newer receipt configurations do',
		},
		{
			name: 'Text',
			value: 'text',
			description: 'The characters of the key are used as they are, as old configurations do',
		},
	],
	default: 'auto',
	description: 'How Huawei turns the secret into the key that signs; if unsure, keep Automatic',
};

/**
 * Callback user name and key of a receipt configuration in AppGallery Connect. Tested offline by
 * the trigger node (`testedBy`): Huawei calls n8n, there is nothing that n8n could call.
 */
export class HuaweiPushReceiptApi implements ICredentialType {
	name = 'huaweiPushReceiptApi';

	displayName = 'Huawei Push Kit Receipt API';

	icon: Icon = { light: 'file:../icons/huaweiPush.svg', dark: 'file:../icons/huaweiPush.dark.svg' };

	documentationUrl = 'https://github.com/example.invalid/n8n-nodes-huawei-push#readme';

	properties: INodeProperties[] = [
		{
			displayName: `Both values come from ${CONSOLE_PLACES.newReceipt}. Enter them there and here; without both of them Huawei does not sign. <a href="${CONSOLE_PAGE}">Where that is</a>.`,
			name: 'origin',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: '',
			required: true,
			description: 'The callback user name of the receipt, exactly as in AppGallery Connect',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The callback key of the receipt, exactly as in AppGallery Connect',
		},
		SECRET_ENCODING,
		{
			displayName: 'Previous Secret',
			name: 'previousSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For changing the secret without losing receipts: put the old secret here and the new one above, change it in AppGallery Connect, and empty this field a day later',
		},
	];
}
