/** The Dockerfile of the root, by its stages. */
import { DockerfileParser } from 'dockerfile-ast';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

export interface Step {
	/** `RUN`, `CMD` ... */
	keyword: string;
	/** All that stands behind it, flags included; lines end as a shell would take them. */
	text: string;
}

export interface Stage {
	name: string;
	/** The image or the stage that it begins with. */
	from: string;
	steps: Step[];
}

export function readStages(): Stage[] {
	const text = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
	const lines = text.split('\n');
	const stages: Stage[] = [];
	for (const instruction of DockerfileParser.parse(text).getInstructions()) {
		const { start, end } = instruction.getRange();
		const step = {
			keyword: instruction.getKeyword(),
			text: lines
				.slice(start.line, end.line + 1)
				.join('\n')
				.replace(/^\S+\s+/, ''),
		};
		if (step.keyword === 'FROM') {
			const [from = '', , name = ''] = step.text.split(/\s+/);
			stages.push({ from, name, steps: [] });
		} else {
			stages.at(-1)?.steps.push(step);
		}
	}
	return stages;
}

/** The words of a command in its exec form, the last one of the stage. */
export function readCommand({ steps }: Stage, keyword: 'CMD' | 'HEALTHCHECK'): string[] {
	const { text = '' } = steps.filter((step) => step.keyword === keyword).at(-1) ?? {};
	const words: string[] = JSON.parse(text.slice(text.indexOf('[')));
	return words;
}
