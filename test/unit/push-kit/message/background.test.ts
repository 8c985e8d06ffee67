import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults } from '../../../builders/change';

const { background } = SEND_EXAMPLES;

describe('a background message', () => {
	it('needs Extra Data', () => {
		expect(findFaults(background, { extraData: undefined })).toEqual(['Extra Data is missing.']);
	});

	it('takes Extra Data as text only', () => {
		expect(findFaults(background, { extraData: { version: 17 } })).toEqual([
			'Extra Data must be text, not an object or a number. Turn an object into text, for example with JSON.stringify().',
		]);
	});

	it('needs no proxyData', () => {
		expect(findFaults(background, { proxyData: undefined })).toEqual([]);
	});

	it.each(['enable', 'DISABLE', '', true])('refuses proxyData "%s"', (proxyData) => {
		expect(findFaults(background, { proxyData })).toEqual([
			'Write Into Data Proxy (proxyData) must be ENABLE, in capital letters. To switch it off, leave it out.',
		]);
	});
});
