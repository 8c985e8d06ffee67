/** How a picture is taken: cut out, without whole push tokens, and put beside another one. */
import type { Locator, Page } from 'playwright-core';

/** Characters of a push token that a picture shows. */
const SHOWN = 6;
const STILL = { animations: 'disabled', caret: 'hide' } as const;

/** CSS pixels that are added at a side; fewer than none cut something off. */
type Margins = Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>;

interface Cut extends Margins {
	/** Cut off below this height in CSS pixels. */
	maxHeight?: number;
}

/** Cuts the smallest rectangle that holds all of these elements out of what is seen. Returns a PNG. */
export async function cutOut(
	page: Page,
	elements: readonly Locator[],
	{ top = 0, right = 0, bottom = 0, left = 0, maxHeight = Infinity }: Cut = {},
): Promise<Buffer> {
	const boxes = await Promise.all(elements.map(async (element) => await element.boundingBox()));
	const seen = boxes.filter((box) => box !== null);
	if (seen.length < elements.length) throw new Error('A part of the picture is not to be seen.');
	const x = Math.max(0, Math.floor(Math.min(...seen.map((box) => box.x)) - left));
	const y = Math.max(0, Math.floor(Math.min(...seen.map((box) => box.y)) - top));
	const end = Math.ceil(Math.max(...seen.map((box) => box.x + box.width)) + right);
	const foot = Math.ceil(Math.max(...seen.map((box) => box.y + box.height)) + bottom);
	const clip = { x, y, width: end - x, height: Math.min(maxHeight, foot - y) };
	return await page.screenshot({ ...STILL, clip });
}

/** Leaves the beginning of each push token only, in texts and in fields. Reload the page to have them back. */
export async function maskTokens(page: Page, tokens: readonly string[]): Promise<void> {
	const masks = tokens.map((token) => [token, `${token.slice(0, SHOWN)}...`] as const);
	// Without a function of its own in it: the compiler would have it call one that the page does not know.
	await page.evaluate((pairs) => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const { currentNode: node } = walker;
			for (const [token, short] of pairs) {
				if (node.nodeValue?.includes(token)) {
					node.nodeValue = node.nodeValue.replaceAll(token, short);
				}
			}
		}
		const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
			'input, textarea',
		);
		for (const field of Array.from(fields)) {
			for (const [token, short] of pairs) {
				if (field.value.includes(token)) field.value = field.value.replaceAll(token, short);
			}
		}
	}, masks);
}

/** Lays pictures beside each other on a pale ground, centred. Returns a PNG. */
export async function layOut(page: Page, pictures: readonly Buffer[]): Promise<Buffer> {
	const images = pictures.map(
		(picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`,
	);
	await page.goto('about:blank');
	await page.setContent(`<style>
		body { margin: 0 }
		main { display: inline-flex; align-items: center; gap: 36px; padding: 24px 36px; background: #eef1f6 }
		img { border-radius: 8px }
	</style><main>${images.join('')}</main>`);
	return await page.locator('main').screenshot(STILL);
}
