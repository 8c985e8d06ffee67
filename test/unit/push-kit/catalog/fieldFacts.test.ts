import {
	absentOn,
	NOTIFICATION_FACTS,
	PUSH_OPTION_FACTS,
	type FieldFact,
} from '../../../../push-kit/catalog/fieldFacts';
import { LIVE_VIEW_FACTS } from '../../../../push-kit/catalog/liveViewFacts';

const ALL: readonly FieldFact[] = [
	...Object.values(NOTIFICATION_FACTS),
	...LIVE_VIEW_FACTS,
	...PUSH_OPTION_FACTS,
];

describe('the facts about fields', () => {
	it('speak of each field once, with something to say and the page it rests on', () => {
		expect(new Set(ALL.map(({ path }) => path)).size).toBe(ALL.length);
		for (const { since, notOn, note, source } of ALL) {
			expect(since ?? notOn ?? note).toBeDefined();
			expect(source).toMatch(/^(?:push|liveview|priority)-[a-z-]+$/);
			if (since !== undefined) expect(since).toMatch(/^\d+\.\d+\.\d+(?:\(\d+\))?$/);
		}
	});
});

describe('absentOn', () => {
	it.each([
		[NOTIFICATION_FACTS.image, 'not on watches'],
		[NOTIFICATION_FACTS.badge, 'not on watches and TVs'],
		[NOTIFICATION_FACTS.sound, 'not on PCs, watches and TVs'],
		[{}, ''],
	])('%j: %s', (fact, words) => {
		expect(absentOn(fact)).toBe(words);
	});
});
