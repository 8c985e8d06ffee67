import { rm } from 'node:fs/promises';
import type { Stack } from '../../../scripts/start/stack';

/** Jest loads set-up and teardown apart from each other, in one process: only a global reaches both. */
const KEY = Symbol.for('n8n-nodes-huawei-push.e2e');

interface Started {
	stack: Stack;
	folder: string;
}

type Holder = typeof globalThis & { [KEY]?: Started };

export function keepForTeardown(stack: Stack, folder: string): void {
	const holder: Holder = globalThis;
	holder[KEY] = { stack, folder };
}

export default async function globalTeardown(): Promise<void> {
	const holder: Holder = globalThis;
	const started = holder[KEY];
	if (!started) return;
	await started.stack.stop();
	await rm(started.folder, { recursive: true, force: true });
}
