import fc from 'fast-check';

import { RESOURCES } from '../../../../nodes/HuaweiPush/actions';
import { MESSAGES } from '../../../../push-kit/message/messages';
import { useSandbox } from '../../../builders/useSandbox';
import { toForm } from '../../../builders/formParameters';
import { arbitraryPayloads } from '../../../builders/payloads';
import { runNode } from '../../../builders/engine';

/** Runs of each law: the real engine and real HTTP take some 20 ms a run. */
const RUNS = 30;

// Long enough for a failure to be shrunk to its smallest example.
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

/** The operation that the panel shows first. */
function firstOperation(resource: string): string {
	return RESOURCES.find(({ option }) => option.value === resource)?.first ?? '';
}

/** What Custom Message sends is not judged by one type's rules. */
const PAYLOADS = Object.entries<fc.Arbitrary<object>>(arbitraryPayloads).filter(
	([messageType]) => messageType !== 'custom',
);

describe.each(PAYLOADS)('%s', (messageType, payloads) => {
	it('comes out of JSON mode as it went in, and the sandbox accepts it', async () => {
		await fc.assert(
			fc.asyncProperty(payloads, async (payload) => {
				const operation =
					toForm(messageType, { ...payload })?.operation ?? firstOperation(messageType);
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
});

describe.each(PAYLOADS.filter(([name]) => Object.hasOwn(MESSAGES, name)))(
	'%s',
	(name, payloads) => {
		it('gives the same request from the form and from JSON', async () => {
			let covered = 0;
			await fc.assert(
				fc.asyncProperty(payloads, async (payload) => {
					const form = toForm(name, { ...payload });
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
	},
);
