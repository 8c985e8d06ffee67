import { sleep, type IExecuteFunctions, type IHttpRequestOptions } from 'n8n-workflow';

import { createTransport } from '../../../../../nodes/HuaweiPush/run/transport';
import type { PushRequest, TransportResult } from '../../../../../push-kit/delivery/transport';

const REQUEST: PushRequest = {
	endpoint: 'send',
	url: 'http://127.0.0.1:9',
	pushType: 0,
	body: {},
	tokens: ['t'],
};

const ANSWER = { statusCode: 200, headers: {}, body: { code: '80000000' } };

/** What becomes of a request, by an n8n that may be told to end it. */
type Helper = (signal: AbortSignal, options: IHttpRequestOptions) => Promise<unknown>;

/**
 * The part of n8n's context that a transport uses. What the real helper does, the integration tests show; this
 * one does what no version of n8n is known to do.
 */
function contextOf(helper: Helper, cancel?: AbortSignal): IExecuteFunctions {
	const context = {
		getExecutionCancelSignal: () => cancel,
		helpers: {
			async httpRequestWithAuthentication(
				this: { getExecutionCancelSignal: () => AbortSignal },
				_type: string,
				options: IHttpRequestOptions,
			) {
				options.headers = { ...options.headers, Authorization: 'Bearer x' };
				return await helper(this.getExecutionCancelSignal(), options);
			},
		},
	};
	// All that a transport asks of n8n.
	return context as unknown as IExecuteFunctions;
}

const send = async (helper: Helper, timeout: number, cancel?: AbortSignal) =>
	await createTransport(contextOf(helper, cancel), {}, timeout)(REQUEST, false);

const whenAborted = async (signal: AbortSignal) =>
	await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

const LATE = { kind: 'failure', sent: true, reason: 'timeout', unanswered: true };

describe('a transport', () => {
	it('gives the answer, and leaves the request alone', async () => {
		let ended = false;
		const result = await send(async (signal) => {
			signal.addEventListener('abort', () => (ended = true));
			return await Promise.resolve(ANSWER);
		}, 50);
		await sleep(80);
		expect(result).toEqual({ kind: 'answer', status: 200, body: ANSWER.body });
		expect(ended).toBe(false);
	});

	it('ends a request that is not answered in time', async () => {
		const result = await send(async (signal) => {
			await whenAborted(signal);
			throw Object.assign(new TypeError('canceled'), { code: 'ERR_CANCELED' });
		}, 30);
		expect(result).toMatchObject(LATE);
		expect(result).not.toHaveProperty('open');
	});

	it('takes an answer that comes in the very last moment', async () => {
		const result = await send(async (signal) => {
			await whenAborted(signal);
			return ANSWER;
		}, 30);
		expect(result).toMatchObject({ kind: 'answer', status: 200 });
	});

	it.each(['an answer', 'a failure'])(
		'tells of a request that does not end, until it does: with %s',
		async (how) => {
			let settle: () => void = () => undefined;
			const result: TransportResult = await send(
				async () =>
					await new Promise((resolve, reject) => {
						settle = () => (how === 'an answer' ? resolve(ANSWER) : reject(new TypeError('late')));
					}),
				30,
			);
			expect(result).toMatchObject(LATE);
			const open = result.kind === 'failure' ? result.open : undefined;
			const state = async () => await Promise.race([open?.then(() => 'ended'), sleep(20)]);
			expect(await state()).toBeUndefined();
			settle();
			expect(await state()).toBe('ended');
		},
	);

	it('stops waiting at once when the execution is cancelled', async () => {
		const stop = new AbortController();
		const begun = Date.now();
		const pending = send(
			async (signal) => {
				await whenAborted(signal);
				throw new TypeError('canceled');
			},
			60_000,
			stop.signal,
		);
		stop.abort();
		expect(await pending).toMatchObject({ kind: 'failure', sent: true, reason: 'cancelled' });
		expect(Date.now() - begun).toBeLessThan(30_000);
	});

	it('ends each request by itself', async () => {
		const transport = createTransport(
			contextOf(async (signal, { url }) => {
				if (url === REQUEST.url) {
					await whenAborted(signal);
					throw new TypeError('canceled');
				}
				await sleep(20);
				return ANSWER;
			}),
			{},
			100,
		);
		const [late, quick] = await Promise.all([
			transport(REQUEST, false),
			transport({ ...REQUEST, url: 'http://127.0.0.1:10' }, false),
		]);
		expect(quick).toMatchObject({ kind: 'answer', body: ANSWER.body });
		expect(late).toMatchObject(LATE);
	});

	it('hands n8n its time-out too', async () => {
		let timeout: number | undefined;
		await send(async (_, options) => {
			timeout = options.timeout;
			return await Promise.resolve(ANSWER);
		}, 12_345);
		expect(timeout).toBe(12_345);
	});
});
