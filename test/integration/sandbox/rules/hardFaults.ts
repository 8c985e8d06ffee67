/** Requests that the reference calls hard faults, and how the sandbox refuses them. */
import type { Body } from '../../../builders/sandbox/bodies';
import type { Client } from '../../../builders/sandbox/client';

export const PAYLOAD = '80100003';
export const PARAMETER = '80100001';

export type Fault = [
	name: string,
	pushType: number | string,
	body: Body,
	code: string,
	tip: RegExp,
];

/**
 * Tests that a new sandbox refuses each fault in words that say which it is, and accepts nothing of it.
 *
 * @param getClient asked inside the tests, when the sandbox runs
 */
export function itRefuses(faults: readonly Fault[], getClient: () => Client): void {
	describe('what the reference calls hard faults', () => {
		it.each(faults)('refuses %s', async (_name, pushType, body, code, tip) => {
			const { data, status } = await getClient().send(body, pushType);
			expect([status, data.code]).toEqual([400, code]);
			const stored = getClient().sandbox.store.messages.at(-1);
			expect(stored?.problem).toMatch(tip);
			expect(stored?.acceptedTokens).toEqual([]);
			if (code === PAYLOAD) expect(data.msg).toBe(`Illegal payload, ${stored?.problem}`);
		});

		it('has accepted none of them', () => {
			expect(getClient().sandbox.acceptances.total).toBe(0);
		});
	});
}
