import { CATEGORIES } from '../../../../push-kit/catalog/categories';
import { PERMITS } from '../../../../push-kit/catalog/permits';
import { drawPermitted } from '../../../../scripts/docs/permitted';

const PAGE = drawPermitted();

describe('the page of what is permitted', () => {
	it('tells which devices a message type reaches, and since when', () => {
		expect(PAGE).toContain(
			'| Notification | `0` | yes | yes | yes | since 5.1.0(18) | since 5.1.1(19) |',
		);
		expect(PAGE).toContain('| Badge | `0` | yes | yes | yes | no | no |');
		expect(PAGE).toContain('| Location Message | `9` | not published |');
	});

	it('names documents and days of each right', () => {
		for (const words of ['3 to 5 working days', 'B22 licence', 'about 8 working days']) {
			expect(PAGE).toContain(words);
		}
		expect(PAGE).toContain('| As for Notification. |');
	});

	it('tells where MARKETING is folded away, and how each category alerts on each device', () => {
		expect(PAGE).toContain('folded under "more notifications"');
		for (const { category } of CATEGORIES) {
			expect(
				PAGE.split('\n').filter((line) => line.startsWith(`| \`${category}\` |`)),
			).toHaveLength(2);
		}
		expect(PAGE).toContain(
			'| `WORK` | Lock screen, sound and vibration | Silent | Neither sound nor vibration |',
		);
	});

	it('tells the quotas of widgets and live views', () => {
		expect(PAGE).toContain('travel and navigation 200');
		expect(PAGE).toContain('10 in 5 minutes, 60 an hour; TAXI and SCORE 30 and 180');
	});

	it('is not drawn with a gap', () => {
		const [permit, ...permits] = PERMITS;
		const [category, ...categories] = CATEGORIES;
		if (permit === undefined || category === undefined) throw new Error('The catalog is empty');
		expect(() =>
			drawPermitted({ permits: [{ ...permit, right: '' }], categories: CATEGORIES }),
		).toThrow('Message type notification has no right');
		expect(() =>
			drawPermitted({ permits: [{ ...permit, messageType: 'fax' }, ...permits], categories }),
		).toThrow('Message type fax has no name');
		expect(() =>
			drawPermitted({ permits: PERMITS, categories: [category, category, ...categories] }),
		).toThrow('Category ACCOUNT stands in the catalog twice');
	});
});
