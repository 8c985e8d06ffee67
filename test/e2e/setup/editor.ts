/** n8n's editor as the end-to-end tests see it, with pictures of it for whoever looks at a run. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signInToEditor, type SignedIn } from '../../../scripts/browser/editor';
import { REPOSITORY } from '../../../scripts/n8n/places';
import { standIn } from '../../builders/useSandbox';
import { readSharedStack, type SharedStack } from './sharedStack';

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

/** One editor for all tests of a file or a `describe`: a browser takes seconds to start. */
export function useEditor(): Editor {
	let opened: Editor | undefined;
	beforeAll(async () => {
		opened = await openEditor(readSharedStack());
	}, 60_000);
	afterAll(async () => await opened?.close());
	return standIn(() => {
		if (opened === undefined) throw new Error('The editor opens before the first test.');
		return opened;
	});
}
