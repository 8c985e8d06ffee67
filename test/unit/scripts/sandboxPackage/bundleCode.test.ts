import { listImports } from '../../../../scripts/sandboxPackage/bundleCode';

type Outputs = Parameters<typeof listImports>[0]['outputs'];

const output = (...paths: string[]): Outputs[string] => ({
	bytes: 1,
	inputs: {},
	exports: [],
	imports: paths.map((path) => ({ path, kind: 'require-call', external: true })),
});

describe('what a bundle imports when it runs', () => {
	it('are the packages, once each, without their parts and what Node brings', () => {
		const outputs = {
			'a.js': output('fastify', 'node:fs', 'fs', 'fs/promises', '@fastify/swagger/lib/x'),
			'b.js': output('fastify', 'axios/dist/node'),
		};
		expect(listImports({ outputs })).toEqual(['@fastify/swagger', 'axios', 'fastify']);
	});

	it('does not count what stands in the bundle itself', () => {
		const outputs = {
			'a.js': { ...output(), imports: [{ path: 'b.js', kind: 'import-statement' as const }] },
		};
		expect(listImports({ outputs })).toEqual([]);
	});
});
