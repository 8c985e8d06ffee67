import { readFileSync } from 'node:fs';
import { pinInstallation } from '../../../../scripts/n8n/pinInstallation';
import { LOCK, readManifest } from '../../../../scripts/n8n/places';
import { SYSTEMS, type NodeForN8n, type System } from '../../../../scripts/n8n/platform';

interface Lock {
	packages: Record<string, { version?: string; integrity?: string; os?: string; cpu?: string }>;
}

const { packages }: Lock = JSON.parse(readFileSync(LOCK, 'utf8'));

function nodeOf(system: System): NodeForN8n {
	const { nodePackage } = system;
	return nodePackage === undefined
		? { kind: 'own', system, path: '/opt/node' }
		: { kind: 'pinned', system, nodePackage };
}

describe('what npm installs n8n from', () => {
	test.each(SYSTEMS)(
		'$name: lets run the scripts of what is compiled there, and no other',
		(system) => {
			const { 'package.json': manifest } = pinInstallation(nodeOf(system));
			expect(Object.keys(manifest.allowScripts ?? {})).toEqual(system.compiled);
		},
	);

	test.each(SYSTEMS)('$name: its Node is locked for it alone, or none is installed', (system) => {
		const { 'package.json': manifest, 'package-lock.json': lock } = pinInstallation(nodeOf(system));
		const { nodePackage } = system;
		const locked = Object.keys(lock.packages).filter((name) =>
			/^node_modules\/node-(bin-)?(linux|darwin|win)-/.test(name),
		);
		if (nodePackage === undefined) {
			expect([manifest.optionalDependencies, locked]).toEqual([undefined, []]);
			expect(lock.packages['']?.optionalDependencies).toBeUndefined();
			return;
		}
		expect(locked).toHaveLength(5);
		expect(lock.packages['']?.optionalDependencies).toEqual(manifest.optionalDependencies);
		const { version, integrity, os, cpu } = packages[`node_modules/${nodePackage}`] ?? {};
		expect(version).toBe(readManifest().optionalDependencies[nodePackage]);
		expect(integrity).toMatch(/^sha512-/);
		expect([os, cpu]).toEqual([system.platform, system.arch]);
	});
});
