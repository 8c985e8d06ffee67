/** The inbox without a mouse: arrows walk the list, `/` searches, Escape closes. */
import { nextTick, onMounted, onUnmounted, type Ref } from 'vue';

import { goTo } from '../route';

const TYPING = ['INPUT', 'SELECT', 'TEXTAREA'];

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
	next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

/** Listens for keys as long as the page is shown. */
export function useKeyboard(searchField: Readonly<Ref<HTMLInputElement | undefined>>): void {
	function handleKey(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const typing = event.target instanceof HTMLElement && TYPING.includes(event.target.tagName);
		if (event.key === 'Escape' && typing) searchField.value?.blur();
		if (typing) return;
		if (event.key === '/') {
			event.preventDefault();
			searchField.value?.focus();
		} else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			void move(event.key === 'ArrowDown' ? 1 : -1);
		} else if (event.key === 'Escape') {
			goTo('inbox');
		}
	}
	onMounted(() => window.addEventListener('keydown', handleKey));
	onUnmounted(() => window.removeEventListener('keydown', handleKey));
}
