/** The pictures of docs/images: each is shown somewhere, tells in words what it shows, and is light. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { PICTURES } from '../../../scripts/screenshots/pictures';

const ROOT = join(__dirname, '../../..');
const IMAGES = 'docs/images';
const FILES = readdirSync(join(ROOT, IMAGES));
const MAX_BYTES = 150_000;

const PAGES = [
	'README.md',
	...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
];

/** Every picture of this repository that a page shows: its words and its file's name. */
const SHOWN = PAGES.flatMap((page) =>
	[
		...readFileSync(join(ROOT, page), 'utf8').matchAll(/!\[([^\]]*)\]\([^)]*images\/([^)]+)\)/g),
	].map(([, words = '', file = '']) => ({ page, words, file })),
);

describe('the pictures', () => {
	it('are those that `npm run screenshots` takes, no more and no less', () => {
		expect([...FILES].sort()).toEqual(PICTURES.map(({ name }) => `${name}.png`).sort());
	});

	it.each(FILES)('%s is a PNG of at most 150 kB, and a page shows it', (file) => {
		const path = join(ROOT, IMAGES, file);
		expect(statSync(path).size).toBeLessThanOrEqual(MAX_BYTES);
		expect(readFileSync(path).subarray(1, 4).toString('latin1')).toBe('PNG');
		expect(SHOWN.map((shown) => shown.file)).toContain(file);
	});

	it('say in words what they show', () => {
		expect(SHOWN.filter(({ words }) => words.length < 15)).toEqual([]);
	});

	it('are no part of the package: npm takes them from the repository', () => {
		const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
			files: string[];
		};
		expect(files).toEqual(['dist']);
	});
});
