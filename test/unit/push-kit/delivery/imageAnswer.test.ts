import { describePicture } from '../../../../push-kit/delivery/imageAnswer';
import type { TokenOutcome } from '../../../../push-kit/delivery/outcome';

const outcome = (kind: TokenOutcome['outcome']): TokenOutcome => ({
	outcome: kind,
	code: '80000000',
	verdict: 'keep',
	advice: 'As it was.',
});

const details = (body: unknown) => describePicture(outcome('accepted'), body).details;

describe('a picture that passed', () => {
	it('is told with where it is loaded from, and until when, in two forms', () => {
		const downloadUrl = 'https://cdn.example.com/order.png?key=1';
		expect(describePicture(outcome('accepted'), { downloadUrl, expireTime: '1790000000' })).toEqual(
			{
				...outcome('accepted'),
				details: {
					downloadUrl,
					expireTime: '1790000000',
					expiresAt: '2026-09-21T14:13:20.000Z',
				},
			},
		);
	});

	it('may have its time as a number', () => {
		expect(details({ expireTime: 1_790_000_000 })).toEqual({
			expireTime: '1790000000',
			expiresAt: '2026-09-21T14:13:20.000Z',
		});
	});

	it.each([
		...['0', '', '-5', '1.5', '0x10', '1234567890123', ' 17', '17 ', '17\n', 'soon', Number.NaN],
		...[null, undefined, true, [1_790_000_000], { at: 1 }],
	])('has no time where there is none: %j', (expireTime) => {
		expect(details({ expireTime })).toEqual({});
	});

	it.each(['1', '999999999999'])('has any time that a date can be made of: %s', (expireTime) => {
		expect(details({ expireTime })).toHaveProperty('expireTime', expireTime);
	});

	it.each([
		...['http://cdn.example.com/a.png', 'https://', 'https://a b', 'javascript:alert(1)', ''],
		...['see https://cdn.example.com/a.png', 'https://cdn.example.com/a.png now', 'https://['],
		...[7, null, undefined, ['https://cdn.example.com/a.png'], { href: 'https://cdn.example.com' }],
	])('has no address where there is none: %j', (downloadUrl) => {
		expect(details({ downloadUrl })).toEqual({});
	});

	it.each(['https://a', 'HTTPS://cdn.example.com/a.png'])(
		'has any secure one: %s',
		(downloadUrl) => {
			expect(details({ downloadUrl })).toEqual({ downloadUrl });
		},
	);

	it('has one as long as a browser takes, and no longer', () => {
		const longest = `https://cdn.example.com/${'a'.repeat(3976)}`;
		expect(longest).toHaveLength(4000);
		expect(details({ downloadUrl: longest })).toEqual({ downloadUrl: longest });
		expect(details({ downloadUrl: `${longest}a` })).toEqual({});
	});

	it.each([undefined, null, 'text', 7, []])('may say nothing of itself: %j', (body) => {
		expect(details(body)).toEqual({});
	});
});

it.each(['unknown', 'rejected', 'failed', 'skipped'] as const)(
	'any other stays as it is: %s',
	(kind) => {
		const before = outcome(kind);
		expect(describePicture(before, { downloadUrl: 'https://cdn.example.com/a.png' })).toBe(before);
	},
);
