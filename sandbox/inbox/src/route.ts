import { computed, ref } from 'vue';

/** The page behind the `#`: `#/inbox/12`, `#/devices`. */
export const PAGES = [
	{ page: 'inbox', name: 'Inbox' },
	{ page: 'devices', name: 'Devices' },
	{ page: 'receipts', name: 'Receipts' },
	{ page: 'faults', name: 'Faults' },
	{ page: 'connect', name: 'Connect' },
] as const;

export type PageName = (typeof PAGES)[number]['page'];

const hash = ref(window.location.hash);
window.addEventListener('hashchange', () => {
	hash.value = window.location.hash;
});

const parts = computed(() => hash.value.replace(/^#\/?/, '').split('/'));

export const currentPage = computed<PageName>(
	() => PAGES.find(({ page }) => page === parts.value[0])?.page ?? 'inbox',
);

/** What is chosen on a page by its id: `#/receipts/7`. */
export const chosenId = computed<number | undefined>(() => {
	const id = Number(parts.value[1]);
	return id > 0 ? id : undefined;
});

/** The request that is open in the inbox, by its id. */
export const openId = computed(() => (currentPage.value === 'inbox' ? chosenId.value : undefined));

export function linkTo(page: PageName, id?: number): string {
	return id === undefined ? `#/${page}` : `#/${page}/${id}`;
}

export function goTo(page: PageName, id?: number): void {
	window.location.hash = linkTo(page, id);
}
