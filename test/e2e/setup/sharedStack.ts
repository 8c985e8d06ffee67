/** What the global set-up started, as the test files see it. */
import { N8nClient } from '../../../scripts/n8n/client';
import type { Login, SavedCredential } from '../../../scripts/n8n/workflow';
import type { AccountData, ReceiptData } from '../../../scripts/start/sandbox';
import type { Stack } from '../../../scripts/start/stack';

const VARIABLE = 'HUAWEI_PUSH_E2E_STACK';

export interface SharedStack {
	n8nUrl: string;
	sandboxUrl: string;
	login: Login;
	/** Of the owner, who is signed in already. */
	session: string;
	credentials: { account: SavedCredential; receipts: SavedCredential };
	accountData: AccountData;
	receiptData: ReceiptData;
	chromium: string;
}

export function shareStack(stack: Stack, chromium: string): void {
	const shared: SharedStack = {
		n8nUrl: stack.n8n.url,
		sandboxUrl: stack.sandbox.url,
		login: stack.login,
		session: stack.client.session,
		credentials: stack.credentials,
		accountData: stack.sandbox.accountData,
		receiptData: stack.sandbox.receiptData,
		chromium,
	};
	process.env[VARIABLE] = JSON.stringify(shared);
}

export function readSharedStack(): SharedStack {
	const text = process.env[VARIABLE];
	if (!text) throw new Error('Nothing is running. Start the tests with npm run test:e2e.');
	return JSON.parse(text) as SharedStack;
}

/**
 * A client that is signed in as the owner. It takes over the session of the start, since n8n refuses
 * the sixth login within a minute, and a fast machine runs more test files than that.
 */
export function ownerClient({ n8nUrl, session }: SharedStack): N8nClient {
	return new N8nClient(n8nUrl, session);
}
