import { seedSandbox } from '../../sandbox/seed/seed';
import { DESKTOP, findBarriers, TELEPHONE, useInbox } from './setup/inboxPage';

const inbox = useInbox();

/** Words that a part of the page shows once it has loaded. */
const LOADED: Readonly<Record<string, string>> = {
	inbox: 'Notification no. 1201 withdrawn',
	devices: 'WANG-phone-gone-55Tz',
	receipts: 'No call was made yet.',
	faults: 'No fault waits: all goes well.',
	connect: 'API Base URL',
};

describe('on every part of the page', () => {
	it.each([
		['light', 'desktop', DESKTOP, Infinity],
		['dark', 'desktop', DESKTOP, 3],
		['light', 'telephone', TELEPHONE, 3],
		['dark', 'telephone', TELEPHONE, 1],
	] as const)(
		'in %s on a %s there is no serious barrier, and nothing sticks out',
		async (colorScheme, name, viewport, details) => {
			await seedSandbox(inbox.sandbox);
			const ids = inbox.sandbox.store.messages.map(({ id }) => id);
			const [firstId = 1] = ids;
			const messages = ids.slice(0, details).map((id) => `inbox/${id}`);
			const page = await inbox.openView({ colorScheme, viewport });
			for (const path of [...Object.keys(LOADED), ...messages]) {
				await page.goto(`${inbox.sandbox.url}/#/${path}`);
				await page
					.getByText(LOADED[path] ?? 'Checked, good')
					.first()
					.waitFor();
				expect({ path, barriers: await findBarriers(page) }).toEqual({ path, barriers: [] });
				const width = await page.evaluate(() => document.querySelector('main')?.scrollWidth);
				expect({ path, width }).toEqual({ path, width: viewport.width });
				const file = path.replace(/\/\d+$/, (id) => `-${Number(id.slice(1)) - firstId + 1}`);
				await inbox.keepScreenshot(`${colorScheme}-${name}-${file}`, page);
			}
			await page.context().close();
		},
		240_000,
	);
});
