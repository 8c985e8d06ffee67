/** The sandbox's inbox: what arrived, the phone that shows it, and the request. */
import axios from 'axios';
import type { Locator } from 'playwright-core';
import { LIN, MEI, SEED_FATES } from '../../../sandbox/seed/messages';
import { seedSandbox } from '../../../sandbox/seed/seed';
import { startSandbox } from '../../../sandbox/server';
import { maskTokens } from '../camera';
import type { Picture, Stage } from '../stage';

/** Opens the newest message whose body holds a text in the inbox. Returns the phone; throws if there is no message. */
export async function openMessage(
	{ sandboxUrl, page }: Pick<Stage, 'sandboxUrl' | 'page'>,
	text: string,
): Promise<Locator> {
	const { data } = await axios.get<{ arrivals: Array<{ id: number }> }>(
		`${sandboxUrl}/sandbox/arrivals?text=${encodeURIComponent(text)}`,
		{ proxy: false },
	);
	const [newest] = data.arrivals;
	if (newest === undefined) throw new Error(`The sandbox has no message with "${text}".`);
	await page.goto('about:blank');
	await page.goto(`${sandboxUrl}/#/inbox/${newest.id}`);
	const phone = page.getByRole('group', { name: /^Phone/ }).first();
	await phone.scrollIntoViewIfNeeded();
	return phone;
}

/**
 * With an example of every message type. A live view is open whose words are the sender's: those of the phone are
 * Chinese, and not every machine has a font for them.
 */
export const inbox: Picture = {
	name: 'inbox',
	take: async ({ page }) => {
		const sandbox = await startSandbox();
		const usual = page.viewportSize();
		try {
			await seedSandbox(sandbox);
			await page.setViewportSize({ width: 1120, height: 620 });
			await openMessage({ page, sandboxUrl: sandbox.url }, 'Quiz night');
			await maskTokens(page, [LIN, MEI, ...Object.keys(SEED_FATES)]);
			return await page.screenshot({ animations: 'disabled' });
		} finally {
			if (usual) await page.setViewportSize(usual);
			await sandbox.close();
		}
	},
};
