/** A run whose result n8n could not store is refused before anybody is reached. */
import { useSandbox } from '../../../../builders/useSandbox';
import { customers, MESSAGE, push } from '../pushRun';

const sandbox = useSandbox();

/** So long that a few thousand do what a million do; all the same, so that they take no memory. */
const LONG = 'T'.repeat(20_000);

const listOf = (length: number) => [{ pushToken: Array.from({ length }, () => LONG) }];

it('says so, with what to do', async () => {
	const { error } = await push(sandbox, listOf(11_000));
	expect(error?.message).toMatch(/^n8n could not store this run: .*44\d million characters$/);
	expect(error?.description).toContain('Nothing was sent.');
	expect(error?.description).toContain('Problems Only for Output under Options');
	expect(sandbox.store.received).toBe(0);
});

it.each([
	['fewer of them', listOf(9_000), {}],
	['only the problems come out', listOf(11_000), { options: { output: 'problems' } }],
])('sends where %s', async (_, items, more) => {
	const { error } = await push(sandbox, items, { parameters: { ...MESSAGE, ...more } });
	expect(error?.message ?? '').not.toContain('could not store');
});

it('counts what the items hold beside their tokens', async () => {
	const note = 'n'.repeat(40_000);
	const items = customers(10_500).map((item) => ({ ...item, note }));
	const { error } = await push(sandbox, items, {
		parameters: { ...MESSAGE, options: { output: 'problems' } },
	});
	expect(error?.message).toContain('n8n could not store this run');
	expect(error?.description).toContain('Split the list');
});

it.each([
	['trigger', { saveDataSuccessExecution: 'none' }],
	['manual', { saveManualExecutions: false }],
] as const)('sends where the workflow says that nothing is stored: %s', async (mode, settings) => {
	const { error } = await push(sandbox, listOf(11_000), { mode, workflowSettings: settings });
	expect(error?.message ?? '').not.toContain('could not store');
});
