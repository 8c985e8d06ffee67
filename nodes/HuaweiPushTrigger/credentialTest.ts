/** The offline test of credential `huaweiPushReceiptApi`: says which field is wrong, and how. */
import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { findAccountFault } from '../../push-kit/receipt/accountFaults';
import { toCallbackAccount } from './callbackAccounts';

/**
 * `testedBy` function of the trigger. Nothing leaves n8n: only a receipt shows that both agree.
 * A weak secret is an error and no remark, because n8n shows no word of a test that passed.
 */
export async function testReceiptAccount(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const fault = findAccountFault(toCallbackAccount(credential.data ?? {}));
	return fault === undefined
		? {
				status: 'OK',
				message: 'Both fields are filled in. Whether they match shows with the first receipt.',
			}
		: { status: 'Error', message: fault };
}
