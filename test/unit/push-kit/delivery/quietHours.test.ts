import fc from 'fast-check';

import { cutAtBorder, mayAllGo, type QuietHours } from '../../../../push-kit/delivery/quietHours';
import { count, OK, run, START } from './deliveryRun';
import { failure, group, page } from './messages';

/** Open until the end of a number of milliseconds; then from the next day on. */
const untilAfter = (
	open: number,
	isMeant: (token: number) => boolean = () => true,
): QuietHours => ({
	heldUntil: (_portion, token, now) =>
		isMeant(token) && now >= START + open ? START + 86_400_000 : undefined,
});

/** Nobody asks for its tokens here. */
const PORTION = { message: 'offer', tokens: [] };

const LATER = new Date(START + 86_400_000).toISOString();

describe('a batch at the border', () => {
	it('is cut into pieces that hold every token once, each all open or all held', () => {
		const sizes = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(sizes, fc.nat(5), (isHeld, start) => {
				const quiet: QuietHours = {
					heldUntil: (_portion, token) => (isHeld[token - start] === true ? 1 : undefined),
				};
				const batch = { portion: 0, start, end: start + isHeld.length, attempts: 1, faults: 0 };
				const pieces = cutAtBorder(batch, PORTION, quiet, 0);
				const told = pieces.flatMap(({ batch: piece, held }) => {
					expect(piece.attempts).toBe(1);
					if (held !== undefined) expect(held).toHaveLength(piece.end - piece.start);
					return Array.from({ length: piece.end - piece.start }, () => held !== undefined);
				});
				expect(told).toEqual(isHeld);
				// As few as there are changes.
				const changes = isHeld.filter((one, index) => index > 0 && one !== isHeld[index - 1]);
				expect(pieces).toHaveLength(changes.length + 1);
				expect(mayAllGo(batch, PORTION, quiet, 0)).toBe(!isHeld.includes(true));
			}),
		);
	});
});

describe('a run', () => {
	it('sends nothing at night, and says when to send', async () => {
		const { outcomes, sent } = await run([group(2500)], () => OK, { quietHours: untilAfter(0) });
		expect(sent).toEqual([]);
		expect(outcomes.flat()).toHaveLength(2500);
		expect(new Set(outcomes.flat()).size).toBe(1);
		expect(outcomes[0]?.[0]).toMatchObject({
			outcome: 'skipped',
			reason: 'quietHours',
			verdict: 'retryLater',
			notBefore: LATER,
		});
	});

	it('reaches those for whom it is day, in as many requests as without', async () => {
		const quietHours = untilAfter(0, (token) => token >= 1500);
		const { kinds, sent } = await run([group(3000)], () => OK, { quietHours });
		expect(kinds[0]?.map((kind) => kind === 'accepted')).toEqual(
			Array.from({ length: 3000 }, (_, token) => token < 1500),
		);
		expect(sent.map(({ tokens }) => tokens).sort((a, b) => a - b)).toEqual([500, 1000]);
	});

	it('that lasts into the night stops there: nothing leaves after the border', async () => {
		const { kinds, sent } = await run([group(100)], () => OK, {
			tokensPerSecond: 10,
			quietHours: untilAfter(5000),
		});
		expect(sent.every(({ at }) => at < 5000)).toBe(true);
		const accepted = count(kinds, 'accepted');
		expect(accepted).toBe(sent.reduce((sum, { tokens }) => sum + tokens, 0));
		expect(accepted).toBeGreaterThan(30);
		expect(accepted + count(kinds, 'skipped')).toBe(100);
	});

	it('tries nobody again at night whom flow control refused by day', async () => {
		const { outcomes, sent } = await run([group(10)], () => page(503, '60'), {
			quietHours: untilAfter(30_000),
		});
		expect(sent).toHaveLength(1);
		expect(outcomes[0]?.every(({ reason }) => reason === 'quietHours')).toBe(true);
	});

	it('does not forget what may have arrived by day', async () => {
		const { kinds } = await run(
			[group(10, { repeatable: true })],
			async (_request, _number, clock) => {
				await clock.sleep(30_000);
				return failure(true);
			},
			{ quietHours: untilAfter(30_000) },
		);
		expect(count(kinds, 'unknown')).toBe(10);
	});
});
