import { useSandbox } from '../../../builders/useSandbox';
import { customers, MESSAGE, push } from './pushRun';

const sandbox = useSandbox();

it('warns of braces that nobody fills in, and of no more wordings than anybody reads', async () => {
	const items = customers(30).map((one, index) => ({ ...one, text: `Dear {{field${index}}}` }));
	const { hints, told } = await push(sandbox, items, {
		parameters: { ...MESSAGE, body: '={{ $json.text }}' },
	});
	expect(told.every(({ outcome }) => outcome === 'accepted')).toBe(true);
	const warnings = hints.slice(1).map(({ message }) => message);
	expect(warnings).toHaveLength(21);
	expect(warnings[0]).toMatch(/^Body holds \{\{field0\}\}/);
	expect(warnings.at(-1)).toMatch(/^There are further hints .* \(10 messages\)$/);
});

it('tells what only a late customer has, however many hints of another kind came before', async () => {
	const items = customers(60).map((one, index) => ({
		...one,
		text: index < 40 ? `Dear {{field${index}}}` : `Line ${index}`,
		category: index === 50 ? 'SEASON' : 'MARKETING',
	}));
	const { hints } = await push(sandbox, items, {
		parameters: { ...MESSAGE, body: '={{ $json.text }}', category: '={{ $json.category }}' },
	});
	const warnings = hints.slice(1).map(({ message }) => message);
	expect(warnings).toHaveLength(22);
	expect(warnings).toContainEqual(expect.stringMatching(/^Category SEASON is not known here/));
});
