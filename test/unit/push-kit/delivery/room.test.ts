import fc from 'fast-check';

import { Room } from '../../../../push-kit/delivery/room';

/** What has come of a take so far. */
function watch(take: Promise<boolean>) {
	const state: { value?: boolean } = {};
	void take.then((value) => (state.value = value));
	return state;
}

const settle = async () => await new Promise((resolve) => setImmediate(resolve));

it('gives places until they are all taken, and then in the order of the waiting', async () => {
	const room = new Room(() => 2);
	const takes = Array.from({ length: 4 }, () => watch(room.take(1)));
	await settle();
	expect(takes.map(({ value }) => value)).toEqual([true, true, undefined, undefined]);
	room.give(1);
	await settle();
	expect(takes.map(({ value }) => value)).toEqual([true, true, true, undefined]);
});

it('lets no small request pass a large one that waits', async () => {
	const room = new Room(() => 8);
	await room.take(4);
	const large = watch(room.take(8));
	const small = watch(room.take(1));
	await settle();
	expect([large.value, small.value]).toEqual([undefined, undefined]);
	room.give(4);
	await settle();
	expect([large.value, small.value]).toEqual([true, undefined]);
});

it('always lets one go, however large it is', async () => {
	expect(await new Room(() => 1).take(8)).toBe(true);
});

it('ends the waiting of a cancelled run, and serves those behind it', async () => {
	const room = new Room(() => 4);
	await room.take(3);
	const stop = new AbortController();
	const cancelled = watch(room.take(4, stop.signal));
	const behind = watch(room.take(1));
	stop.abort();
	await settle();
	expect([cancelled.value, behind.value]).toEqual([false, true]);
});

it('loses and invents no place, in any order of taking and giving', async () => {
	const size = fc.double({ min: 1, max: 8, noNaN: true });
	await fc.assert(
		fc.asyncProperty(fc.array(size, { maxLength: 30 }), fc.gen(), async (sizes, gen) => {
			const room = new Room(() => 8);
			const held: number[] = [];
			for (const places of sizes) {
				void room.take(places).then(() => held.push(places));
				await Promise.resolve();
				if (held.length > 0 && gen(fc.boolean)) room.give(held.shift() ?? 0);
				await settle();
				const sum = held.reduce((total, one) => total + one, 0);
				expect(held.length === 1 || sum <= 8 + 1e-9).toBe(true);
			}
			while (held.length > 0) {
				room.give(held.shift() ?? 0);
				await settle();
			}
			expect(await Promise.race([room.take(8), settle().then(() => 'never')])).toBe(true);
		}),
		{ numRuns: 100 },
	);
});
