import type { ArrivalSummary } from '../../../../../../sandbox/api/arrivals';
import {
	writeDetail,
	writeOutcome,
	writeSentence,
} from '../../../../../../sandbox/inbox/src/inbox/sentence';
import { CONNECTION_TEST_RECIPIENT } from '../../../../../../sandbox/rules/tokens';

const arrival = (parts: Partial<ArrivalSummary> = {}): ArrivalSummary => ({
	id: 1,
	time: '2026-11-30T10:00:00.000Z',
	type: 'notification',
	summary: '',
	title: 'Weekend offers',
	firstToken: 'ANNA',
	tokenCount: 3,
	acceptedCount: 3,
	illegalCount: 0,
	revokedCount: 0,
	shownCount: 3,
	waitingCount: 0,
	outcome: 'accepted',
	testMessage: false,
	...parts,
});
const say = (parts: Partial<ArrivalSummary>) => {
	const { lead, title, tail } = writeSentence(arrival(parts));
	return [lead, title, tail].filter(Boolean).join(' ');
};

describe('the sentence of a line', () => {
	it.each<[string, Partial<ArrivalSummary>]>([
		['Notification Weekend offers to 3 devices', {}],
		['Notification Weekend offers to ANNA', { tokenCount: 1 }],
		['Notification Weekend offers to an empty token', { tokenCount: 1, firstToken: '' }],
		['Badge set to 12 on 3 devices', { type: 'badge', detail: '12', title: undefined }],
		['Badge raised by 2 on 3 devices', { type: 'badge', detail: '+2', title: undefined }],
		['Live view TAXI ended on 3 devices', { type: 'liveView', title: 'TAXI', action: 'end' }],
		['Live view TAXI 9 on 3 devices', { type: 'liveView', title: 'TAXI', action: '9' }],
		['Notification no. 7 withdrawn from 3 devices', { type: 'revocation', title: '7' }],
		['Check of the image a.png', { type: 'imageCheck', title: 'https://x.example/a.png?b' }],
		['Message of an unknown type to 3 devices', { type: 'unknown', title: undefined }],
		['Message of an unknown type to 3 devices', { type: 'constructor2', title: undefined }],
	])('is "%s"', (words, parts) => {
		expect(say(parts)).toBe(words);
	});

	it('keeps the beginning and the end of a long token', () => {
		expect(say({ tokenCount: 1, firstToken: `START${'x'.repeat(200)}FINIS` })).toMatch(
			/ to STARTx+…INIS$/,
		);
	});
});

describe('the outcome of a line', () => {
	it.each<[string, string, Partial<ArrivalSummary>]>([
		['good', 'Shown on all 3 devices', {}],
		['good', 'Shown', { tokenCount: 1, acceptedCount: 1, shownCount: 1 }],
		['good', 'Arrived on all 3 devices', { type: 'background' }],
		['good', 'Shown on all 3 devices, later withdrawn', { revokedCount: 3 }],
		['good', '3 shown, 1 withdrawn', { revokedCount: 1 }],
		[
			'warn',
			'2 shown, 1 refused',
			{ acceptedCount: 2, shownCount: 2, illegalCount: 1, outcome: 'partly' },
		],
		['good', '1 shown, 1 waiting, 1 not shown', { shownCount: 1, waitingCount: 1 }],
		['warn', 'Not shown', { tokenCount: 1, acceptedCount: 1, shownCount: 0 }],
		[
			'warn',
			'Waits for the device',
			{ tokenCount: 1, acceptedCount: 1, shownCount: 0, waitingCount: 1 },
		],
		['bad', 'Refused: title is missing', { outcome: 'refused', problem: 'title is missing' }],
		['bad', 'Refused: all 3 tokens', { outcome: 'refused', acceptedCount: 0, illegalCount: 3 }],
		[
			'bad',
			'Refused: its token',
			{ outcome: 'refused', tokenCount: 1, acceptedCount: 0, illegalCount: 1 },
		],
		['bad', 'Refused: code 99', { outcome: 'refused', acceptedCount: 0, code: '99' }],
		[
			'bad',
			'Fault "Slow answer": nothing was accepted',
			{ outcome: 'noAnswer', acceptedCount: 0, faultName: 'Slow answer' },
		],
		[
			'bad',
			'Fault "no answer": accepted all the same',
			{ outcome: 'noAnswer', faultName: undefined },
		],
		['good', 'The image may be used', { type: 'imageCheck' }],
		['good', 'Taken by the service', { type: 'revocation', shownCount: undefined }],
	])('is %s: %s', (kind, words, parts) => {
		expect(writeOutcome(arrival(parts))).toEqual({ kind, words });
	});

	it('is good for the test of a credential, unless something else than its token is refused', () => {
		const test = { tokenCount: 1, acceptedCount: 0, firstToken: CONNECTION_TEST_RECIPIENT };
		const refused = { ...test, outcome: 'refused' } as const;
		expect(writeOutcome(arrival({ ...refused, illegalCount: 1 }))).toEqual({
			kind: 'good',
			words: 'As it should be: the test of a credential',
		});
		expect(writeOutcome(arrival({ ...refused, problem: 'the JWT has expired' })).kind).toBe('bad');
		expect(writeOutcome(arrival({ ...refused, code: '80300002' })).kind).toBe('bad');
	});

	it('tells the meaning of a code where no rule of the sandbox refused it', () => {
		const { words } = writeOutcome(
			arrival({ outcome: 'refused', acceptedCount: 0, code: '80300007' }),
		);
		expect(words).toMatch(/^Refused: [A-Z]/);
		expect(words).not.toContain('80300007');
	});
});

it('the second line repeats nothing of the first', () => {
	expect(writeDetail(arrival({ type: 'badge', detail: '12' }))).toBe('');
	expect(writeDetail(arrival({ detail: 'Three new deals' }))).toBe('Three new deals');
	expect(writeDetail(arrival({ type: 'imageCheck', title: 'https://a' }))).toBe('https://a');
});
