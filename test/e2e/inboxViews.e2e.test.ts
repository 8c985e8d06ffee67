import { BODIES, change, LIVE_VIEW_BODIES, type Body } from '../builders/sandbox/bodies';
import { useInbox } from './setup/inboxPage';

const inbox = useInbox();

/** Sends a message and opens it as an operator does: by a click on its line. */
async function sendAndOpen(body: Body, pushType: number): Promise<void> {
	await inbox.open('inbox');
	await inbox.client.send(body, pushType);
	const id = inbox.sandbox.store.messages.at(-1)?.id;
	await inbox.page.locator(`[data-arrival][href$="/${id}"]`).click();
	await inbox.phone().waitFor();
}

const group = (name: string) => inbox.phone().getByRole('group', { name, exact: true });
const chooseScreen = async (name: string) =>
	await inbox.page.getByRole('button', { name, exact: true }).click();
const readWords = async (name: string) =>
	(await group(name).innerText()).split('\n').map((line) => line.trim()).filter(Boolean);

describe('the phone shows', () => {
	it('a notification with its large icon', async () => {
		const image = 'https://cdn.example.com/offers/weekend.png';
		const body = change(BODIES.notification, { 'payload.notification.image': image });
		await sendAndOpen(body, 0);
		expect(await readWords('Notification')).toEqual(
			expect.arrayContaining(['Weekend offers', 'Three new deals near you', 'weekend.png']),
		);
		await group('Notification').getByRole('img', { name: `Large icon: ${image}` }).waitFor();
		await inbox.keepScreenshot('notification');
	});

	it('a silent one off the lock screen, and folded away in the notification centre', async () => {
		await inbox.client.send(BODIES.missedCall);
		await sendAndOpen(BODIES.notification, 0);
		const fold = inbox.phone().getByRole('button', { name: /^More notifications/ });
		expect(await fold.innerText()).toMatch(/More notifications\s+1/);
		await group('Notification').getByText('Weekend offers').waitFor();
		await fold.click();
		expect(await fold.getAttribute('aria-expanded')).toBe('false');
		expect(await group('Notification').count()).toBe(0);
		await chooseScreen('Lock screen');
		await inbox.phone().getByText('Nothing here: MARKETING is silent').waitFor();
		await chooseScreen('Notification centre');
		await inbox.keepScreenshot('notification-centre');
		await inbox.phone().getByRole('link', { name: /Missed call/ }).click();
		await group('Notification').getByText('Lin called at 14:02').waitFor();
		await chooseScreen('Notification centre');
		const folded = inbox.phone().getByRole('link', { name: /Weekend offers/ });
		expect(await folded.count()).toBe(0);
		await fold.click();
		await folded.waitFor();
	});

	it('texts of people as they are: markup is text, and no picture is loaded', async () => {
		const asked: string[] = [];
		inbox.page.on('request', (request) => asked.push(request.url()));
		const markup = '<img src="https://evil.example/x.png" onerror="document.title=1"><b>hello</b>';
		await sendAndOpen(
			change(BODIES.notification, {
				'payload.notification.title': markup,
				'payload.notification.body': `${markup}\u202e مرحبا 😀`,
				'payload.notification.image': 'https://evil.example/large.png',
			}),
			0,
		);
		await group('Notification').getByText(markup, { exact: true }).waitFor();
		expect(await inbox.page.locator('img').count()).toBe(0);
		expect(await inbox.page.title()).toBe('Push Kit sandbox');
		expect(asked.filter((url) => !url.startsWith(inbox.sandbox.url))).toEqual([]);
	});

	it('at most three lines of a long text', async () => {
		const text = 'A long story that does not come to an end. '.repeat(20);
		await sendAndOpen(change(BODIES.notification, { 'payload.notification.body': text }), 0);
		const shown = group('Notification').getByText(text.trim());
		const { lines } = await shown.evaluate((element) => ({
			lines: Math.round(
				element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight),
			),
		}));
		expect(lines).toBe(3);
	});

	it('the lines of the multi-line style, which fold up, and the badge it adds', async () => {
		await sendAndOpen(BODIES.notificationWithOptions, 0);
		const lines = group('Notification').getByRole('list', { name: 'Lines' });
		expect(await lines.getByRole('listitem').allInnerTexts()).toEqual([
			'Order 4711',
			'Amount 1200',
			'Due tomorrow',
		]);
		await group('Notification').getByRole('button', { name: 'Collapse' }).click();
		await group('Notification').getByText('Purchase order 4711 needs your decision').waitFor();
		expect(await lines.count()).toBe(0);
		await chooseScreen('Home screen');
		await inbox.phone().getByRole('img', { name: 'Badge +1' }).waitFor();
	});

	it('what a notification does besides', async () => {
		await sendAndOpen(BODIES.notificationWithOptions, 0);
		const list = inbox.page.getByRole('list', { name: 'What the phone does' });
		const words = await list.innerText();
		expect(words).toContain('Plays ping.mp3 for 5 s.');
		expect(words).toContain('A tap opens com.example.action.APPROVE.');
		expect(words).toContain('Shown only where profile a1b2c3 is bound.');
	});

	it('nothing but a number for a badge', async () => {
		await sendAndOpen(BODIES.badge, 0);
		await inbox.phone().getByRole('img', { name: 'Badge 12' }).waitFor();
		expect(await group('Notification').count()).toBe(0);
	});

	it('a service widget with its data and picture', async () => {
		await sendAndOpen(BODIES.form, 1);
		expect(await readWords('Service widget')).toEqual(
			expect.arrayContaining(['orderCard', 'version 42', 'eta', '12 min', 'stops', '3', '42.png']),
		);
		await inbox.keepScreenshot('widget');
	});

	it('spoken text, spoken at a click', async () => {
		await sendAndOpen(BODIES.textToSpeech, 2);
		expect(await readWords('Notification')).toEqual(expect.arrayContaining(['Payment received']));
		await group('Spoken text').getByText('Payment received. 18.50 CNY from table 6').waitFor();
		await inbox.page.evaluate(() => {
			window.speechSynthesis.speak = ({ text }) => {
				document.title = text;
			};
		});
		await group('Spoken text').getByRole('button', { name: 'Listen' }).click();
		expect(await inbox.page.title()).toBe('Payment received. 18.50 CNY from table 6');
	});

	it('background data', async () => {
		await sendAndOpen(BODIES.background, 6);
		expect(await group('Background data').innerText()).toContain('"configVersion": 17');
	});

	it('an incoming call', async () => {
		await sendAndOpen(BODIES.call, 10);
		expect(await readWords('Incoming call')).toContain('Incoming call');
		await inbox.phone().getByText('"room": "r-77"').waitFor();
		await inbox.keepScreenshot('call');
	});

	it('a missed call as a notification', async () => {
		await sendAndOpen(BODIES.missedCall, 0);
		expect(await readWords('Notification')).toContain('Lin called at 14:02');
	});
});

