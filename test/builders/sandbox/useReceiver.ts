/** What tests of receipts begin with. */
import type { Sandbox } from '../../../sandbox/server';
import { standIn } from '../useSandbox';
import { Client, startTestSandbox } from './client';
import { Receiver } from './receiver';

export interface ReceiptTest {
	readonly sandbox: Sandbox;
	readonly client: Client;
	/** A new one for each test, so that no late call of another test is among its calls. */
	readonly receiver: Receiver;
	/** Has receipts sent to the receiver, each in a call of its own moment. */
	setReceipts(options?: object): ReturnType<Client['rest']>;
	/** Token and result of each receipt that has come, once all have. */
	readResults(): Promise<unknown[][]>;
}

/** A sandbox, a client of it and a receiver of its receipts for the tests of a file. Call it at the top of the file. */
export function useReceiver(): ReceiptTest {
	let running: { sandbox: Sandbox; client: Client } | undefined;
	let receiving = new Receiver();
	const started = () => {
		if (running === undefined) throw new Error('The sandbox starts before the first test.');
		return running;
	};
	const sandbox = standIn(() => started().sandbox);
	const client = standIn(() => started().client);
	const receiver = standIn(() => receiving);
	beforeAll(async () => {
		const made = await startTestSandbox();
		running = { sandbox: made, client: new Client(made) };
	});
	beforeEach(async () => {
		sandbox.reset();
		receiving = new Receiver();
		await receiving.start();
	});
	afterEach(async () => await receiving.stop());
	afterAll(async () => await running?.sandbox.close());
	return {
		sandbox,
		client,
		receiver,
		setReceipts: async (options = {}) =>
			await client.rest('PUT', 'receipts', {
				url: receiver.url,
				gather: 1,
				retryDelay: 1,
				...options,
			}),
		readResults: async () => {
			await sandbox.receiptsSettled();
			return receiver.statuses.map(({ token, deliveryStatus, formStatus }) => [
				token,
				(deliveryStatus ?? formStatus)?.result,
			]);
		},
	};
}
