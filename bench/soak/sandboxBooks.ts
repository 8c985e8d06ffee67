/** What the sandbox knows to be true, over its REST API. */
import axios, { type AxiosInstance } from 'axios';

import type { Books, CalledReceipt } from './books';

/** Newest calls that are read at a time: many more than come between two looks. */
const CALLS = 100;

interface Acceptances {
	repeated: Array<{ messageKey: string; token: string }>;
	messages: Array<{ biTag?: string; tokenCount: number }>;
}

export class SandboxBooks {
	private readonly http: AxiosInstance;
	private newestCall = 0;

	constructor(url: string) {
		this.http = axios.create({ baseURL: `${url}/sandbox`, timeout: 30_000, proxy: false });
	}

	/** Without limits of frequency: the same devices get one campaign after the other. */
	async prepare(receiptUrl: string, refused: readonly string[]): Promise<void> {
		await this.http.put('/settings', { frequencyControl: false });
		await this.http.put('/receipts', { url: receiptUrl });
		const script = { reason: 'tokenFormatError' };
		await this.http.put('/tokens', {
			tokens: Object.fromEntries(refused.map((token) => [token, script])),
		});
	}

	/** The next requests to send meet it. */
	async strike(fault: object): Promise<void> {
		await this.http.post('/faults', { ...fault, endpoint: 'send' });
	}

	/**
	 * Writes into the books what has been accepted and reported since the last look.
	 *
	 * @throws {Error} if more calls came meanwhile than are read
	 */
	async read(books: Books): Promise<void> {
		const { data } = await this.http.get<Acceptances>('/acceptances?tokens=false');
		for (const { biTag, tokenCount } of data.messages) {
			if (biTag !== undefined) books.noteAccepted(biTag, tokenCount);
		}
		for (const { messageKey, token } of data.repeated) books.noteRepeated(messageKey, token);

		const answer = await this.http.get<{ calls: CalledReceipt[] }>(`/receipts?limit=${CALLS}`);
		const { calls } = answer.data;
		const isGap = calls.length === CALLS && calls.every(({ id }) => id > this.newestCall);
		if (isGap) throw new Error(`More than ${CALLS} receipt calls came between two looks.`);
		for (const { id, ok, statusCount } of calls) books.noteCall({ id, ok, statusCount });
		this.newestCall = calls.at(-1)?.id ?? this.newestCall;
	}
}
