/** What can be said of compose.yaml and the Dockerfile without an engine that runs containers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { checkBaseUrl } from '../../../push-kit/account/baseUrl';
import { readManifest } from '../../../scripts/n8n/places';
import { readCommandLine } from '../../../sandbox/process/commandLine';
import { readCommand, readStages, ROOT } from '../../builders/dockerfile';

interface Service {
	build?: { context: string; target: string };
	image?: string;
	network_mode?: string;
	networks?: { default: { aliases: string[] } };
	ports?: string[];
	volumes?: string[];
	depends_on?: Record<string, { condition: string }>;
}

interface Compose {
	services: Record<'sandbox' | 'node' | 'n8n', Service>;
	volumes: Record<string, null>;
}

const compose: Compose = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'));
const { sandbox, node, n8n } = compose.services;
const stages = readStages();
const stageOf = (name: string) => {
	const stage = stages.find((one) => one.name === name);
	if (stage === undefined) throw new Error(`The Dockerfile has no stage ${name}.`);
	return stage;
};
const scripts: Record<string, string> = JSON.parse(
	readFileSync(join(ROOT, 'package.json'), 'utf8'),
).scripts;

describe('compose.yaml', () => {
	it('runs the n8n that the end-to-end tests run, from its own registry', () => {
		expect(n8n.image).toBe(`docker.n8n.io/n8nio/n8n:${readManifest().n8nVersion}`);
	});

	it('builds what is ours, and pulls nothing by a name that somebody else could take', () => {
		expect(Object.keys(compose.services).sort()).toEqual(['n8n', 'node', 'sandbox']);
		for (const { build, image } of [sandbox, node]) {
			expect(build?.context).toBe('.');
			expect(stages.map(({ name }) => name)).toContain(build?.target);
			expect(image).toBeUndefined();
		}
	});

	it('starts n8n when its nodes are installed and the sandbox is healthy', () => {
		expect(n8n.depends_on).toMatchObject({
			node: { condition: 'service_completed_successfully' },
			sandbox: { condition: 'service_healthy' },
		});
		expect(stageOf('sandbox').steps.map(({ keyword }) => keyword)).toContain('HEALTHCHECK');
		// The volume into which the one installs is the one from which the other loads.
		expect(n8n.volumes).toEqual(node.volumes);
		expect(readCommand(stageOf('node'), 'CMD').join(' ')).toContain(
			` --prefix ${node.volumes?.[0]?.split(':')[1]}/nodes `,
		);
		expect(Object.keys(compose.volumes).sort()).toEqual(['n8n', 'sandbox']);
	});

	it('opens ports on this machine alone, and the same ones that stand in the addresses', () => {
		const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);
		expect(ports).toEqual(['127.0.0.1:5678:5678', '127.0.0.1:7710:7710']);
	});

	it('lets n8n reach the sandbox under every address that it tells, also by the credential', () => {
		// One network namespace: 127.0.0.1 is both.
		expect(n8n.network_mode).toBe('service:sandbox');
		const { host, allowedHosts, port } = readCommandLine(
			readCommand(stageOf('sandbox'), 'CMD').slice(1),
		);
		expect([host, port]).toEqual(['0.0.0.0', 7710]);
		expect(allowedHosts).toEqual(expect.arrayContaining(sandbox.networks?.default.aliases ?? ['']));
		for (const name of ['127.0.0.1', ...allowedHosts]) {
			const address = `http://${name}:${port}`;
			expect(checkBaseUrl(address, 'sandbox-0')).toBe(address);
		}
	});
});

describe('the Dockerfile', () => {
	it('begins with images whose tags name a whole version', () => {
		const bases = stages.map(({ from }) => from);
		expect(bases).toHaveLength(3);
		expect(bases.filter((from) => !/^node:\d+\.\d+\.\d+-(?:slim|alpine)$/.test(from))).toEqual([]);
	});

	it('runs what it keeps as a user without rights, and hands on of the build the packed packages alone', () => {
		for (const { steps } of [stageOf('sandbox'), stageOf('node')]) {
			expect(steps.findLast(({ keyword }) => keyword === 'USER')?.text).toBe('node');
			const copies = steps.filter(({ keyword }) => keyword === 'COPY').map(({ text }) => text);
			expect(copies).toEqual([expect.stringMatching(/^--from=build \/packed\/\w+ \/packed$/)]);
		}
	});

	it('builds with scripts that there are', () => {
		const runs = stageOf('build').steps.filter(({ keyword }) => keyword === 'RUN');
		const names = runs.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:]+)/g)]);
		expect(names.map(([, name = '']) => scripts[name]).filter(Boolean)).toHaveLength(2);
	});

	it('exposes the port that the sandbox takes and its health check asks', () => {
		const { steps } = stageOf('sandbox');
		expect(steps.find(({ keyword }) => keyword === 'EXPOSE')?.text).toBe('7710');
		expect(readCommand(stageOf('sandbox'), 'HEALTHCHECK')).toEqual([
			'node',
			'-e',
			expect.stringContaining('http://127.0.0.1:7710/'),
		]);
	});
});
