import { readTokenList } from '../../../../push-kit/recipients/tokenList';
import { expectLinearTime, HOSTILE_LENGTH } from '../../../builders/cpuTime';

it.each([
	['commas', ','.repeat(HOSTILE_LENGTH)],
	['blanks', `a${' '.repeat(HOSTILE_LENGTH)}b`],
	['backslashes', `${'\\'.repeat(HOSTILE_LENGTH)}x`],
	['backslashes within a word', `a${'\\'.repeat(HOSTILE_LENGTH)}x`],
	['brackets', '['.repeat(HOSTILE_LENGTH)],
	['open tags', '<li '.repeat(HOSTILE_LENGTH / 4)],
	['open brackets with a digit', '[1'.repeat(HOSTILE_LENGTH / 2)],
	['digits', '1'.repeat(HOSTILE_LENGTH)],
	['digits in lines', '1\n'.repeat(HOSTILE_LENGTH / 2)],
	['words', 'a '.repeat(HOSTILE_LENGTH / 2)],
	['word and blanks', `a${' '.repeat(9)}`.repeat(HOSTILE_LENGTH / 10)],
	['one long word', 'a'.repeat(HOSTILE_LENGTH)],
	['tags', '<a>'.repeat(HOSTILE_LENGTH / 3)],
	['closed tags', '</a '.repeat(HOSTILE_LENGTH / 4)],
	['settings without a value', 'token '.repeat(HOSTILE_LENGTH / 6)],
	['quotes', '"'.repeat(HOSTILE_LENGTH)],
	['dashes', `${'-'.repeat(HOSTILE_LENGTH)}x`],
	['ampersands', '&'.repeat(HOSTILE_LENGTH)],
	['zero-width', '\u200B'.repeat(HOSTILE_LENGTH)],
])('takes no more than linear time: %s', (_, text) => {
	expectLinearTime(() => readTokenList(text));
});
