import { STAND_INS } from '../../../../scripts/engine/standIns';
import { DEMONSTRATED, readExample } from '../../../../scripts/start/demonstration';

const NODES = DEMONSTRATED.flatMap((name) => readExample(name).nodes).filter(({ type }) =>
	type.startsWith('n8n-nodes-base.'),
);

describe('the stand-ins', () => {
	test('are those that the demonstrated workflows need, and no other', () => {
		expect([...STAND_INS.keys()].sort()).toEqual(
			[...new Set(NODES.map(({ type }) => type))].sort(),
		);
	});

	test.each(NODES.map(({ name, type, parameters }) => ({ name, type, parameters })))(
		'$name: every parameter that decides anything is known',
		({ type, parameters }) => {
			// Words on the canvas, and settings whose other choices the stand-in does not have.
			const ignored = new Set(['content', 'height', 'width', 'color', 'mode', 'options']);
			const known = STAND_INS.get(type)?.description.properties.map(({ name }) => name) ?? [];
			expect(Object.keys(parameters).filter((name) => !ignored.has(name))).toEqual(known);
		},
	);

	test('stand in for the modes and options that the workflows use', () => {
		const settings = NODES.flatMap(({ parameters: { mode, options } }) => [mode, options]);
		expect(new Set(settings.filter(Boolean).map((one) => JSON.stringify(one)))).toEqual(
			new Set(['"raw"', '{}', '{"fallbackOutput":"extra","renameFallbackOutput":"Look"}']),
		);
	});
});
