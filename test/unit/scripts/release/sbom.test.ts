import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';

import { readReleasedManifest } from '../../../../scripts/release/manifest';
import { writeSbom } from '../../../../scripts/release/sbom';

const product = readReleasedManifest(join(__dirname, '../../../..'));
const tarball = Buffer.from('the bytes that are published');
const jose = {
	name: 'jose',
	version: '6.2.17',
	licence: 'MIT',
	text: 'Copyright (c) Filip Skokan',
	folder: 'node_modules/jose',
};
const scoped = { ...jose, name: '@scope/part', folder: 'node_modules/@scope/part' };
const checksum = createHash('sha512').update('jose').digest();
const lock = {
	packages: { [jose.folder]: { integrity: `sha512-${checksum.toString('base64')}` } },
};
const materials = { product, tarball, packages: [jose, scoped], lock };

interface Sbom {
	serialNumber: string;
	metadata: { component: { hashes: unknown; purl: string } };
	components: Array<{ name: string; purl: string; hashes?: unknown; licenses: unknown }>;
	dependencies: Array<{ ref: string; dependsOn?: string[] }>;
}

function make(change: Partial<typeof materials> = {}): Sbom {
	const sbom: Sbom = JSON.parse(writeSbom({ ...materials, ...change }));
	return sbom;
}

/** The schemas of CycloneDX themselves, which its library brings along. */
function makeValidator() {
	const folder = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res');
	const read = (name: string): object =>
		JSON.parse(readFileSync(join(folder, 'schema', `${name}.SNAPSHOT.schema.json`), 'utf8'));
	const ajv = new Ajv({ strict: false, validateFormats: false });
	// The main schema names both by their files, beside itself.
	for (const name of ['spdx', 'jsf-0.82']) {
		ajv.addSchema(
			{ ...read(name), $id: undefined },
			`http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`,
		);
	}
	return ajv.compile(read('bom-1.6'));
}

describe('the bill of materials', () => {
	it('is valid by the schema of CycloneDX 1.6', () => {
		const validate = makeValidator();
		validate(make());
		expect(validate.errors).toBeNull();
		expect(validate({ ...make(), components: [{ name: 'no type' }] })).toBe(false);
	});

	it('names the package by the checksum of its tarball', () => {
		const { component } = make().metadata;
		expect(component).toMatchObject({
			name: product.name,
			version: product.version,
			purl: `pkg:npm/${product.name}@${product.version}`,
			hashes: [{ alg: 'SHA-512', content: createHash('sha512').update(tarball).digest('hex') }],
		});
	});

	it('names what is bundled, with licence and the checksum that npm compared', () => {
		const { components, dependencies, metadata } = make();
		expect(components.map(({ purl }) => purl)).toEqual([
			'pkg:npm/%40scope/part@6.2.17',
			'pkg:npm/jose@6.2.17',
		]);
		expect(components[1]).toMatchObject({
			licenses: [{ license: { id: 'MIT', text: { content: jose.text } } }],
			hashes: [{ alg: 'SHA-512', content: checksum.toString('hex') }],
		});
		expect(components[0]).not.toHaveProperty('hashes');
		expect(dependencies).toContainEqual({
			ref: metadata.component.purl,
			dependsOn: components.map(({ purl }) => purl),
		});
	});

	it('is the same for the same tarball, and another for another', () => {
		expect(writeSbom(materials)).toBe(writeSbom(materials));
		expect(make().serialNumber).toMatch(
			/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
		);
		expect(make({ tarball: Buffer.from('others') }).serialNumber).not.toBe(make().serialNumber);
	});
});
