import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { CONSOLE_MENUS } from '../../../../push-kit/catalog/consoleSteps';

const ROOT = join(__dirname, '../../../..');

/** The written sources of the published package, without comments. */
const SOURCES = ['credentials', 'nodes', 'push-kit'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /(?<!\.generated(?:\.d)?)\.ts$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({
			file: relative(ROOT, file).split(sep).join('/'),
			code: withoutComments(readFileSync(file, 'utf8')),
		})),
);

function withoutComments(source: string): string {
	return source.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '$1');
}

/** What matches, file by file. */
function found(pattern: RegExp): string[] {
	return SOURCES.flatMap(({ file, code }) => (code.match(pattern) ?? []).map(() => file));
}

describe('one fact, one home', () => {
	it('reads the sources', () => {
		expect(SOURCES.length).toBeGreaterThan(100);
	});

	it('no file but the catalog spells a response code', () => {
		expect([...new Set(found(/\b8\d{7}\b/g))].sort()).toEqual([
			'push-kit/catalog/responseCodes.ts',
			// How Huawei was seen to refuse a category, told as it was seen: it decides nothing.
			'push-kit/message/notificationHints.ts',
		]);
	});

	it("Huawei's host is typed once", () => {
		expect(found(/push-api\.cloud\.huawei/g)).toEqual(['push-kit/catalog/pushApi.ts']);
	});

	it('the way to a menu of a console is spelled by the console steps alone', () => {
		const menus = Object.values(CONSOLE_MENUS).join('|');
		const paths = new RegExp(
			`(?:AppGallery Connect|HUAWEI Developers) > |(?:${menus}) > (?:${menus})`,
			'g',
		);
		expect([...new Set(found(paths))]).toEqual(['push-kit/catalog/consoleSteps.ts']);
	});

	it('what the catalog knows is used: in a rule or in a text', () => {
		const names = SOURCES.filter(({ file }) => file === 'push-kit/catalog/limits.ts')
			.flatMap(({ code }) => [...code.matchAll(/^export const (\w+)/gm)])
			.map(([, name = '']) => name);
		const unused = names.filter(
			(name) =>
				!SOURCES.some(
					({ file, code }) =>
						file !== 'push-kit/catalog/limits.ts' && new RegExp(`\\b${name}\\b`).test(code),
				),
		);
		expect(names.length).toBeGreaterThan(50);
		expect(unused).toEqual([]);
	});
});
