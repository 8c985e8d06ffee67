import { findHttpStatus, HTTP_STATUSES } from '../../../../push-kit/catalog/httpStatuses';
import { remedyOf } from '../../../../push-kit/catalog/unsure';

describe('findHttpStatus', () => {
	it.each([
		[400, 'failed', 'fixMessage'],
		[401, 'failed', 'fixSetup'],
		[403, 'failed', 'fixSetup'],
		[404, 'failed', 'fixSetup'],
		[407, 'failed', 'fixSetup'],
		[429, 'failed', 'retryLater'],
		[500, 'unknown', 'keep'],
		[501, 'unknown', 'keep'],
		[502, 'unknown', 'keep'],
		[503, 'failed', 'retryLater'],
		[504, 'unknown', 'keep'],
		[599, 'unknown', 'keep'],
		[302, 'failed', 'fixSetup'],
		[200, 'unknown', 'keep'],
	])('%d: %s, %s', (status, outcome, verdict) => {
		expect(findHttpStatus(status)).toMatchObject({ status, outcome, verdict });
	});

	it('never advises to repeat what may have been taken', () => {
		for (let status = 100; status < 600; status++) {
			const row = findHttpStatus(status);
			if (row.outcome === 'unknown') expect(row.verdict).toBe('keep');
			expect(row.verdict).not.toBe('remove');
			expect(row.meaning).toMatch(/^[A-Z].*\.$/);
			expect(remedyOf(row, 'send')).toMatch(/^[A-Z].*\.$/);
			expect(row.source).toMatch(/^push-[a-z-]+$/);
		}
	});

	it('has each status once', () => {
		expect(new Set(HTTP_STATUSES.map((row) => row.status)).size).toBe(HTTP_STATUSES.length);
	});
});
