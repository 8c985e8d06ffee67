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
