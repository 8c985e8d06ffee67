import fc from 'fast-check';

import { useSandbox } from '../../../builders/useSandbox';
import { toForm } from '../../../builders/formParameters';
import { arbitraryPayloads } from '../../../builders/payloads';
import { runNode } from '../../../builders/engine';

/** Runs of each law: the real engine and real HTTP take some 20 ms a run. */
const RUNS = 30;

// Long enough for a failure to be shrunk to its smallest example.
jest.setTimeout(60_000);

const sandbox = useSandbox();

/** What arrives at the sandbox, and whether it was accepted there by the sandbox's own rules. */
async function arrival(resource: string, operation: string, parameters: object) {
	sandbox.reset();
	const { error } = await runNode({
		parameters: { resource, operation, ...parameters },
		items: [{ pushToken: 'TOKEN_A' }],
		credentials: { serviceAccountKey: JSON.stringify(sandbox.keyFile), baseUrl: sandbox.url },
	});
	const [message] = sandbox.store.messages;
	return { error, body: message?.body, code: message?.answer?.body.code };
}

const TYPES = [
	'notification',
	'badge',
	'form',
	'textToSpeech',
	'background',
	'liveView',
	'call',
] as const;

describe.each(TYPES)('%s', (messageType) => {
	const payloads: fc.Arbitrary<object> = arbitraryPayloads[messageType];

	it('comes out of JSON mode as it went in, and the sandbox accepts it', async () => {
		await fc.assert(
			fc.asyncProperty(payloads, async (payload) => {
				const operation = toForm(messageType, { ...payload })?.operation ?? FIRST[messageType];
				const sent = await arrival(messageType, operation, {
					specifyMessage: 'json',
					payload: JSON.stringify(payload),
				});
				expect(sent).toEqual({
					error: undefined,
					body: { payload: JSON.parse(JSON.stringify(payload)), target: { token: ['TOKEN_A'] } },
					code: '80000000',
				});
			}),
			{ numRuns: RUNS },
		);
	});

	it('gives the same request from the form and from JSON', async () => {
		let covered = 0;
		await fc.assert(
			fc.asyncProperty(payloads, async (payload) => {
				const form = toForm(messageType, { ...payload });
				fc.pre(form !== undefined);
				covered += 1;
				const { resource, operation, parameters } = form ?? {
					resource: '',
					operation: '',
					parameters: {},
				};
				const fromForm = await arrival(resource, operation, parameters);
				expect(fromForm).toEqual({
					error: undefined,
					body: { payload: JSON.parse(JSON.stringify(payload)), target: { token: ['TOKEN_A'] } },
					code: '80000000',
				});
			}),
			{ numRuns: RUNS, maxSkipsPerRun: 500 },
		);
		expect(covered).toBeGreaterThanOrEqual(RUNS);
	});
});

const FIRST: Readonly<Record<(typeof TYPES)[number], string>> = {
	notification: 'send',
	badge: 'update',
	form: 'update',
	textToSpeech: 'send',
	background: 'send',
	liveView: 'create',
	call: 'ring',
};
