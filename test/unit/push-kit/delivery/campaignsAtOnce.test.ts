/** What runs of one project share, and what none of them may cost another. */
import { deliver } from '../../../../push-kit/delivery/deliver';
import { ProjectPace } from '../../../../push-kit/delivery/projectPace';
import { MOST_PLACES } from '../../../../push-kit/delivery/throttle';
import type { TransportResult } from '../../../../push-kit/delivery/transport';
import { OK } from './deliveryRun';
import { answer, freshSetUp, RULES, singles } from './messages';
import { seeded, VirtualClock } from './virtualClock';

// Much work for a busy machine; no time is measured but the virtual one.
describe('several campaigns at once', () => {
	async function sendAll(sizes: readonly number[]) {
		const clock = new VirtualClock(0, seeded(1));
		const pace = new ProjectPace(MOST_PLACES);
		let underWay = 0;
		let most = 0;
		const ends = await clock.run(
			Promise.all(
				sizes.map(async (messages) => {
					const outcomes = await deliver(singles(messages), RULES, {
						...freshSetUp(),
						pace,
						surroundings: clock,
						tokensPerSecond: 0,
						transport: async () => {
							most = Math.max(most, (underWay += 1));
							await clock.sleep(100);
							underWay -= 1;
							return OK;
						},
					});
					const accepted = outcomes.flat().filter(({ outcome }) => outcome === 'accepted').length;
					return { accepted, end: clock.now() / 1000 };
				}),
			),
		);
		return { ends, most };
	}

	it('share the places of their project', async () => {
		const { ends, most } = await sendAll([3000, 3000, 3000]);
		expect(ends.map(({ accepted }) => accepted)).toEqual([3000, 3000, 3000]);
		expect(most).toBeLessThanOrEqual(MOST_PLACES);
	});

	it('leave a small one its turn beside a large one', async () => {
		const { ends } = await sendAll([8000, 100]);
		const [large, small] = ends.map(({ end }) => end);
		expect(small).toBeLessThan(1);
		expect(large).toBeGreaterThan(1);
	});

	it('fail for nothing while Huawei answers one of them', async () => {
		const clock = new VirtualClock(0, seeded(1));
		const pace = new ProjectPace(MOST_PLACES);
		const send = async (messages: number, reply: () => TransportResult, latency: number) =>
			await deliver(singles(messages), RULES, {
				...freshSetUp(),
				pace,
				surroundings: clock,
				concurrency: 1,
				tokensPerSecond: 0,
				transport: async () => {
					await clock.sleep(latency);
					return reply();
				},
			});
		const refused = () => (clock.now() < 180_000 ? answer('', { status: 503 }) : OK);
		const [, outcomes] = await clock.run(
			Promise.all([send(20, () => OK, 15_000), send(3, refused, 100)]),
		);
		expect(outcomes?.flat().map(({ outcome }) => outcome)).toEqual(Array(3).fill('accepted'));
	});
});
