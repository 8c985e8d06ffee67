import { describeCapsule } from '../../../../../../sandbox/inbox/src/liveView/capsule';
import { chooseTextColour, toCss } from '../../../../../../sandbox/inbox/src/liveView/colours';

describe('describeCapsule', () => {
	it.each([
		[{ type: 1, title: 'Calling' }, 'Calling'],
		[{ type: 2, capsuleTimer: { time: 65_000 } }, '01:05'],
		[{ type: 2, capsuleTimer: { time: 3_725_000, countDown: true } }, '1:02:05'],
		[{ type: 3, progress: { progress: 2, max: 4 } }, '2/4'],
		[{ type: 3, progress: { progress: 1, max: 3, indeterminate: true } }, '33%'],
	])('%j shows %s', (capsule, title) => expect(describeCapsule(capsule).title).toBe(title));

	it('hides what the message hides', () => {
		expect(describeCapsule({ status: -1 }).hidden).toBe(true);
		expect(describeCapsule({ content: 'a', isContentDisplayed: false }).content).toBe('');
		expect(describeCapsule({ tailIcon: 'a.svg' }).tailIcon).toBe('');
		expect(describeCapsule({ tailIcon: 'a.svg', isTailIconDisplayed: true }).tailIcon).toBe(
			'a.svg',
		);
	});
});

describe('colours', () => {
	it.each([
		['#FF0A59F7', 'rgba(10, 89, 247, 1)'],
		['#19000000', 'rgba(0, 0, 0, 0.098)'],
		['#0A59F7', 'rgba(10, 89, 247, 1)'],
		['blue', undefined],
		['', undefined],
	])('%s becomes %s', (colour, css) => expect(toCss(colour)).toBe(css));

	it.each([
		['#FF0A59F7', '#ffffff'],
		['#FF64BB5C', '#000000'],
	])('text on %s is %s', (ground, text) => expect(chooseTextColour(ground)).toBe(text));
});
