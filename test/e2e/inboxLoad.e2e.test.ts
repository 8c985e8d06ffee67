/** The inbox full to the brim: 5,000 messages, with texts that nobody wishes for. */
import { gzipSync } from 'node:zlib';
import axios from 'axios';
import { MAX_MESSAGES } from '../../sandbox/state/store';
import { BODIES, change } from '../builders/sandbox/bodies';
import { openInbox, type Inbox } from './setup/inboxPage';

const TITLES = [
	'Weekend offers',
	'x'.repeat(1_000),
	'مرحبا بالعالم \u202e reversed',
	'<img src=x onerror=alert(1)><script>alert(1)</script>',
	'👩‍👩‍👧‍👦 😀'.repeat(20),
];
/** Far above what a quiet machine takes, and far below what all lines at once would cost. */
const MOST_ELEMENTS = 1_500;
const MOST_KILOBYTES = 100;
const MOST_CPU_MS = { load: 1_500, scroll: 60 };

let inbox: Inbox;

beforeAll(async () => {
	inbox = await openInbox();
	await inbox.client.send(BODIES.notification);
	addMessages(MAX_MESSAGES);
}, 120_000);
afterAll(async () => await inbox?.close());

/** Puts copies of the first message into the store, as fast as no sender could send them. */
function addMessages(count: number): void {
	const { store } = inbox.sandbox;
	const [model] = store.messages;
	if (!model) throw new Error('The store is empty.');
	for (let number = 0; number < count; number++) {
		const title = `${number} ${TITLES[number % TITLES.length]}`;
		const body = change(BODIES.notification, { 'payload.notification.title': title });
		store.add({ ...model, id: store.nextId(), body });
	}
}

/** Milliseconds of processor time that the page has taken so far, however busy the machine is. */
async function openMeter(): Promise<() => Promise<number>> {
	const session = await inbox.page.context().newCDPSession(inbox.page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	return async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000;
	};
}

const findTop = async () =>
	await inbox.page.evaluate(() => {
		const top = document.querySelector('.list')?.getBoundingClientRect().top ?? 0;
		const links = Array.from(document.querySelectorAll('[data-arrival]'));
		return links.find((one) => one.getBoundingClientRect().top >= top)?.getAttribute('href');
	});
const scrollTo = async (share: number) =>
	await inbox.page.locator('.list').evaluate((list, part) => {
		list.scrollTop = list.scrollHeight * part;
	}, share);

describe('with 5,000 messages', () => {
	it('is loaded and scrolled with little work, and draws what is seen alone', async () => {
		const readCpu = await openMeter();
		const before = await readCpu();
		await inbox.open('inbox');
		await inbox.page.locator('[data-arrival]').first().waitFor();
		const load = (await readCpu()) - before;
		const frames = 60;
		await inbox.page.locator('.list').evaluate(async (list, count) => {
			for (let frame = 0; frame < count; frame++) {
				list.scrollTop += 78;
				await new Promise(requestAnimationFrame);
			}
		}, frames);
		const scroll = ((await readCpu()) - before - load) / frames;
		process.stdout.write(`Processor time: ${load.toFixed()} ms to load, `);
		process.stdout.write(`${scroll.toFixed(1)} ms for a frame of scrolling\n`);
		expect(load).toBeLessThan(MOST_CPU_MS.load);
		expect(scroll).toBeLessThan(MOST_CPU_MS.scroll);
		expect(await inbox.page.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
	});

	it('is scrolled to its end, and the bar shows all of it', async () => {
		await inbox.open('inbox');
		await inbox.page.getByText('5,000 requests').waitFor();
		await scrollTo(1);
		const oldest = inbox.sandbox.store.messages[0]?.id;
		await inbox.page.locator(`[data-arrival][href$="/${oldest}"]`).waitFor();
		await inbox.page.keyboard.press('Home');
		const newest = inbox.sandbox.store.messages.at(-1)?.id;
		await inbox.page.locator(`[data-arrival][href$="/${newest}"]:focus`).waitFor();
		await inbox.page.keyboard.press('End');
		await inbox.page.locator(`[data-arrival][href$="/${oldest}"]:focus`).waitFor();
		await inbox.keepScreenshot('full');
	});

	it('stays where it is read while hundreds come in above', async () => {
		await inbox.open('inbox');
		await inbox.page.getByText('5,000 requests').waitFor();
		await scrollTo(0.5);
		await inbox.page.locator('li .waiting').first().waitFor({ state: 'detached' });
		const before = await findTop();
		expect(before).toBeTruthy();
		for (let burst = 0; burst < 5; burst++) {
			addMessages(80);
			await inbox.page.waitForTimeout(150);
		}
		// The last burst is seen a moment later.
		await inbox.page.waitForTimeout(3_000);
		expect(await findTop()).toBe(before);
	});

	it('opens a message far down with its line in view', async () => {
		const id = inbox.sandbox.store.messages[1_000]?.id ?? 0;
		await inbox.page.goto('about:blank');
		await inbox.open(`inbox/${id}`);
		const line = inbox.page.locator(`[data-arrival][href$="/${id}"]`);
		await line.waitFor();
		expect(await line.getAttribute('aria-current')).toBe('true');
	});
});

it('the page comes in one script and one style, which are small', async () => {
	const read = async (path: string) =>
		(await axios.get<string>(`${inbox.sandbox.url}${path}`, { proxy: false })).data;
	const paths = [...(await read('/')).matchAll(/(?:src|href)="\.?(\/assets\/[^"]+)"/g)];
	expect(paths).toHaveLength(2);
	const texts = await Promise.all(paths.map(async ([, path = '']) => await read(path)));
	const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
	expect(bytes / 1_024).toBeLessThan(MOST_KILOBYTES);
	expect(inbox.complaints).toEqual([]);
});
