/** The notes of a release, out of a changelog that people keep by hand (keepachangelog.com). */

/** The place of what is done and not yet released. */
const UNRELEASED = 'Unreleased';

interface Section {
	/** As it stands in the heading: a version, or `Unreleased`. */
	name: string;
	date?: string;
	notes: string;
}

const HEADING = /^## \[?([^\]\s]+)\]?(?: - (\d{4}-\d{2}-\d{2}))?\s*$/;
const LINK = /^\[[^\]]+\]: \S+$/;

function readSections(changelog: string): Section[] {
	const sections: Section[] = [];
	for (const line of changelog.split(/\r?\n/)) {
		const [, name, date] = HEADING.exec(line) ?? [];
		if (name !== undefined) sections.push({ name, date, notes: '' });
		const last = sections.at(-1);
		if (name === undefined && last !== undefined && !LINK.test(line)) last.notes += `${line}\n`;
	}
	return sections.map((section) => ({ ...section, notes: section.notes.trim() }));
}

/**
 * What changed in a version; before it has a section of its own, what is done and not yet released.
 *
 * @returns Markdown; empty where neither says anything
 */
export function readNotes(changelog: string, version: string): string {
	const sections = readSections(changelog);
	const notesOf = (wanted: string) => sections.find(({ name }) => name === wanted)?.notes;
	return notesOf(version) ?? notesOf(UNRELEASED) ?? '';
}

/** Why this version may not be released with this changelog: a sentence each. */
export function judgeChangelog(changelog: string, version: string): string[] {
	const sections = readSections(changelog);
	const section = sections.find(({ name }) => name === version);
	if (section === undefined) return [`CHANGELOG.md has no section "## [${version}] - <date>".`];
	const faults: string[] = [];
	if (section.date === undefined)
		faults.push(`CHANGELOG.md gives ${version} no date (YYYY-MM-DD).`);
	if (section.notes === '') faults.push(`CHANGELOG.md says nothing of ${version}.`);
	const left = sections.find(({ name }) => name === UNRELEASED);
	if (left !== undefined && left.notes !== '') {
		faults.push(`CHANGELOG.md still has lines under ${UNRELEASED}: move them to ${version}.`);
	}
	return faults;
}
