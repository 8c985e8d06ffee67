import {
	CATEGORIES,
	DEFAULT_CATEGORY,
	findCategory,
	OVERLAY_ICON_CATEGORIES,
} from '../../../../push-kit/catalog/categories';
import { SUBSCRIPTION_WORDS, withGloss } from '../../../../push-kit/catalog/chineseWords';

describe('the table of categories', () => {
	it('has the fourteen categories of the rights page once each, in alphabetical order', () => {
		expect(CATEGORIES.map((row) => row.category)).toEqual([
			'ACCOUNT',
			'DEVICE_REMINDER',
			'EXPRESS',
			'FINANCE',
			'HEALTH',
			'IM',
			'MAIL',
			'MARKETING',
			'MISS_CALL',
			'PLAY_VOICE',
			'SUBSCRIPTION',
			'TRAVEL',
			'VOIP',
			'WORK',
		]);
	});

	it('needs a right for every category but MARKETING', () => {
		const free = CATEGORIES.filter((row) => row.right === '').map((row) => row.category);
		expect(free).toEqual([DEFAULT_CATEGORY]);
	});

	it('binds PLAY_VOICE to text-to-speech and nothing else to one push type', () => {
		for (const row of CATEGORIES) {
			expect(row.pushTypes).toEqual(row.category === 'PLAY_VOICE' ? [2] : [0, 2]);
		}
	});

	it('reminds silently of MARKETING alone', () => {
		const silent = CATEGORIES.filter(({ reminder }) => reminder.startsWith('Silent'));
		expect(silent.map(({ category }) => category)).toEqual(['MARKETING']);
		expect(silent[0]?.reminder).toContain('"more notifications"');
	});

	it('shows the overlay icon of what comes from people', () => {
		expect([...OVERLAY_ICON_CATEGORIES].sort()).toEqual(['IM', 'MISS_CALL', 'VOIP']);
	});

	it('names the words that a SUBSCRIPTION message needs, each with what it says', () => {
		expect(SUBSCRIPTION_WORDS).toHaveLength(5);
		for (const word of SUBSCRIPTION_WORDS) {
			expect(findCategory('SUBSCRIPTION')?.allowed).toContain(withGloss(word));
		}
	});

	it.each(CATEGORIES.map((row) => [row.category, row] as const))(
		'%s is explained',
		(_word, row) => {
			for (const text of [row.name, row.meaning, row.allowed, row.reminder]) {
				expect(text).not.toBe('');
			}
			expect(row.source).toMatch(/^push-[a-z-]+$/);
		},
	);
});

describe('findCategory', () => {
	it('lets unknown and lower-case words pass', () => {
		expect(findCategory('SOMETHING_NEW')).toBeUndefined();
		expect(findCategory('marketing')).toBeUndefined();
	});
});
