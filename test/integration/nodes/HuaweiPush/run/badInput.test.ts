import { useSandbox } from '../../../../builders/useSandbox';
import {
	count,
	customers,
	expectConserved,
	expectNoSecrets,
	MESSAGE,
	push,
	strike,
	wordsOf,
} from '../pushRun';

const sandbox = useSandbox();

describe('tokens', () => {
	it.each([
		['an empty token', { pushToken: '' }],
		['blanks', { pushToken: '   ' }],
		['null', { pushToken: null }],
		['no such field', { name: 'Ann' }],
		['an empty list', { pushToken: [] }],
		['an object', { pushToken: { token: 'a' } }],
	])('%s: the item comes out once, as skipped', async (_, faulty) => {
		const [customer = {}] = customers(1);
		const run = await push(sandbox, [faulty, customer]);
		expect(run.error).toBeUndefined();
		expect(count(run, 'accepted')).toBe(1);
		expect(run.outputs[1]).toMatchObject([
			{
				json: { pushToken: '', outcome: 'skipped', reason: 'noToken', verdict: 'keep' },
				pairedItem: { item: 0 },
			},
		]);
		expect(run.told.find(({ output }) => output === 1)?.advice).toContain(
			'drag the field that holds the token onto Token Field',
		);
	});

	it('nobody with a token: nothing is sent, nothing fails', async () => {
		const run = await push(sandbox, [{ name: 'Ann' }, { name: 'Ben' }]);
		expect(run.error).toBeUndefined();
		expect(count(run, 'skipped')).toBe(2);
		expect(sandbox.store.received).toBe(0);
	});

	it('the same token twice is sent once and reported for both', async () => {
		const items = [...customers(2), ...customers(2)];
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(sandbox.acceptances.total).toBe(2);
	});
});

describe('messages', () => {
	it.each([
		['no title', { title: '={{ $json.nothing }}' }, /^Item 1: .*Title/],
		['no body', { body: '={{ $json.nothing }}' }, /^Item 1: .*Body/],
		[
			'more than 4096 bytes',
			{ body: '消'.repeat(1400) },
			/^Item 1: The message has 4\d{3} bytes; Push Kit takes at most 4096, push tokens not counted\./,
		],
	])('%s: nothing is sent, item and field are named', async (_, fields, words) => {
		const items = customers(3);
		const run = await push(sandbox, items, { parameters: { ...MESSAGE, ...fields } });
		expect(run.error?.message).toMatch(words);
		expect(run.error?.description).toContain('Nothing was sent. 3 items are faulty.');
		expect(run.error?.description).not.toContain('the others');
		expect(sandbox.store.received).toBe(0);
		expectNoSecrets(sandbox, items, wordsOf(run));
	});

	it.each([
		[1, /^Nothing was sent\. Correct Title\.$/],
		[
			2,
			/^Nothing was sent\. One item is faulty\. Correct Title\. To go on with the others all the same, /,
		],
	])(
		'of %d items tells how to go on with the others only where there are others',
		async (all, words) => {
			const items = customers(all).map((item, index) => ({
				...item,
				words: index === 0 ? '' : 'New',
			}));
			const parameters = { ...MESSAGE, title: '={{ $json.words }}' };
			const run = await push(sandbox, items, { parameters });
			expect(run.error?.description).toMatch(words);
			expect(sandbox.store.received).toBe(0);
		},
	);

	it('does not count the tokens among the 4096 bytes', async () => {
		const items = customers(1000);
		const run = await push(sandbox, items, {
			parameters: { ...MESSAGE, body: 'x'.repeat(3800) },
		});
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(1000);
	});
});

describe('answers', () => {
	it.each([
		['html', 'The answer is not one of Push Kit: it holds no code.'],
		['empty', 'The answer is not one of Push Kit: it holds no code.'],
		['502BeforeAcceptance', 'The connection to Huawei broke on the way.'],
		['truncated', 'The connection broke before the answer was complete'],
	] as const)('%s: says so', async (fault, sentence) => {
		strike(sandbox, fault);
		const items = customers(2);
		const run = await push(sandbox, items);
		expectConserved(sandbox, items, run);
		expect(run.told).toMatchObject(items.map(() => ({ outcome: 'unknown', output: 1 })));
		expect(run.told[0]?.advice).toContain(sentence);
		expectNoSecrets(sandbox, items, wordsOf(run));
	});

	it('an unknown code that repeats token and login: shown without them', async () => {
		const items = customers(2);
		const token = String(items[0]?.pushToken);
		const msg = `No ${token} for Bearer eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxIn0.c2lnbmF0dXJl`;
		strike(sandbox, 'code', { code: '80999999', msg, status: 400 });
		const run = await push(sandbox, items, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(run.told[0]).toMatchObject({ outcome: 'failed', reason: 'unknownCode' });
		expect(run.told[0]?.advice).toContain(
			'Huawei answered with the code 80999999 (Huawei: "No custom… for Bearer eyJ…")',
		);
		expectNoSecrets(sandbox, items, wordsOf(run));
	});

	it("shows Huawei's own words on the field at fault", async () => {
		strike(sandbox, 'code', {
			code: '80100003',
			msg: 'Illegal payload, badge addNum value ranges from 1 to 99',
			status: 400,
		});
		const run = await push(sandbox, customers(1));
		expect(run.told).toMatchObject([{ outcome: 'failed', verdict: 'fixMessage', output: 1 }]);
		expect(run.told[0]?.advice).toContain('badge addNum value ranges from 1 to 99');
	});
});
