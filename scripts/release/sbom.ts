/** A bill of materials (CycloneDX) of one published tarball: the package, and what is bundled into it. */
import { createHash } from 'node:crypto';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

import type { BundledPackage } from '../licences/bundledPackages';
import type { Manifest } from './manifest';

/** What npm's lock knows of each package, by its folder. */
export interface Lock {
	packages: Record<string, { integrity?: string }>;
}

export interface Materials {
	product: Manifest;
	/** The bytes that are published. */
	tarball: Uint8Array;
	packages: readonly BundledPackage[];
	lock: Lock;
}

/**
 * The same materials give the same text, so that everybody can make it anew and compare: it tells no time, and its
 * serial number comes from the tarball.
 *
 * @returns JSON of CycloneDX 1.6
 */
export function writeSbom({ product, tarball, packages, lock }: Materials): string {
	const digest = createHash('sha512').update(tarball).digest('hex');
	const bom = new Models.Bom({ serialNumber: serialNumberOf(digest) });
	const component = new Models.Component(Enums.ComponentType.Library, product.name, {
		...describe(product.name, product.version, product.license),
		description: product.description,
	});
	component.hashes.set(Enums.HashAlgorithm['SHA-512'], digest);
	component.externalReferences.add(
		new Models.ExternalReference(product.homepage, Enums.ExternalReferenceType.Website),
	);
	bom.metadata.component = component;
	for (const bundled of packages) {
		const part = componentOf(bundled, lock);
		bom.components.add(part);
		component.dependencies.add(part.bomRef);
	}
	const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
	const json = new Serialize.JsonSerializer(factory).serialize(bom, {
		sortLists: true,
		space: '\t',
	});
	return `${json}\n`;
}

function componentOf({ name, version, licence, text, folder }: BundledPackage, lock: Lock) {
	const component = new Models.Component(Enums.ComponentType.Library, name, {
		...describe(name, version, licence, text),
		scope: Enums.ComponentScope.Required,
	});
	// Of the tarball it came in, as `npm ci` checked it.
	const [, checksum] = /^sha512-(\S+)$/.exec(lock.packages[folder]?.integrity ?? '') ?? [];
	if (checksum !== undefined) {
		component.hashes.set(
			Enums.HashAlgorithm['SHA-512'],
			Buffer.from(checksum, 'base64').toString('hex'),
		);
	}
	return component;
}

function describe(name: string, version: string, licence: string, text?: string) {
	// Of a purl's characters only the mark of a scope can stand in the name of an npm package.
	const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
	const licenses = new Models.LicenseRepository([
		new Models.SpdxLicense(licence, {
			text: text === undefined ? undefined : new Models.Attachment(text),
		}),
	]);
	return { version, licenses, purl, bomRef: purl };
}

/** A UUID of version 8, whose bits anybody may choose: here those of the tarball. */
function serialNumberOf(digest: string): string {
	const [, a, b, c, d, e] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(digest) ?? [];
	return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}