describe('live views', () => {
	it('in the progress layout, with the status in Chinese, as card and capsule', async () => {
		await sendAndOpen(LIVE_VIEW_BODIES.createProgress, 7);
		const card = group('Live view card');
		await card.getByText('呼叫车辆中', { exact: true }).waitFor();
		const bar = card.getByRole('progressbar', { name: 'Progress' });
		expect(await bar.getAttribute('aria-valuenow')).toBe('10');
		expect(await readWords('Capsule')).toEqual(['Calling', 'Please wait']);
		await card.getByText('Cancel', { exact: true }).waitFor();
	});

	it('in the left-right layout, with flight number and superscript', async () => {
		await sendAndOpen(LIVE_VIEW_BODIES.createLeftRight, 7);
		const words = await readWords('Live view card');
		expect(words).toEqual(
			expect.arrayContaining(['XX1234 未值机', '10:40', 'Shenzhen', '2h 10m', 'Beijing']),
		);
		expect(await group('Live view card').getByText('+1').count()).toBe(1);
		await inbox.keepScreenshot('live-view-flight');
	});

	it('in the layout of emphasised text, with a capsule that counts', async () => {
		await sendAndOpen(LIVE_VIEW_BODIES.createEmphasisedText, 7);
		expect(await readWords('Live view card')).toEqual(
			expect.arrayContaining(['Pickup code', '5821', 'meal.png']),
		);
		expect(await readWords('Capsule')).toEqual(['50%']);
	});

	it('in the match layout, with score and outer screen', async () => {
		await sendAndOpen(LIVE_VIEW_BODIES.createMatch, 7);
		const card = group('Live view card');
		expect((await card.innerText()).replace(/\s+/g, ' ')).toContain('18 : 21');
		await card.getByRole('group', { name: 'Host' }).getByText('Owls', { exact: true }).waitFor();
		expect(await readWords('Outer screen')).toEqual(expect.arrayContaining(['Quiz night', 'Third round']));
	});

	it('in the base layout and as a card of the app', async () => {
		const base = change(LIVE_VIEW_BODIES.createMatch, {
			'payload.activityData.notificationData.type': -1,
		});
		await sendAndOpen(base, 7);
		expect(await readWords('Live view card')).toEqual(
			expect.arrayContaining(['Quiz night at table 6', 'Third round']),
		);
		await sendAndOpen(LIVE_VIEW_BODIES.createCustomCard, 7);
		await group('Live view card').getByText('Drawn by the app: TradeAbility').waitFor();
	});

	it('over their course: an update keeps what it leaves out, one out of order is not shown', async () => {
		await inbox.client.send(LIVE_VIEW_BODIES.createProgress, 7);
		await inbox.client.send(LIVE_VIEW_BODIES.update, 7);
		await inbox.client.send(change(LIVE_VIEW_BODIES.update, { 'payload.version': 2 }), 7);
		await sendAndOpen(LIVE_VIEW_BODIES.end, 7);
		const course = inbox.page.getByRole('region', { name: 'Course of this live view' });
		const steps = await course.getByRole('listitem').allInnerTexts();
		expect(steps.map((step) => step.replace(/\s+/g, ' '))).toEqual([
			expect.stringContaining('Create 呼叫车辆中'),
			expect.stringContaining('Update 司机已到达上车点'),
			expect.stringContaining('Receipt 156'),
			expect.stringContaining('End 行程结束'),
		]);
		await group('Live view card').getByText('Stays 600 s, then goes away.').waitFor();
		await course.getByRole('link').nth(1).click();
		await group('Live view card').getByText('White sedan').waitFor();
		// The update has no capsule of its own: the first one stays.
		expect(await readWords('Capsule')).toEqual(['Calling', 'Please wait']);
		await inbox.keepScreenshot('live-view-course');
	});
});
