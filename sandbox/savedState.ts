/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- a tool for developers, not part of the published package */
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';

import type { Device } from './devices/device';
import type { TokenScript } from './delivery/tokenScripts';
import { isObject } from './rules/fields';
import type { Settings } from './settings';
import type { State } from './state';
import type { StoreContent } from './store';
import { isSystemError } from './systemError';
import { Timers } from './timers';

/** Raised when the file's shape changes: an older file is left unread. */
const FORMAT = 1;
/** What is kept on disk, the newest of each: some megabytes at most. */
const MAX_TOKENS = 50_000;
const MAX_DEVICES = 5_000;
/** Changes within this time are written together. Milliseconds. */
const GATHER = 1_000;
const PRIVATE_MODE = 0o600;

/** What survives a restart: all but receipts under way, faults that wait, and counts. */
interface SavedState {
	format: number;
	store: StoreContent;
	devices: Device[];
	scripts: Record<string, TokenScript>;
	settings: Settings;
	receipts?: object;
}

function describe(state: State): SavedState {
	return {
		format: FORMAT,
		store: state.store.save(MAX_TOKENS),
		devices: state.devices.save(MAX_DEVICES),
		scripts: state.scripts.list(),
		settings: state.settings,
		receipts: state.receipts.settings,
	};
}

/** The format tells whether this version of the sandbox wrote the file; nobody else does. */
function isSavedState(value: unknown): value is SavedState {
	return isObject(value) && value.format === FORMAT;
}

async function read(path: string): Promise<SavedState | undefined> {
	try {
		const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
		return isSavedState(parsed) ? parsed : undefined;
	} catch (error) {
		if (isSystemError(error, 'ENOENT')) return undefined;
		if (error instanceof SyntaxError) {
			throw new Error(`${path} is not JSON. Delete it to begin with an empty sandbox.`);
		}
		throw error;
	}
}

function bringBack(state: State, saved: SavedState): void {
	state.store.load(saved.store);
	state.devices.load(saved.devices);
	state.settings = { ...state.settings, ...saved.settings };
	for (const [token, script] of Object.entries(saved.scripts)) state.scripts.set(token, script);
	if (saved.receipts && !state.receipts.settings) state.setReceipts(saved.receipts);
}

/** Keeps a sandbox's state in a file: read at the start, written after changes and at the end. */
export class StateFile {
	private readonly timers = new Timers();
	private dirty = false;
	private writing: Promise<void> = Promise.resolve();

	private constructor(
		private readonly path: string,
		private readonly state: State,
	) {}

	/**
	 * Brings back what the file holds, and keeps it up to date from then on.
	 *
	 * @throws Error when the file is there but is no JSON
	 */
	static async open(path: string, state: State): Promise<StateFile> {
		const saved = await read(path);
		if (saved) bringBack(state, saved);
		const file = new StateFile(path, state);
		state.store.watch(() => file.touch());
		return file;
	}

	/** Writes what is still to be written, and stops. */
	async close(): Promise<void> {
		this.timers.stop();
		await this.writing;
		await this.write();
	}

	private touch(): void {
		if (this.dirty) return;
		this.dirty = true;
		this.timers.after(GATHER, () => {
			this.writing = this.writing.then(async () => await this.write());
		});
	}

	private async write(): Promise<void> {
		this.dirty = false;
		const text = JSON.stringify(describe(this.state));
		// A file that is renamed into place is never seen half written.
		const next = `${this.path}.next`;
		await writeFile(next, text, { mode: PRIVATE_MODE });
		await chmod(next, PRIVATE_MODE);
		await rename(next, this.path);
	}
}
