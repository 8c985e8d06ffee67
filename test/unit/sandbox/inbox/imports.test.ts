import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

const SANDBOX = join(__dirname, '../../../../sandbox');
const PAGE = join(SANDBOX, 'inbox/src');

/** Every import of the page that leads out of it, by path from the root of the sandbox. */
const IMPORTS = readdirSync(PAGE, { withFileTypes: true, recursive: true })
	.filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
	.map((entry) => join(entry.parentPath, entry.name))
	.flatMap((file) => {
		const folder = posix.dirname(relative(SANDBOX, file).split(sep).join('/'));
		const found = readFileSync(file, 'utf8').matchAll(
			/(import|export) (type )?[^;]*?from '(\.[^']+)'/g,
		);
		return [...found].map(([, , type, path = '']) => ({
			typesOnly: type !== undefined,
			path: posix.normalize(posix.join(folder, path)),
		}));
	})
	.filter(({ path }) => !path.startsWith('inbox/'));

describe('the page', () => {
	it('takes the types of what it is answered from the API alone, and retypes nothing', () => {
		const types = IMPORTS.filter(({ typesOnly }) => typesOnly).map(({ path }) => path);
		expect([...new Set(types)]).toEqual(['api/shapes']);
	});

	it('takes nothing else that runs but texts of the catalog and the name of one token', () => {
		const values = IMPORTS.filter(({ typesOnly }) => !typesOnly).map(({ path }) => path);
		const others = values.filter((path) => !path.startsWith('../push-kit/catalog/'));
		expect([...new Set(others)]).toEqual(['rules/tokens']);
	});
});
