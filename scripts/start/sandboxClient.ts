/** A client of the sandbox's REST API. */
import axios, { type AxiosInstance } from 'axios';

export interface ReceiptSettings {
	url: string;
	/** Milliseconds between a message and its receipts. */
	delay?: number;
}

/** A request that the sandbox received, as far as it is read here. */
export interface ReceivedMessage {
	tokenCount: number;
	testMessage: boolean;
	acceptedTokens: string[];
}

export class SandboxClient {
	private readonly http: AxiosInstance;

	constructor(readonly url: string) {
		this.http = axios.create({ baseURL: `${url}/sandbox`, timeout: 10_000, proxy: false });
	}

	/** Says what shall become of a token. */
	async scriptToken(pushToken: string, script: object): Promise<void> {
		await this.http.put(`/tokens/${encodeURIComponent(pushToken)}`, script);
	}

	/** Says where receipts go. They are signed with the user name and secret of the sandbox. */
	async sendReceiptsTo(settings: ReceiptSettings): Promise<void> {
		await this.http.put('/receipts', settings);
	}

	/** The requests to `messages:send` since the start, oldest first. */
	async listMessages(): Promise<ReceivedMessage[]> {
		const { data } = await this.http.get<{ messages: ReceivedMessage[] }>('/messages');
		return data.messages;
	}
}
