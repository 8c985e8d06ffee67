/** Buttons that throw away what arrived. */
import { ref } from 'vue';

import { call, writeError } from '../api';
import { goTo } from '../route';

/** What can be thrown away, from the list alone to all there is. */
export const CLEARINGS = [
	{
		name: 'Clear messages',
		path: 'arrivals',
		question: 'Forget what arrived? Devices, their fates, faults, settings and receipts stay.',
	},
	{
		name: 'Reset everything',
		path: '',
		question:
			'Forget everything: what arrived, devices and their fates, faults, settings, and the address for receipts?',
	},
];

/** Asks before it throws anything away, and keeps why it could not. */
export function useClearing() {
	const clearError = ref('');
	async function clear({ path, question }: (typeof CLEARINGS)[number]): Promise<void> {
		if (!window.confirm(question)) return;
		try {
			await call('DELETE', path);
			clearError.value = '';
			goTo('inbox');
		} catch (failure) {
			clearError.value = writeError(failure);
		}
	}
	return { clear, clearError };
}
