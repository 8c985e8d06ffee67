/** What an operation deals with, in the words of its output and its errors. */

import { NOTHING_DONE } from '../../../push-kit/catalog/unsure';
import type { Operation } from '../actions/operation';

export interface Subject {
	readonly one: string;
	readonly many: string;
	/** The output's name of what each line is about. */
	readonly target: 'pushToken' | 'imageUrl';
	/** The first sentence of every error before the first request. */
	readonly nothingDone: string;
}

const MESSAGE: Subject = {
	one: 'message',
	many: 'messages',
	target: 'pushToken',
	nothingDone: NOTHING_DONE.send,
};

const SUBJECTS: Readonly<Record<Operation['kind'], Subject>> = {
	send: MESSAGE,
	tokens: {
		...MESSAGE,
		one: 'revocation',
		many: 'revocations',
		nothingDone: NOTHING_DONE.revoke,
	},
	images: {
		...MESSAGE,
		one: 'picture',
		many: 'pictures',
		target: 'imageUrl',
		nothingDone: NOTHING_DONE.verify,
	},
};

export function subjectOf({ kind }: Pick<Operation, 'kind'>): Subject {
	return SUBJECTS[kind];
}
