import { createServer, type IncomingHttpHeaders } from 'node:http';

import type { ReceiptStatus } from '../../../sandbox/receipts/statuses';

export interface ReceivedCall {
	headers: IncomingHttpHeaders;
	text: string;
	statuses: ReceiptStatus[];
}

interface ReceiverAnswer {
	status?: number;
	body?: string;
}

const SUCCESS = '{"code":"0","message":"success"}';

/** A receiver of receipts: keeps every call, and answers as it is told, with success afterwards. */
export class Receiver {
	calls: ReceivedCall[] = [];
	answers: ReceiverAnswer[] = [];
	url = '';
	private readonly server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			const { statuses = [] } = JSON.parse(text) as { statuses?: ReceiptStatus[] };
			this.calls.push({ headers: request.headers, text, statuses });
			const { status = 200, body = SUCCESS } = this.answers.shift() ?? {};
			response.writeHead(status, { 'content-type': 'application/json' }).end(body);
		});
	});

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		const address = this.server.address();
		if (typeof address !== 'object' || address === null) throw new Error('not listening');
		this.url = `http://127.0.0.1:${address.port}/receipts`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	get statuses(): ReceiptStatus[] {
		return this.calls.flatMap((call) => call.statuses);
	}
}
