import { useSandbox } from '../../../../builders/useSandbox';
import { linesOf, pushFile, reachedTokens, summary } from '../fileRun';

const sandbox = useSandbox();

it('disturbs nobody of a file at night', async () => {
	const hour = (offset: number) =>
		new Date(Date.now() + offset * 3_600_000).toISOString().slice(11, 16);
	const between = (from: number, to: number) => ({
		options: { deliverBetween: { hours: { from: hour(from), to: hour(to), timeZone: 'UTC' } } },
	});
	const night = await pushFile(sandbox, linesOf(30), between(2, 4));
	expect(summary(night)).toMatchObject({ accepted: 0, skipped: 30 });
	expect(night.outputs[1]).toHaveLength(30);
	expect(night.outputs[1]?.[0]?.json).toMatchObject({
		reason: 'quietHours',
		notBefore: expect.any(String),
	});
	expect(reachedTokens(sandbox)).toEqual([]);
	const day = await pushFile(sandbox, linesOf(30), between(-2, 2));
	expect(summary(day)).toMatchObject({ accepted: 30 });
});
