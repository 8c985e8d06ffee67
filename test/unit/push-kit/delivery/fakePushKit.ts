/** A Push Kit for the laws of delivery: it takes messages, or does not, and says what a script wants said. */
import type { PushRequest, TransportResult } from '../../../../push-kit/delivery/transport';
import { answer, failure, illegal, page } from './messages';
import { VirtualClock } from './virtualClock';

const DEEP = `{"code":"80100000","msg":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;

/** What Push Kit does with one request; `accepts` says whether the phones get the message. */
interface Behaviour {
	accepts: 'all' | 'none' | 'half';
	respond: (tokens: readonly string[]) => TransportResult;
}

const secondHalf = (tokens: readonly string[]) => tokens.slice(Math.ceil(tokens.length / 2));

export const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
	success: { accepts: 'all', respond: () => answer('80000000') },
	partialSuccess: {
		accepts: 'half',
		respond: (tokens) =>
			secondHalf(tokens).length === 0
				? answer('80000000')
				: answer('80100000', { msg: illegal({ noRight: secondHalf(tokens) }) }),
	},
	unnamedPartialSuccess: { accepts: 'half', respond: () => answer('80100000', { msg: 'Partial' }) },
	allRefused: {
		accepts: 'none',
		respond: (tokens) => answer('80300007', { msg: illegal({ tokenFormatError: [...tokens] }) }),
	},
	flowControl: { accepts: 'none', respond: () => page(503) },
	flowControlForSeconds: { accepts: 'none', respond: () => page(503, '3') },
	flowControlForNoTime: { accepts: 'none', respond: () => page(503, '0') },
	flowControlInThePast: {
		accepts: 'none',
		respond: () => page(503, 'Mon, 01 Jan 1990 00:00:00 GMT'),
	},
	flowControlForEver: { accepts: 'none', respond: () => page(503, '9'.repeat(400)) },
	flowControlAfterwards: { accepts: 'all', respond: () => answer('81000001', { status: 503 }) },
	tooManyAfterwards: { accepts: 'all', respond: () => answer('80000009', { status: 429 }) },
	refusedLoginAfterwards: { accepts: 'all', respond: () => answer('81000001', { status: 401 }) },
	nowhere: { accepts: 'none', respond: () => page(404) },
	late: { accepts: 'all', respond: () => ({ ...failure(true), unanswered: true }) },
	lateForEver: {
		accepts: 'all',
		respond: () => ({
			...failure(true),
			unanswered: true,
			open: new Promise(() => undefined),
		}),
	},
	switchedProtocols: { accepts: 'all', respond: () => page(101) },
	deepMsg: {
		accepts: 'all',
		respond: () => ({
			kind: 'answer',
			status: 200,
			body: DEEP,
		}),
	},
	flowControlForHours: { accepts: 'none', respond: () => page(503, '7200') },
	errorAfterwards: { accepts: 'all', respond: () => answer('81000001', { status: 500 }) },
	errorBefore: { accepts: 'none', respond: () => page(502) },
	timeoutAfterwards: { accepts: 'all', respond: () => failure(true) },
	notConnected: { accepts: 'none', respond: () => failure(false) },
	webPage: { accepts: 'none', respond: () => page(200) },
	unknownCode: { accepts: 'all', respond: () => answer('99999999') },
	expired: { accepts: 'none', respond: () => answer('80200005') },
	refusedAccount: { accepts: 'none', respond: () => answer('80200001', { status: 401 }) },
	badMessage: { accepts: 'none', respond: () => answer('80100003', { status: 400 }) },
	throws: {
		accepts: 'all',
		respond: () => {
			throw new TypeError('broken');
		},
	},
};

interface Arrival {
	at: number;
	key: string;
	tokens: readonly string[];
}

/** A Push Kit that does as it is told, request after request, and keeps the books. */
export class FakePushKit {
	readonly arrivals: Arrival[] = [];

	readonly copies = new Map<string, number>();

	/** Tokens that were sent to again after an answer that left the message accepted or in doubt. */
	readonly sentInDoubt: string[] = [];

	mostUnderWay = 0;

	private underWay = 0;

	private readonly settled = new Set<string>();

	constructor(
		private readonly clock: VirtualClock,
		private readonly script: readonly string[],
		private readonly onRequest: (number: number) => void,
	) {}

	async transport({ body, tokens }: PushRequest): Promise<TransportResult> {
		const key = JSON.stringify(body);
		const number = this.arrivals.push({ at: this.clock.now(), key, tokens });
		this.onRequest(number);
		this.mostUnderWay = Math.max(this.mostUnderWay, (this.underWay += 1));
		const behaviour = BEHAVIOURS[this.script[(number - 1) % this.script.length] ?? ''];
		if (behaviour === undefined) throw new RangeError('No such behaviour');
		const { accepts, respond } = behaviour;
		const taking = {
			all: tokens,
			none: [],
			half: tokens.slice(0, Math.ceil(tokens.length / 2)),
		}[accepts];
		for (const token of tokens) {
			if (this.settled.has(key + token)) this.sentInDoubt.push(token);
		}
		for (const token of taking) {
			this.copies.set(key + token, (this.copies.get(key + token) ?? 0) + 1);
			this.settled.add(key + token);
		}
		await this.clock.sleep(1 + ((number * 37) % 90));
		this.underWay -= 1;
		return respond(tokens);
	}
}
