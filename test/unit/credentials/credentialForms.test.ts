import type { ICredentialType } from 'n8n-workflow';

import { HuaweiPushApi } from '../../../credentials/HuaweiPushApi.credentials';
import { HuaweiPushReceiptApi } from '../../../credentials/HuaweiPushReceiptApi.credentials';
import { checkBaseUrl } from '../../../push-kit/account/connection';

const account = new HuaweiPushApi();
const receipts = new HuaweiPushReceiptApi();

const fieldOf = ({ properties }: ICredentialType, name: string) =>
	properties.find((property) => property.name === name);

it('the service account has its fields, in this order', () => {
	expect(account.properties.map(({ name }) => name)).toEqual([
		'keyFormat',
		'serviceAccountKey',
		'projectId',
		'keyId',
		'subAccount',
		'privateKey',
		'clientId',
		'testTokens',
		'baseUrl',
	]);
});

it('Test Tokens are optional, several lines, shown as they are typed, for either key format', () => {
	const field = fieldOf(account, 'testTokens');
	expect(field).toMatchObject({ type: 'string', typeOptions: { rows: 3 }, default: '' });
	expect(field?.typeOptions?.password).toBeUndefined();
	expect(field?.required).toBeUndefined();
	expect(field?.displayOptions).toBeUndefined();
	expect(field?.description).toContain('runs from the editor go to these push tokens');
});

it.each([
	[account, 'serviceAccountKey'],
	[account, 'privateKey'],
	[receipts, 'secret'],
	[receipts, 'previousSecret'],
])('what is secret is hidden: %# %s', (credential, name) => {
	expect(fieldOf(credential, name)?.typeOptions?.password).toBe(true);
});

it('the default address is one that the node takes as it stands', () => {
	const { default: address } = fieldOf(account, 'baseUrl') ?? {};
	expect(checkBaseUrl(String(address))).toBe(address);
});

it.each([account, receipts])('$displayName is in English only', (credential) => {
	expect(JSON.stringify(credential.properties)).not.toMatch(/\p{Script=Han}/u);
});

it('the account is tested by the node alone: n8n would prefer a test of the credential', () => {
	expect('test' in account).toBe(false);
});
