import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults, findHints } from '../../../builders/change';

const { call } = SEND_EXAMPLES;

describe('a call', () => {
	it('needs Extra Data', () => {
		expect(findFaults(call, { extraData: undefined })).toEqual(['Extra Data is missing.']);
	});

	it('takes Extra Data as text only', () => {
		expect(findFaults(call, { extraData: { room: 'r-77' } })).toEqual([
			'Extra Data must be text, not an object or a number. Turn an object into text, for example with JSON.stringify().',
		]);
	});

	it.each([
		[{}, 'not set, which means one day'],
		[{ ttl: 61 }, '61'],
	])('should not ring late: %p', (pushOptions, now) => {
		expect(findHints(call, {}, pushOptions)).toEqual([
			`TTL (Seconds) of a call should be 30 to 60, so that it does not ring when it is long over. Now it is ${now}.`,
		]);
	});

	it.each([30, 60])('may wait for %d seconds', (ttl) => {
		expect(findHints(call, {}, { ttl })).toEqual([]);
	});
});
