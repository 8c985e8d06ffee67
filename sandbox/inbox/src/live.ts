import { onMounted, onUnmounted, ref, shallowRef, type Ref } from 'vue';

import { writeError, type Change } from './api';

/** Whether the sandbox's stream of changes is open. */
export const connected = ref(false);

/** Many changes in a moment are answered with one look, so many milliseconds after the first. */
const GATHER = 120;

type Watcher = (kind: Change['kind']) => void;
const watchers = new Set<Watcher>();
let stream: EventSource | undefined;

function openStream(): void {
	stream = new EventSource('/sandbox/changes');
	stream.addEventListener('open', () => {
		connected.value = true;
		// Whatever happened while the stream was closed is seen by looking once.
		for (const watcher of watchers) watcher('reset');
	});
	stream.addEventListener('error', () => {
		connected.value = false;
	});
	stream.addEventListener('message', ({ data }) => {
		const { kind } = JSON.parse(String(data)) as Change;
		for (const watcher of watchers) watcher(kind);
	});
}

/**
 * Keeps something from the sandbox up to date while a component is on the page: loads it at once,
 * and again after each change of the kinds named.
 */
export function useLive<T>(
	kinds: ReadonlyArray<Change['kind']>,
	load: () => Promise<T>,
): { value: Ref<T | undefined>; error: Ref<string>; refresh: () => Promise<void> } {
	// What is read is replaced as a whole: nothing in it has to be watched.
	const value: Ref<T | undefined> = shallowRef();
	const error = ref('');
	let newest = 0;
	let timer: number | undefined;

	async function refresh(): Promise<void> {
		const mine = ++newest;
		try {
			const loaded = await load();
			// An older answer may come after a newer one.
			if (mine !== newest) return;
			value.value = loaded;
			error.value = '';
		} catch (failure) {
			if (mine === newest) error.value = writeError(failure);
		}
	}
	const watcher: Watcher = (kind) => {
		if (kind !== 'reset' && !kinds.includes(kind)) return;
		timer ??= window.setTimeout(() => {
			timer = undefined;
			void refresh();
		}, GATHER);
	};
	onMounted(() => {
		if (!stream) openStream();
		watchers.add(watcher);
		void refresh();
	});
	onUnmounted(() => {
		window.clearTimeout(timer);
		watchers.delete(watcher);
	});
	return { value, error, refresh };
}
