/** A stand-in for the mail or SMS service of an operator, on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface Mail {
	to: string;
	name: string;
	subject: string;
	text: string;
	/** Of the header `Idempotency-Key`. */
	key?: string;
}

export class MailService {
	/** What it was asked to send, the oldest first, whether or not it did. */
	readonly asked: Mail[] = [];

	/** HTTP status of its answers. */
	answers = 200;

	private constructor(private readonly server: ReturnType<typeof createServer>) {}

	static async start(): Promise<MailService> {
		const server = createServer();
		const service = new MailService(server);
		server.on('request', (request, response) => {
			void json(request).then((mail) => {
				service.asked.push({
					...(mail as Mail),
					key: request.headers['idempotency-key']?.toString(),
				});
				response
					.writeHead(service.answers, { 'content-type': 'application/json' })
					.end(JSON.stringify({ taken: service.answers === 200 }));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return service;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/send`;
	}

	/** Whom it was asked to write to, in order of the alphabet. */
	listRecipients(): string[] {
		return this.asked.map(({ to }) => to).sort();
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
