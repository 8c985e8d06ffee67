import { Books } from '../../../../bench/soak/books';

const TOLD = {
	status: 'success',
	outcomes: new Map([
		['accepted', ['one', 'two']],
		['rejected', ['three']],
	]),
};

/** One campaign to three customers, of whom Push Kit refuses one, as it should come out. */
function keep(change: Partial<Record<'sent' | 'told' | 'accepted' | 'call', () => void>> = {}) {
	const books = new Books({ accepted: 2, rejected: 1 });
	const steps = {
		sent: () => books.noteSent('spring'),
		told: () => books.noteTold('7', 'spring', TOLD),
		accepted: () => books.noteAccepted('spring', 2),
		call: () => books.noteCall({ id: 1, ok: true, statusCount: 2 }),
		...change,
	};
	for (const step of Object.values(steps)) step();
	return books;
}

const nothing = () => undefined;

test('books that balance', () => {
	const books = keep();
	expect(books.judge(1)).toEqual([]);
	expect(books.open).toBe(0);
	expect(books.isTold('7')).toBe(true);
	expect(books.counts).toEqual({
		campaigns: 1,
		told: 3,
		toldAccepted: 2,
		accepted: 2,
		doubled: 0,
		receiptCalls: 1,
		receipts: 2,
	});
});

test('what the sandbox has dropped meanwhile stays in the books, and a call counts once', () => {
	const books = keep();
	books.noteAccepted('spring', 0);
	books.noteCall({ id: 1, ok: true, statusCount: 2 });
	expect(books.judge(1)).toEqual([]);
});

test.each([
	['an execution is missing', { told: nothing }, ['spring was never executed.']],
	[
		'told, but not accepted',
		{ accepted: nothing },
		['spring: told accepted 2, accepted 0.', '2 receipts were taken for 0 accepted messages.'],
	],
	[
		'a receipt is lost',
		{ call: nothing },
		[
			'0 receipts were taken for 2 accepted messages.',
			'0 receipt calls were taken, and 1 executions are there.',
		],
	],
])('%s', (_, change, faults) => {
	expect(keep(change).judge(1)).toEqual(faults);
});

test('a customer lost, one told twice, one unknown, a failed execution', () => {
	const judge = (outcomes: Array<[string, string[]]>, status = 'success') => {
		const books = keep({ told: nothing });
		books.noteTold('7', 'spring', { status, outcomes: new Map(outcomes) });
		return books.judge(1);
	};
	expect(judge([['accepted', ['one', 'two']]])).toContain('spring: 2 customers came out of 3.');
	expect(
		judge([
			['accepted', ['one', 'one']],
			['rejected', ['three']],
		]),
	).toEqual(['spring: a customer came out twice.']);
	expect(
		judge([
			['accepted', ['one']],
			['unknown', ['two']],
			['rejected', ['three']],
		]),
	).toEqual([
		'spring: 1 accepted, 1 rejected; 2 and 1 were to be.',
		'spring: told accepted 1, accepted 2.',
	]);
	expect(judge([], 'error')).toEqual(['spring ended with error.']);
});

test('what happened twice, or unasked', () => {
	const books = keep();
	books.noteTold('8', 'spring', TOLD);
	books.noteTold('9', 'autumn', TOLD);
	books.noteRepeated('key', 'one');
	books.noteRepeated('key', 'one');
	books.noteCall({ id: 2, ok: false, statusCount: 5 });
	expect(books.judge(1)).toEqual([
		'spring was executed twice.',
		'An execution nobody started: autumn.',
		'1 messages were accepted twice.',
		'1 receipt calls were never taken.',
	]);
});

test('books without a campaign prove nothing', () => {
	expect(new Books({ accepted: 2, rejected: 1 }).judge(0)).toEqual([
		'No campaign was sent, so nothing is proved.',
	]);
});

test('what was accepted and nobody sent is told, also where its receipts came', () => {
	const books = keep();
	books.noteAccepted('autumn', 1);
	books.noteCall({ id: 2, ok: true, statusCount: 1 });
	expect(books.judge(2)).toEqual(['Accepted, and nobody sent it: autumn.']);
});
