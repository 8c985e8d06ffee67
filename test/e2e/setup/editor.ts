/** n8n's editor as the end-to-end tests see it, with pictures of it for whoever looks at a run. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signInToEditor, type SignedIn } from '../../../scripts/browser/editor';
import { REPOSITORY } from '../../../scripts/n8n/places';
import type { SharedStack } from './sharedStack';

const SCREENSHOTS = join(REPOSITORY, 'results', 'screenshots');

export interface Editor extends SignedIn {
	/** Saves what is seen as `results/screenshots/<name>.png`. */
	keepScreenshot(name: string): Promise<void>;
}

/** Opens a browser and signs in as the owner. */
export async function openEditor(stack: SharedStack): Promise<Editor> {
	mkdirSync(SCREENSHOTS, { recursive: true });
	const signedIn = await signInToEditor(stack);
	return {
		...signedIn,
		keepScreenshot: async (name) => {
			await signedIn.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
		},
	};
}
