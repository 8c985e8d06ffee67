/**
 * The part of the list that is on the screen. The list may hold thousands: only the lines around
 * the visible ones are asked for, and only the visible ones are drawn.
 */
import { computed, nextTick, onMounted, onUnmounted, ref, watch, type Ref } from 'vue';

import { read, type ArrivalList, type ArrivalSummary } from '../api';
import { useLive } from '../live';

/** Height of a line in pixels; the style sheet has the same. */
export const LINE_HEIGHT = 78;
/** Lines drawn above and below the visible ones. */
const OVERSCAN = 6;
/** Lines asked for at once; enough that a turn of the wheel needs no new ones. */
const PAGE = 120;

interface Loaded extends ArrivalList {
	/** Place of its first line in the whole list. */
	offset: number;
}

/** A line and its place; without a summary while it is on its way. */
export interface Line {
	index: number;
	arrival?: ArrivalSummary;
}

/** @param filter members that are not empty narrow the list */
export function useArrivalWindow(
	scroller: Readonly<Ref<HTMLElement | undefined>>,
	filter: Readonly<Record<string, string>>,
) {
	const top = ref(0);
	const height = ref(0);
	const first = computed(() => Math.floor(top.value / LINE_HEIGHT));
	const shown = computed(() => Math.ceil(height.value / LINE_HEIGHT) + 1);

	const writeQuery = (more: Readonly<Record<string, number>>) => {
		const given = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '');
		return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
	};
	const live = useLive(['message', 'revocation', 'imageCheck', 'device'], async () => {
		const offset = Math.max(0, first.value - Math.floor((PAGE - shown.value) / 2));
		const answer = await read<ArrivalList>(`arrivals?${writeQuery({ offset, limit: PAGE })}`);
		return { ...answer, offset } satisfies Loaded;
	});
	const { value: list, refresh } = live;

	const lines = computed<Line[]>(() => {
		const { offset = 0, arrivals = [], matching = 0 } = list.value ?? {};
		const start = Math.max(0, first.value - OVERSCAN);
		const end = Math.min(matching, first.value + shown.value + OVERSCAN);
		return Array.from({ length: Math.max(0, end - start) }, (_, step) => ({
			index: start + step,
			arrival: arrivals[start + step - offset],
		}));
	});
	const incomplete = computed(() => lines.value.some(({ arrival }) => !arrival));

	let filling: Promise<void> | undefined;
	async function fillLines(): Promise<void> {
		// A list that could not be read is read again with the next change or scroll.
		do await refresh();
		while (incomplete.value && !live.error.value);
		filling = undefined;
	}
	/** One request at a time: whoever drags the bar passes by a hundred pages. */
	const fill = async () => await (filling ??= fillLines());
	watch(incomplete, (is) => is && void fill());
	watch(
		() => Object.values(filter).join('\n'),
		() => {
			if (scroller.value) scroller.value.scrollTop = 0;
			void refresh();
		},
	);
	/** Place of a request in the list: so many newer ones pass the filter. */
	async function findPlace(id: number): Promise<number> {
		const newer = await read<ArrivalList>(`arrivals?${writeQuery({ after: id, limit: 1 })}`);
		return newer.matching;
	}

	/** The line on top of the visible ones, and how much of it is above; none while it is not there. */
	let anchor: { id: number; above: number } | undefined;
	let moving = false;
	let movedTo = -1;
	function noteAnchor(): void {
		const { arrivals = [], offset = 0 } = list.value ?? {};
		const id = arrivals[first.value - offset]?.id;
		// What was moved to is known by its id before its line is there.
		if (id === undefined && top.value === movedTo) return;
		anchor = id === undefined ? undefined : { id, above: top.value - first.value * LINE_HEIGHT };
	}
	function measure(): void {
		top.value = scroller.value?.scrollTop ?? 0;
		height.value = scroller.value?.clientHeight ?? 0;
		if (!moving) noteAnchor();
	}
	/** What comes in above does not push away what is being read. */
	watch(list, async (now) => {
		if (top.value === 0 || !anchor || !now) return noteAnchor();
		const { id, above } = anchor;
		moving = true;
		const near = now.arrivals.findIndex((one) => one.id === id);
		const place = near < 0 ? await findPlace(id).catch(() => first.value) : now.offset + near;
		await nextTick();
		// A newer list moves for itself.
		if (list.value !== now) return;
		moving = false;
		const wanted = place * LINE_HEIGHT + above;
		if (scroller.value && Math.abs(scroller.value.scrollTop - wanted) >= 1) {
			scroller.value.scrollTop = wanted;
			movedTo = scroller.value.scrollTop;
		}
		measure();
	});

	const observer = new ResizeObserver(measure);
	onMounted(() => {
		scroller.value?.addEventListener('scroll', measure, { passive: true });
		if (scroller.value) observer.observe(scroller.value);
	});
	onUnmounted(() => observer.disconnect());

	/** Brings a request into view, wherever it stands in the list. */
	const reveal = async (id: number) => await revealIndex(await findPlace(id));

	async function revealIndex(index: number): Promise<void> {
		if (!scroller.value) return;
		measure();
		const from = index * LINE_HEIGHT;
		if (from < top.value) scroller.value.scrollTop = from;
		else if (from + LINE_HEIGHT > top.value + height.value) {
			scroller.value.scrollTop = from + LINE_HEIGHT - height.value;
		}
		measure();
		if (incomplete.value) await fill();
		await nextTick();
	}
	return { ...live, lines, reveal, revealIndex };
}
