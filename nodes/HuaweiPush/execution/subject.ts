/** What an operation deals with, in the words of its errors. */

import type { Operation } from '../operation';

export interface Subject {
	readonly one: string;
	readonly many: string;
	/** The first sentence of every error before the first request. */
	readonly nothingDone: string;
}

const SUBJECTS: Readonly<Record<Operation['kind'], Subject>> = {
	send: { one: 'message', many: 'messages', nothingDone: 'Nothing was sent.' },
	tokens: { one: 'revocation', many: 'revocations', nothingDone: 'Nothing was withdrawn.' },
	images: { one: 'picture', many: 'pictures', nothingDone: 'Nothing was sent.' },
};

export function subjectOf({ kind }: Pick<Operation, 'kind'>): Subject {
	return SUBJECTS[kind];
}
