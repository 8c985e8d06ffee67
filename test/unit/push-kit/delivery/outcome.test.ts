import { findVerdict } from '../../../../push-kit/catalog/verdicts';
import { adviceOf, skip } from '../../../../push-kit/delivery/outcome';

const VERDICT_WORDS = ['keep', 'remove', 'pause', 'fixSetup', 'fixMessage', 'retryLater'] as const;

it.each([
	['noToken', 'keep', 'Token Field'],
	['manualRun', 'keep', 'When Run From the Editor'],
	['stopped', 'retryLater', 'Stop at Problem Share'],
	['cancelled', 'retryLater', 'Send to it again.'],
] as const)('a token that was never tried says why: %s', (reason, verdict, words) => {
	const told = skip(reason);
	expect(told).toMatchObject({ outcome: 'skipped', reason, verdict });
	expect(told.advice).toContain(words);
	// One object for thousands of tokens.
	expect(skip(reason)).toBe(told);
});

it.each(VERDICT_WORDS)('%s has the words of the catalog', (verdict) => {
	expect(adviceOf(verdict)).toBe(findVerdict(verdict)?.advice);
	expect(adviceOf(verdict)).not.toBe('');
});
