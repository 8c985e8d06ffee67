import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';

import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import { expandFate } from '../devices/fates';
import { readTokenScript } from '../devices/readTokenScript';
import type { Tell } from '../process/log';
import { Fields, isObject, Refusal } from '../rules/fields';
import { parseJson } from '../rules/untrustedJson';
import { isSavedArrival, isSavedDevice } from './savedShape';
import { DEFAULT_SETTINGS, readSettings } from './settings';
import type { Arrival } from './arrival';
import type { State } from './state';
import { isSystemError } from '../process/systemError';
import { Timers } from '../process/timers';

/** Raised when the file's shape changes: an older file is put aside. */
const FORMAT = 1;
/** What is kept on disk, the newest of each. */
const MAX_TOKENS = 50_000;
const MAX_DEVICES = 5_000;
/** Characters of each list: messages, revocations, image checks, devices. */
const MAX_LIST = 16 * 1024 * 1024;
/** Changes within this time are written together. Milliseconds. */
const GATHER = 1_000;
const PRIVATE_MODE = 0o600;

/** A list as JSON: what comes first, as far as it fits. */
function writeFirst(values: readonly object[], maxTokens = Infinity): string[] {
	const texts: string[] = [];
	let room = MAX_LIST;
	let tokens = maxTokens;
	for (const value of values) {
		const text = JSON.stringify(value);
		room -= text.length;
		if ('tokenCount' in value) tokens -= Number(value.tokenCount);
		if (room < 0 || tokens < 0) break;
		texts.push(text);
	}
	return texts;
}

function writeNewest(values: readonly object[], maxTokens?: number): string {
	const newestFirst = writeFirst([...values].reverse(), maxTokens);
	return `[${newestFirst.reverse().join(',')}]`;
}

/** What survives a restart: all but receipts under way, faults that wait, and counts. */
function describe({ store, devices, scripts, settings, receipts }: State): string {
	const members = {
		format: String(FORMAT),
		store: `{${[
			`"messages":${writeNewest(store.messages, MAX_TOKENS)}`,
			`"revocations":${writeNewest(store.revocations)}`,
			`"imageChecks":${writeNewest(store.imageChecks)}`,
			`"lastId":${store.save().lastId}`,
		].join(',')}}`,
		devices: `[${writeFirst(devices.save(MAX_DEVICES)).join(',')}]`,
		scripts: JSON.stringify(scripts.list()),
		settings: JSON.stringify(settings),
		receipts: JSON.stringify(receipts.settings ?? null),
	};
	const texts = Object.entries(members).map(([name, text]) => `"${name}":${text}`);
	return `{${texts.join(',')}}`;
}

/** Reads a list of which every value passes the guard. */
function readList<T>(parent: Fields, name: string, guard: (value: unknown) => value is T): T[] {
	parent.require(name);
	return (parent.list(name) ?? []).map((value, index) =>
		guard(value) ? value : parent.refuse(`${name}[${index}]`, 'is not what the sandbox writes'),
	);
}

/** Each endpoint has a list of its own on disk, so that none drives out what came to another. */
function readArrivals(store: Fields, name: string, endpoint: Endpoint): Arrival[] {
	return readList(store, name, isSavedArrival(endpoint)).map((saved) => ({
		headers: {},
		...saved,
		endpoint,
	}));
}

/** A script lists its fault apart; on the way in, over REST, the members of both are one object. */
function readSavedScript(value: unknown) {
	const { fault, ...rest } = Fields.of(value, 'scripts').members;
	return readTokenScript(Fields.of({ ...rest, ...(isObject(fault) ? fault : {}) }, 'scripts'));
}

/**
 * Takes a file's text back.
 *
 * @throws Refusal when it is not what {@link describe} writes; the state may be half filled then
 */
function bringBack(state: State, text: string): void {
	const file: Fields = Fields.of(parseJson(text), 'file');
	if (file.get('format') !== FORMAT) file.refuse('format', `is not ${FORMAT}`);
	const store = file.object('store');
	state.store.load({
		arrivals: [
			...readArrivals(store, 'messages', 'send'),
			...readArrivals(store, 'revocations', 'revoke'),
			...readArrivals(store, 'imageChecks', 'verify'),
		],
		lastId: store.requiredInteger('lastId', { min: 0 }),
	});
	const devices = readList(file, 'devices', isSavedDevice);
	state.devices.load(devices.map((device) => ({ ...device, fate: undefined, reason: undefined })));
	// A sandbox from before kept fates apart, and a script of the same token won over its fate.
	for (const { token, fate, reason } of devices) {
		if (fate) state.scripts.set(token, expandFate(fate, reason));
	}
	const known = Object.entries(file.object('settings').members).filter(([name]) =>
		Object.hasOwn(DEFAULT_SETTINGS, name),
	);
	state.settings = readSettings(Object.fromEntries(known), state.settings);
	for (const [token, script] of Object.entries(file.object('scripts').members)) {
		state.scripts.set(token, readSavedScript(script));
	}
	const receipts = file.get('receipts');
	if (receipts !== undefined && !state.receipts.settings) state.setReceipts(receipts);
}

const describeError = (error: unknown) => (error instanceof Refusal ? error.tip : String(error));

/** Keeps a sandbox's state in a file: read at the start, written after changes and at the end. */
export class StateFile {
	private readonly timers = new Timers();
	private dirty = false;
	private failing = false;
	private writing: Promise<void> = Promise.resolve();

	private constructor(
		private readonly path: string,
		private readonly state: State,
		private readonly tell: Tell,
	) {}

	/**
	 * Brings back what the file holds, and keeps it up to date from then on. A file that cannot be
	 * used is put aside, and the log says so.
	 */
	static async open(path: string, state: State, tell: Tell): Promise<StateFile> {
		const file = new StateFile(path, state, tell);
		try {
			bringBack(state, await readFile(path, 'utf8'));
		} catch (error) {
			if (!isSystemError(error, 'ENOENT')) {
				state.reset();
				await file.putAside(error);
			}
		}
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

	/** Never throws: a sandbox that cannot be kept still works. */
	private async write(): Promise<void> {
		this.dirty = false;
		try {
			await this.replace(describe(this.state));
			this.failing = false;
		} catch (error) {
			if (this.failing) return;
			this.failing = true;
			this.tell(
				`The state cannot be written to ${this.path}: ${describeError(error)}. The sandbox goes on, but what has arrived will not be there at its next start.`,
			);
		}
	}

	private async replace(text: string): Promise<void> {
		// A file that is on the disk before it is renamed into place is never seen half written.
		const next = `${this.path}.next`;
		try {
			await writeFile(next, text, { mode: PRIVATE_MODE, flush: true });
			await chmod(next, PRIVATE_MODE);
			await rename(next, this.path);
		} catch (error) {
			await rm(next, { force: true }).catch(() => undefined);
			throw error;
		}
	}

	private async putAside(reason: unknown): Promise<void> {
		const aside = `${this.path}.broken-${Date.now()}`;
		const words = `${this.path} cannot be used: ${describeError(reason)}`;
		try {
			await rename(this.path, aside);
			this.tell(`${words} It was put aside as ${aside}, and the sandbox begins empty.`);
		} catch (error) {
			this.tell(`${words} It cannot be put aside either: ${describeError(error)}`);
		}
	}
}
