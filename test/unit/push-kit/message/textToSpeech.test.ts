import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults, findHints } from '../../../builders/change';

const { textToSpeech } = SEND_EXAMPLES;

describe('a text-to-speech message', () => {
	it('needs Extra Data', () => {
		expect(findFaults(textToSpeech, { extraData: undefined })).toEqual(['Extra Data is missing.']);
	});

	it('takes Extra Data as text only', () => {
		expect(findFaults(textToSpeech, { extraData: { amount: 5 } })).toEqual([
			'Extra Data must be text, not an object or a number. Turn an object into text, for example with JSON.stringify().',
		]);
	});

	it('obeys the rules of a notification', () => {
		expect(
			findFaults(textToSpeech, {
				'notification.title': undefined,
				'notification.image': 'http://cdn.example.com/a.png',
			}),
		).toEqual(['Title is missing.', 'Image URL must be a web address that begins with https://.']);
	});

	it('passes with another category than PLAY_VOICE, with a hint', () => {
		expect(findHints(textToSpeech, { 'notification.category': 'IM' })).toEqual([
			"Category IM: Huawei's newest documentation names only PLAY_VOICE for text-to-speech.",
		]);
	});

	it('has no use for Show in Foreground', () => {
		expect(findHints(textToSpeech, { 'notification.foregroundShow': false })).toEqual([
			'Show in Foreground has no effect with text-to-speech: it works for notifications only.',
		]);
	});
});
