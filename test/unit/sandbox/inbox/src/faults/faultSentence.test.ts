import { FAULTS } from '../../../../../../sandbox/delivery/faultKinds';
import {
	writeFault,
	writeStage,
	type GivenFault,
} from '../../../../../../sandbox/inbox/src/faults/faultSentence';

it.each<[string, GivenFault]>([
	[
		'The next 3 requests get 503 (too many devices a second) with Retry-After 2 s',
		{ fault: '503', times: 3, retryAfter: '2' },
	],
	[
		'The next request gets 503 (too many devices a second) with Retry-After Wed, 21 Oct',
		{ fault: '503', times: 1, retryAfter: 'Wed, 21 Oct' },
	],
	[
		'Every request to revoke gets the right answer late after 2 s',
		{ fault: 'slow', times: null, delay: 2000, endpoint: 'revoke' },
	],
	[
		'The next 2 requests to send get the code 80300037 with HTTP 400, with the text "Stop"',
		{ fault: 'code', times: 2, code: '80300037', status: 400, msg: 'Stop', endpoint: 'send' },
	],
	['The next request gets something new', { fault: 'something new', times: 1 }],
])('says "%s"', (sentence, fault) => {
	expect(writeFault(fault)).toBe(sentence);
});

it('has words for every fault of the sandbox', () => {
	for (const { fault, stage } of FAULTS) {
		expect(writeFault({ fault, times: 1 })).not.toMatch(new RegExp(`gets ${fault}$`));
		expect(writeStage({ stage })).toBe(
			stage === 'after' ? 'Devices get the message all the same.' : 'No device gets the message.',
		);
	}
});
