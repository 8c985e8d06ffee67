import type { Resource } from '../../operation';
import { revoke } from './revoke.operation';
import { send } from './send.operation';

export const textToSpeech: Resource = {
	option: {
		name: 'Text-to-Speech',
		value: 'textToSpeech',
		description: 'A payment or order reminder that the app reads out',
	},
	operations: [revoke, send],
};
