/** The sandbox as the demonstration needs it: running, and described as credentials of n8n. */
import { startSandbox } from '../../sandbox/server';

/** Data of the credential `huaweiPushApi`. */
export interface AccountData extends Record<string, string> {
	keyFormat: 'json';
	/** The key file's text. */
	serviceAccountKey: string;
	clientId: string;
	baseUrl: string;
}

/** Data of the credential `huaweiPushReceiptApi`. */
export interface ReceiptData extends Record<string, string> {
	userName: string;
	secret: string;
	secretEncoding: string;
}

export interface DemoSandbox {
	url: string;
	accountData: AccountData;
	receiptData: ReceiptData;
	/** Resolves when every receipt is delivered or given up. */
	receiptsSettled(): Promise<void>;
	stop(): Promise<void>;
}

/** A sandbox on any free port that keeps nothing: its key and secret end with it. */
export async function startDemoSandbox(): Promise<DemoSandbox> {
	const sandbox = await startSandbox();
	return {
		url: sandbox.url,
		accountData: {
			keyFormat: 'json',
			serviceAccountKey: JSON.stringify(sandbox.keyFile, null, 2),
			clientId: sandbox.clientId,
			baseUrl: sandbox.url,
		},
		receiptData: {
			userName: sandbox.receiptUserName,
			secret: sandbox.receiptSecret,
			secretEncoding: 'auto',
		},
		receiptsSettled: async () => await sandbox.receiptsSettled(),
		stop: async () => await sandbox.close(),
	};
}
