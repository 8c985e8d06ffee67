/** What the README promises is what the package does. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { RESOURCES } from '../../nodes/HuaweiPush/actions';
import { VERDICTS } from '../../push-kit/catalog/verdicts';
import { parseReceiptBody } from '../../push-kit/receipt/parse';
import { describeReceipt } from '../../push-kit/receipt/receipt';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { runNode } from '../builders/engine';

const ROOT = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENTS = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'docs/architecture.md',
	'docs/campaigns.md',
	'docs/testing.md',
	'docs/troubleshooting.md',
	'docs/zh-CN/README.md',
	'docs/zh-CN/glossary.md',
];
/** Columns of a table may be padded. */
const readme = read('README.md')
	.replace(/ {2,}\|/g, ' |')
	.replace(/\| {2,}/g, '| ');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));

function example(name: string): Record<string, unknown> {
	const text = new RegExp(`<!-- example: ${name} -->\\s*\`\`\`json\\n([^]*?)\`\`\``).exec(
		readme,
	)?.[1];
	const value: Record<string, unknown> = JSON.parse(text ?? '');
	return value;
}

describe.each(DOCUMENTS)('%s', (path) => {
	const text = read(path);

	it('names only npm scripts that exist', () => {
		const named = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
			([, script, short]) => script ?? short ?? '',
		);
		for (const script of named) expect(Object.keys(scripts)).toContain(script);
	});

	it('names only tests that exist', () => {
		const named = [...text.matchAll(/`(test\/[\w./-]+)`/g)].map(([, file = '']) => file);
		expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
	});
});

describe('README', () => {
	it('runs in its shell snippets what the gate runs, and nothing else', () => {
		const gate = [
			'.ci/run',
			'test/e2e/start.e2e.test.ts',
			'test/integration/smoke.test.ts',
			'test/integration/sandbox/main.test.ts',
		]
			.map(read)
			.join('\n');
		const commands = [...readme.matchAll(/```bash\n([^]*?)```/g)].flatMap(([, text = '']) =>
			text
				.trim()
				.split(/\n| && /)
				.map((command) => command.replace(/#.*/, '').trim()),
		);
		expect(commands.length).toBeGreaterThan(3);
		const RUN_BY: Record<string, string> = {
			'npm ci': 'npm ci',
			'npm start': "'start'",
			'npm test': 'npm test',
			'npm run sandbox': 'sandbox/main.ts',
			'npm run smoke:live': 'scripts/smoke/main.ts',
		};
		for (const command of commands)
			expect(gate).toContain(RUN_BY[command] ?? 'not run by any test');
	});

	it('lists the resources and operations that the node has', () => {
		for (const { option, operations } of RESOURCES) {
			const listed = operations.map(({ name }) => name);
			const row = new RegExp(`^\\| ${option.name} \\| ([^|]+) \\|`, 'm').exec(readme)?.[1] ?? '';
			expect(
				row
					.split(', ')
					.map((name) => name.trim())
					.sort(),
			).toEqual([...listed].sort());
		}
	});

	it('explains every reason of what was skipped', () => {
		const sources = ['outcome', 'window']
			.map((name) => read(`push-kit/delivery/${name}.ts`))
			.join();
		const reasons = [...sources.matchAll(/outcome: 'skipped',\s+reason: '(\w+)'/g)];
		expect(reasons.length).toBeGreaterThan(6);
		for (const [, reason] of reasons) expect(readme).toContain(`| \`${reason}\` |`);
	});

	it('explains every verdict', () => {
		for (const verdict of Object.keys(VERDICTS)) expect(readme).toContain(`| \`${verdict}\` |`);
	});
});

describe('examples of items in the README', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	it('are what the action node puts out', async () => {
		sandbox.state.scripts.set('dead', { reason: 'tokenFormatError' });
		const { outputs } = await runNode({
			parameters: { category: 'MARKETING', title: 'Weekend offers', body: 'Three new deals' },
			items: [{ pushToken: 'alive' }, { pushToken: 'dead' }],
			credentials: {
				serviceAccountKey: JSON.stringify(sandbox.keyFile),
				baseUrl: sandbox.url,
			},
		});
		const accepted = outputs[0]?.[0]?.json ?? {};
		const problem = outputs[1]?.[0]?.json ?? {};
		expect(Object.keys(example('accepted'))).toEqual(Object.keys(accepted));
		expect(example('accepted')).toMatchObject({ outcome: accepted.outcome });
		expect(Object.keys(example('problem')).sort()).toEqual(Object.keys(problem).sort());
		const { reason, outcome, verdict } = problem;
		expect(example('problem')).toMatchObject({ reason, outcome, verdict });
	});

	it('are what the trigger puts out', () => {
		const body = parseReceiptBody(
			JSON.stringify({
				statuses: [
					{
						token: 'MAMzLgIkEAC',
						pushType: 0,
						appPackageName: 'com.example.shop',
						biTag: 'spring-sale',
						requestId: '1',
						deliveryStatus: { result: 2, timestamp: 1_790_000_000_456 },
					},
				],
			}),
		);
		const [status] = body.ok ? body.statuses : [];
		if (status === undefined) throw new Error('The receipt was not read');
		const receipt = describeReceipt(status, 1_790_000_000_000);
		expect(Object.keys(example('receipt')).sort()).toEqual(Object.keys(receipt).sort());
		const { delivered, event, verdict, messageType } = receipt;
		expect(example('receipt')).toMatchObject({ delivered, event, verdict, messageType });
	});
});
