/** The inbox without a mouse: arrows walk the list, `/` searches, Escape closes. */
import { nextTick, onMounted, onUnmounted, type Ref } from 'vue';

import { goTo } from '../route';

const TYPING = ['INPUT', 'SELECT', 'TEXTAREA'];
/** Within these, arrows and Escape belong to what has the focus. */
const OWN_KEYS = '[popover]';

/** Moves to the next or former message; the link has the focus, so Enter opens as usual. */
async function move(step: 1 | -1): Promise<void> {
	const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-arrival]')];
	if (links.length === 0) return;
	const focused = links.findIndex((link) => link === document.activeElement);
	const open = links.findIndex((link) => link.getAttribute('aria-current') === 'true');
	const from = focused >= 0 ? focused : open;
	const next = links[from < 0 ? 0 : Math.min(Math.max(from + step, 0), links.length - 1)];
	await nextTick();
	next?.focus({ preventScroll: true });
	next?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

/** What the keys of the list lead to. */
export interface KeyTargets {
	searchField: Readonly<Ref<HTMLInputElement | undefined>>;
	/** Shows the first or the last line, and gives it the focus. */
	goToEdge: (edge: 'Home' | 'End') => Promise<void>;
}

/** Listens for keys as long as the page is shown. */
export function useKeyboard({ searchField, goToEdge }: KeyTargets): void {
	const keys: Readonly<Record<string, () => void>> = {
		'/': () => searchField.value?.focus(),
		ArrowDown: () => void move(1),
		ArrowUp: () => void move(-1),
		Home: () => void goToEdge('Home'),
		End: () => void goToEdge('End'),
	};
	function handleKey(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
		if (!(event.target instanceof HTMLElement)) return;
		const typing = TYPING.includes(event.target.tagName);
		if (event.key === 'Escape' && typing) searchField.value?.blur();
		if (typing || event.target.closest(OWN_KEYS)) return;
		if (event.key === 'Escape') return goTo('inbox');
		const act = keys[event.key];
		if (!act) return;
		event.preventDefault();
		act();
	}
	onMounted(() => window.addEventListener('keydown', handleKey));
	onUnmounted(() => window.removeEventListener('keydown', handleKey));
}
