import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { judgeOwner } from '../../../../scripts/release/manifest';
import {
	writeSandboxManifest,
	type RootManifest,
} from '../../../../scripts/sandboxPackage/manifest';

const ROOT: RootManifest = JSON.parse(
	readFileSync(join(__dirname, '../../../../package.json'), 'utf8'),
);

describe('the package.json of the sandbox', () => {
	it('has the exact versions of this repository for what it imports, and nothing else', () => {
		const { fastify, axios } = ROOT.devDependencies;
		const { dependencies } = writeSandboxManifest(ROOT, ['fastify', 'axios', 'fastify']);
		expect(dependencies).toEqual({ axios, fastify });
		expect(dependencies.fastify).toMatch(/^\d+\.\d+\.\d+$/);
	});

	it('cannot be written for an import that has no version here', () => {
		expect(() => writeSandboxManifest(ROOT, ['left-pad'])).toThrow('left-pad');
	});

	it('has version, licence and owner of the node package, and no scripts', () => {
		const manifest = writeSandboxManifest(ROOT, []);
		const { version, license, author, engines } = ROOT;
		expect(manifest).toMatchObject({ version, license, author, engines });
		expect(judgeOwner(manifest)).toEqual(judgeOwner(ROOT));
		expect(Object.keys(manifest)).not.toContain('scripts');
		// n8n would take it for nodes.
		expect(manifest.keywords).not.toContain('n8n-community-node-package');
	});
});
