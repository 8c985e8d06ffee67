/** What a release reads of a package.json, and whose package it says it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Manifest {
	name: string;
	version: string;
	description: string;
	license: string;
	homepage: string;
	author: { name: string; email: string };
	repository: { url: string };
	bugs: { url: string };
}

/** @param folder that of the package */
export function readReleasedManifest(folder: string): Manifest {
	const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return manifest;
}

/** The ending that RFC 2606 keeps free for ever: nobody can register such a name, nor an owner at GitHub with a dot. */
const PLACEHOLDER = /\.invalid\b/;

/** Whose package it is, for a check: the addresses by the member they stand in. */
function addressesOf({ author, homepage, repository, bugs }: Manifest): Record<string, string> {
	return {
		'author.email': author.email,
		homepage,
		'repository.url': repository.url,
		'bugs.url': bugs.url,
	};
}

/**
 * Why nobody may publish this yet: its addresses are placeholders, or do not belong together. A sentence each.
 * n8n's verification compares the repository with the one that published.
 */
export function judgeOwner(manifest: Manifest): string[] {
	const { homepage, repository, bugs } = manifest;
	const faults = Object.entries(addressesOf(manifest))
		.filter(([, address]) => PLACEHOLDER.test(address))
		.map(([member, address]) => `${member} of package.json is still a placeholder: ${address}.`);
	if (repository.url !== `git+${homepage}.git` || bugs.url !== `${homepage}/issues`) {
		faults.push(
			'homepage, repository.url and bugs.url of package.json name different repositories.',
		);
	}
	return faults.length === 0
		? []
		: [...faults, 'Set them everywhere at once: npm run owner -- --help'];
}
