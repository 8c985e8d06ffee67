import { Breaks } from '../../../../../nodes/HuaweiPush/run/breaks';
import { SURROUNDINGS } from '../../../../../nodes/HuaweiPush/run/surroundings';
import type { Steps } from '../../../../../push-kit/steps';

const STEP_MS = 8;

let now: number;
let waits: number;

/** Work of a known time between its stops. */
function* work(steps: number): Steps<string> {
	for (let step = 0; step < steps; step++) {
		now += STEP_MS;
		yield;
	}
	return 'done';
}

beforeEach(() => {
	now = 0;
	waits = 0;
	jest.spyOn(SURROUNDINGS, 'now').mockImplementation(() => now);
	jest.spyOn(SURROUNDINGS, 'sleep').mockImplementation(async () => {
		waits += 1;
	});
});
afterEach(() => jest.restoreAllMocks());

it('lets n8n work every 20 ms, and not after every step', async () => {
	expect(await new Breaks().during(work(30))).toBe('done');
	expect(waits).toBe(10);
});

it('goes on where the work before it left off', async () => {
	const breaks = new Breaks();
	for (let item = 0; item < 30; item++) await breaks.during(work(1));
	expect(waits).toBe(10);
});

it('is due at 20 ms, not before, and no more once it was taken', async () => {
	const breaks = new Breaks();
	now = 19;
	expect(breaks.isDue).toBe(false);
	now = 20;
	expect(breaks.isDue).toBe(true);
	await breaks.take();
	expect(breaks.isDue).toBe(false);
});

it('looks at the clock after every hundredth small step', () => {
	const breaks = new Breaks();
	now = 100;
	const due = Array.from({ length: 300 }, (_, step) => (breaks.isDueAfterStep ? step + 1 : 0));
	expect(due.filter((step) => step > 0)).toEqual([100, 200, 300]);
	const early = new Breaks();
	expect(Array.from({ length: 300 }, () => early.isDueAfterStep)).not.toContain(true);
});
