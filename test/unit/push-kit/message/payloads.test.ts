import fc from 'fast-check';

import { MESSAGES, OPEN_MESSAGE, type MessageRules } from '../../../../push-kit/message/messages';
import { arbitraryPayloads, arbitraryPushOptions } from '../../../builders/payloads';

const rules: Readonly<Record<string, MessageRules>> = MESSAGES;

describe.each(Object.entries<fc.Arbitrary<object>>(arbitraryPayloads))(
	'generated payloads of %s',
	(messageType, arbitrary) => {
		it('have no faults, in any delivery options', () => {
			const inspect = (rules[messageType] ?? OPEN_MESSAGE).inspect;
			fc.assert(
				fc.property(arbitrary, arbitraryPushOptions, (payload, pushOptions) => {
					expect(inspect({ payload, pushOptions }).faults).toEqual([]);
				}),
				{ numRuns: 300 },
			);
		});
	},
);
