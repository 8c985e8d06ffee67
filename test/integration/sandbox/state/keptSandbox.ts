import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDataFolder } from '../../../../sandbox/account/dataFolder';
import { startSandbox, type Sandbox } from '../../../../sandbox/server';

/** A data folder that is new in each test, with a key that is made once for all of them. */
export class KeptSandbox {
	folder = '';
	/** What the sandboxes of this test said of themselves. */
	told: string[] = [];
	private prepared = '';

	/** Makes the folders come and go with the tests of a file. */
	static forEachTest(): KeptSandbox {
		const kept = new KeptSandbox();
		beforeAll(async () => {
			kept.prepared = await mkdtemp(join(tmpdir(), 'sandbox-key-'));
			await openDataFolder(kept.prepared);
		});
		beforeEach(async () => {
			kept.told = [];
			kept.folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
			await cp(kept.prepared, kept.folder, { recursive: true });
		});
		afterEach(async () => await rm(kept.folder, { recursive: true, force: true }));
		afterAll(async () => await rm(kept.prepared, { recursive: true, force: true }));
		return kept;
	}

	get statePath(): string {
		return join(this.folder, 'state.json');
	}

	async start(): Promise<Sandbox> {
		return await startSandbox({
			dataFolder: this.folder,
			tell: (line) => this.told.push(line),
		});
	}
}
