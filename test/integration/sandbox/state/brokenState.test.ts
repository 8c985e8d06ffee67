import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DEFAULT_SETTINGS } from '../../../../sandbox/state/settings';
import { BODIES } from '../../../builders/sandbox/bodies';
import { Client } from '../../../builders/sandbox/client';
import { KeptSandbox } from './keptSandbox';

const kept = KeptSandbox.forEachTest();

interface Broken {
	format?: unknown;
	store?: unknown;
	[name: string]: unknown;
}

/** A whole state file, with something about it changed. */
async function breakState(change: (state: Broken) => void): Promise<string> {
	const sandbox = await kept.start();
	await new Client(sandbox).send(BODIES.notification);
	await sandbox.close();
	const state = JSON.parse(await readFile(kept.statePath, 'utf8')) as Broken;
	change(state);
	const text = JSON.stringify(state);
	await writeFile(kept.statePath, text);
	return text;
}

const setPath = (path: string, value: unknown) => (state: Broken) => {
	const names = path.split('.');
	const last = names.pop() ?? '';
	let parent: Record<string, unknown> = state;
	for (const name of names) parent = parent[name] as Record<string, unknown>;
	parent[last] = value;
};

const TEXTS: Array<[what: string, text: string]> = [
	['is half written', '{"format":1,"store":{"mess'],
	['is empty', ''],
	['is no object', '[]'],
	['is an abyss', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
	['holds only its format', '{"format":1}'],
	['is of another format', '{"format":2,"store":{}}'],
	['is of no text at all', '\u0000\uffff'],
];

const CHANGES: Array<[path: string, value: unknown]> = [
	['store', null],
	['store.messages', null],
	['store.messages', {}],
	['store.messages.0', null],
	['store.messages.0', {}],
	['store.messages.0.id', '1'],
	['store.messages.0.headers', { a: 1 }],
	['store.messages.0.jwt', 'good'],
	['store.messages.0.acceptedTokens', [1]],
	['store.messages.0.illegalTokens', { noRight: 'A' }],
	['store.messages.0.deliveries', { A: null }],
	['store.messages.0.answer', { status: 200 }],
	['store.revocations', [1]],
	['store.imageChecks', [{ id: 1 }]],
	['store.lastId', -1],
	['devices', 'none'],
	['devices.0.token', 5],
	['devices.0.fate', 'abducted'],
	['devices.0.shown', [null]],
	['devices.0.waiting', [{}]],
	['devices.0.liveViews', { 1: {} }],
	['devices.0.widgets', { 1: { version: '1' } }],
	['settings', null],
	['settings.marketingPerDay', 'many'],
	['settings.testMessageOverQuota', 'none'],
	['scripts', []],
	['scripts', { A: { receipt: 'many' } }],
	['scripts', { A: { fault: { fault: 'flood' } } }],
	['receipts', { url: 'ftp://x' }],
];

describe('a state file that cannot be used', () => {
	/** Starts over a broken file and expects an empty sandbox, and the file put aside. */
	async function expectAside(text: string): Promise<void> {
		kept.told = [];
		const sandbox = await kept.start();
		expect(sandbox.store.messages).toEqual([]);
		expect(sandbox.state.devices.list()).toEqual([]);
		expect(sandbox.state.settings).toEqual(DEFAULT_SETTINGS);
		const aside = (await readdir(kept.folder)).filter((name) =>
			name.startsWith('state.json.broken'),
		);
		expect(aside).toHaveLength(1);
		const asidePath = join(kept.folder, aside[0] ?? '');
		expect(await readFile(asidePath, 'utf8')).toBe(text);
		expect(kept.told).toEqual([expect.stringContaining(asidePath)]);
		expect(kept.told[0]).toContain('begins empty');
		expect((await new Client(sandbox).send(BODIES.notification)).data.code).toBe('80000000');
		await sandbox.close();
		const again = await kept.start();
		expect(again.store.messages).toHaveLength(1);
		await again.close();
	}

	it.each(TEXTS)('because it %s is put aside with a line in the log', async (_what, text) => {
		await (await kept.start()).close();
		await writeFile(kept.statePath, text);
		await expectAside(text);
	});

	it.each(CHANGES)('because of its member %s being %j is put aside', async (path, value) => {
		await expectAside(await breakState(setPath(path, value)));
	});

	it('because it is a folder is put aside', async () => {
		await mkdir(kept.statePath);
		const sandbox = await kept.start();
		expect(kept.told.at(-1)).toContain('put aside');
		await sandbox.close();
		expect((await stat(kept.statePath)).isFile()).toBe(true);
	});

	it.each<[path: string, value: unknown]>([
		['settings.ofAnOlderVersion', 5],
		['devices.0.newMember', {}],
		['store.messages.0.newMember', 1],
	])('is not one with the further member %s', async (path, value) => {
		await breakState(setPath(path, value));
		const sandbox = await kept.start();
		expect([sandbox.store.messages.length, kept.told]).toEqual([1, []]);
		await sandbox.close();
	});
});
