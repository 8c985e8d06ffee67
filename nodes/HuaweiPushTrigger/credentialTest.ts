/** The offline test of credential `huaweiPushReceiptApi`: says which field is wrong, and how. */
import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { decodeBase64Secret, type SecretEncoding } from '../../push-kit/receipt/signature';
import { toCallbackAccount } from './callbackAccounts';

const WHERE =
	'It stands in AppGallery Connect > Grow > Push Kit > Configuration, in the receipt (回执).';

/** Finds the first fault of a credential's data, or `undefined` if there is none to be seen. */
export function findAccountFault(data: Readonly<Record<string, unknown>>): string | undefined {
	const {
		userName,
		secret,
		previousSecret = '',
		secretEncoding,
	} = toCallbackAccount({
		userName: readField(data.userName),
		secret: readField(data.secret),
		previousSecret: readField(data.previousSecret),
		secretEncoding: readField(data.secretEncoding),
	});
	if (userName === '') {
		return `User Name is empty. Without user name and secret Huawei does not sign. ${WHERE}`;
	}
	if (/[\r\n]/.test(userName)) {
		return `User Name holds a line break. Copy it again, and nothing beside it. ${WHERE}`;
	}
	if (secret === '') {
		return `Secret is empty. Without user name and secret Huawei does not sign. ${WHERE}`;
	}
	return (
		findSecretFault('Secret', secret, secretEncoding) ??
		(previousSecret === ''
			? undefined
			: findSecretFault('Previous Secret', previousSecret, secretEncoding))
	);
}

function findSecretFault(
	field: string,
	secret: string,
	encoding: SecretEncoding,
): string | undefined {
	if (/[\r\n\t]/.test(secret)) {
		return `${field} holds a line break or a tab. Copy it again, and nothing beside it. ${WHERE}`;
	}
	if (encoding !== 'base64') return undefined;
	if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(secret)) {
		return `${field} holds characters that do not occur in Base64. Set Secret Encoding to Automatic or Text, or copy the secret again. ${WHERE}`;
	}
	if (decodeBase64Secret(secret) === undefined) {
		return `${field} cannot be Base64 of this length: a part of it seems to be missing. Copy it again, or set Secret Encoding to Automatic or Text. ${WHERE}`;
	}
	return undefined;
}

function readField(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** `testedBy` function of the trigger. Nothing leaves n8n: only a receipt shows that both agree. */
export async function testReceiptAccount(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const fault = findAccountFault(credential.data ?? {});
	return fault === undefined
		? {
				status: 'OK',
				message: 'Both fields are filled in. Whether they match shows with the first receipt.',
			}
		: { status: 'Error', message: fault };
}
