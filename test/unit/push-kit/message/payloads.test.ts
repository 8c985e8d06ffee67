import fc from 'fast-check';

import { MESSAGE_TYPES } from '../../../../push-kit/catalog/messageTypes';
import { findRules } from '../../../../push-kit/message/messages';
import { arbitraryPayloads, arbitraryPushOptions } from '../../../builders/payloads';

it('generates payloads of every message type', () => {
	const types = MESSAGE_TYPES.map(({ messageType }) => messageType);
	expect(Object.keys(arbitraryPayloads).sort()).toEqual(types.sort());
});

describe.each(Object.entries<fc.Arbitrary<object>>(arbitraryPayloads))(
	'generated payloads of %s',
	(messageType, arbitrary) => {
		it('have no faults, in any delivery options', () => {
			const { inspect } = findRules(messageType);
			fc.assert(
				fc.property(arbitrary, arbitraryPushOptions, (payload, pushOptions) => {
					expect(inspect({ payload, pushOptions }).faults).toEqual([]);
				}),
				{ numRuns: 300 },
			);
		});
	},
);
