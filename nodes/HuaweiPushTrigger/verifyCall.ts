/**
 * Whether a call comes from Huawei and for the first time. Fails closed: whatever cannot be
 * verified is refused. What is kept between calls (credential, signatures) is kept per process.
 */
import { createHash } from 'node:crypto';

import type { IWebhookFunctions } from 'n8n-workflow';

import {
	type ParsedSignature,
	parseSignatureHeader,
	SIGNATURE_HEADER,
	type SignatureResult,
	verifySignature,
} from '../../push-kit/receipt/signature';
import { createSignatureMemory, type SignatureUse } from '../../push-kit/receipt/signatureMemory';
import type { Refusal } from './answers';
import {
	ACCOUNT_LIFETIME,
	ACCOUNT_RECHECK,
	type AccountReader,
	createAccountCache,
} from './callbackAccounts';
import { responseOf } from './httpExchange';
import { reportFailure } from './reportFailure';
import type { TriggerSettings } from './settings';

const CREDENTIAL = 'huaweiPushReceiptApi';

const accounts = createAccountCache();
const signatures = createSignatureMemory();

export type CallVerdict =
	| { readonly kind: 'take' }
	/** The same call was taken before: answer success and start nothing. */
	| { readonly kind: 'redelivery' }
	/** No signature at all: never to be taken; see `judgeUnsigned`. */
	| { readonly kind: 'unsigned' }
	| { readonly kind: 'refuse'; readonly refusal: Refusal };

/** The signature that a call carries, taken apart. */
export function readSignature(context: IWebhookFunctions): ParsedSignature {
	return parseSignatureHeader(context.getHeaderData()[SIGNATURE_HEADER]);
}

/** Whether a call carries no signature, not even one that is wrong. */
export function isUnsigned(signature: ParsedSignature): boolean {
	return !signature.ok && signature.reason === 'missing';
}

/** Verifies the signature of a call and uses it up, together with the body. */
export async function verifyCall(
	context: IWebhookFunctions,
	settings: TriggerSettings,
	body: Buffer,
	parsed: ParsedSignature,
): Promise<CallVerdict> {
	const node = context.getNode();
	const isManual = context.getMode() === 'manual';
	const reference = node.credentials?.[CREDENTIAL];
	if (!reference) return { kind: 'refuse', refusal: 'noCredential' };

	if (!parsed.ok) {
		const { reason } = parsed;
		return reason === 'missing' ? { kind: 'unsigned' } : { kind: 'refuse', refusal: reason };
	}

	const reader: AccountReader = {
		credentialId: reference.id,
		read: async () => await context.getCredentials(CREDENTIAL),
	};
	const now = Date.now();
	let signature: SignatureResult | 'noCredential';
	try {
		signature = await verifyWithCredential(parsed, reader, {
			now,
			tolerance: settings.tolerance,
			// In the editor the operator has perhaps just changed the credential.
			maxAge: isManual ? 0 : ACCOUNT_LIFETIME,
		});
	} catch (error) {
		reportFailure(context, 'warn', 'could not read its credential', error);
		return { kind: 'refuse', refusal: 'credentialUnreadable' };
	}
	if (signature === 'noCredential') return { kind: 'refuse', refusal: 'noCredential' };
	if (!signature.ok) return { kind: 'refuse', refusal: signature.reason };

	return useSignature(
		context,
		{
			mac: signature.mac,
			signedAt: signature.signedAt,
			bodyHash: createHash('sha256').update(body).digest(),
			receiver: JSON.stringify([context.getWorkflow().id, node.id, isManual]),
		},
		now,
	);
}

async function verifyWithCredential(
	parsed: ParsedSignature,
	reader: AccountReader,
	{ now, tolerance, maxAge }: { now: number; tolerance: number; maxAge: number },
): Promise<SignatureResult | 'noCredential'> {
	const verify = async (age: number) => {
		const account = await accounts.get(reader, { now, maxAge: age });
		const complete = account.userName !== '' && account.secret !== '';
		return complete ? verifySignature(parsed, account, { tolerance, now }) : 'noCredential';
	};
	const result = await verify(maxAge);
	const perhapsCorrected =
		result === 'noCredential' || (!result.ok && result.reason === 'mismatch');
	return perhapsCorrected && maxAge > ACCOUNT_RECHECK ? await verify(ACCOUNT_RECHECK) : result;
}

function useSignature(context: IWebhookFunctions, use: SignatureUse, now: number): CallVerdict {
	const verdict = signatures.check(use, now);
	if (verdict === 'redelivery') return { kind: 'redelivery' };
	if (verdict !== 'fresh') return { kind: 'refuse', refusal: verdict };

	// Only the answer tells whether n8n could store the execution. If it could not, Huawei's next
	// try of this call must be taken, or the receipts would be lost.
	const response = responseOf(context);
	const settle = () =>
		signatures.settle(use, response.writableFinished && response.statusCode === 200);
	if (response.destroyed) settle();
	else response.once('close', settle);
	return { kind: 'take' };
}
