import { BUDGETS, describeBundle, judgeBundle } from '../../../../scripts/scan/bundleBudget';

const SOURCES = [
	{ path: 'nodes/HuaweiPush/HuaweiPush.node.ts', bytes: 1_500 },
	{ path: 'push-kit/delivery/deliver.ts', bytes: 6_500 },
	{ path: 'credentials/authorizeRequest.ts', bytes: 1_700 },
	{ path: 'examples/messages/badge.json', bytes: 300 },
	{ path: 'push-kit/message/validators.generated.js', bytes: 200_000 },
	{ path: 'node_modules/jose/dist/webapi/lib/key.js', bytes: 7_000 },
	{ path: 'node_modules/jose/dist/webapi/jwt/sign.js', bytes: 3_000 },
	{ path: 'node_modules/ajv/dist/runtime/ucs2length.js', bytes: 706 },
];

const faultsOf = (path: string, bytes = 100) =>
	judgeBundle([...SOURCES, { path, bytes }]).faults.join('\n');

describe('judgeBundle', () => {
	it('tells written, generated and foreign code apart', () => {
		const report = judgeBundle(SOURCES);
		expect(report).toEqual({
			written: 10_000,
			generated: 200_000,
			libraries: new Map([
				['jose', 10_000],
				['ajv', 706],
			]),
			faults: [],
		});
		expect(describeBundle(report)).toBe(
			'written 10.0 kB, generated 200.0 kB, jose 10.0 kB, ajv 0.7 kB',
		);
	});

	it.each([
		'node_modules/lodash/lodash.js',
		'node_modules/@scope/jose/index.js',
		'node_modules/ajv/node_modules/fast-uri/index.js',
		'node_modules/ajv-formats/dist/index.js',
		'../../jose/index.js',
		'../elsewhere/node_modules/axios/index.js',
		'sandbox/rules/liveView.ts',
		'scripts/build/entries.ts',
		'examples/campaign.json',
		'test/builders/bodies.ts',
		'push-kit-old/json.ts',
		'nodes/HuaweiPush/node_modules/left-pad/index.js',
		'<stdin>',
	])('names what leaked in: %s', (path) => {
		expect(faultsOf(path)).toBe(`${path} (0.1 kB) leaked into the bundle.`);
	});

	it('bears what is read and left out again', () => {
		expect(faultsOf('sandbox/rules/liveView.ts', 0)).toBe('');
	});

	it.each([
		['written', 'nodes/HuaweiPush/new.ts', 'Written code takes'],
		['generated', 'push-kit/message/other.generated.js', 'Generated code takes'],
	] as const)('names the largest files where %s code is over its budget', (kind, path, words) => {
		const room = BUDGETS[kind] - judgeBundle(SOURCES)[kind];
		expect(faultsOf(path, room)).toBe('');
		const fault = faultsOf(path, room + 1);
		expect(fault).toContain(words);
		expect(fault).toContain(`more than its ${(BUDGETS[kind] / 1000).toFixed(1)} kB`);
		expect(fault).toContain(path);
	});

	it('judges two bundles apart', () => {
		expect(judgeBundle([]).faults).toEqual([]);
		expect(describeBundle(judgeBundle([]))).toBe('');
	});
});
