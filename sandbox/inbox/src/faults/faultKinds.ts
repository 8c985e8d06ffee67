import type { FaultName } from '../api';

interface FaultKind {
	fault: FaultName;
	name: string;
	/** What else can be given: a wait, a business code. */
	member?: 'retryAfter' | 'delay' | 'code';
	accepted: string;
}

/** What can be done to the next requests, in the words of the person who tests. */
export const FAULT_KINDS: readonly FaultKind[] = [
	{
		fault: '503',
		name: '503: too many devices a second',
		member: 'retryAfter',
		accepted: 'not accepted',
	},
	{ fault: '500BeforeAcceptance', name: '500 before acceptance', accepted: 'not accepted' },
	{ fault: '500AfterAcceptance', name: '500 after acceptance', accepted: 'accepted' },
	{ fault: '502BeforeAcceptance', name: '502 before acceptance', accepted: 'not accepted' },
	{ fault: '502AfterAcceptance', name: '502 after acceptance', accepted: 'accepted' },
	{ fault: 'resetBefore', name: 'Connection reset before acceptance', accepted: 'not accepted' },
	{ fault: 'resetAfter', name: 'Connection reset after acceptance', accepted: 'accepted' },
	{ fault: 'slow', name: 'Slow answer', member: 'delay', accepted: 'accepted' },
	{ fault: 'drip', name: 'Answer byte by byte', accepted: 'accepted' },
	{ fault: 'switchingProtocols', name: '101 and nothing more', accepted: 'not accepted' },
	{ fault: 'timeout', name: 'No answer at all', accepted: 'not accepted' },
	{ fault: 'timeoutAfter', name: 'No answer although accepted', accepted: 'accepted' },
	{ fault: 'html', name: 'HTML page of a proxy', accepted: 'not accepted' },
	{ fault: 'empty', name: 'Empty answer', accepted: 'accepted' },
	{ fault: 'truncated', name: 'Answer cut off', accepted: 'accepted' },
	{ fault: 'plainMsg', name: '80300007 with plain text', accepted: 'not accepted' },
	{ fault: 'code', name: 'A business code', member: 'code', accepted: 'not accepted' },
];
