/** The drawn pages, and where they stand. */
import { drawCodes } from './codes';
import { drawFields } from './fields';
import { drawPermitted } from './permitted';

/** A page of `docs/` that a program writes. */
export interface DrawnPage {
	/** From the root. */
	readonly path: string;
	readonly draw: () => string;
}

export const PAGES: readonly DrawnPage[] = [
	{ path: 'docs/codes.md', draw: () => drawCodes() },
	{ path: 'docs/fields.md', draw: () => drawFields() },
	{ path: 'docs/permitted.md', draw: () => drawPermitted() },
];
