import type { FirstSteps } from '../../../../sandbox/api/firstSteps';
import { CONNECTION_TEST_RECIPIENT } from '../../../../sandbox/rules/tokens';
import { seedSandbox } from '../../../../sandbox/seed/seed';
import { BODIES, withTokens } from '../../../builders/sandbox/bodies';
import { useReceiver } from '../../../builders/sandbox/useReceiver';

const { sandbox, client, receiver, setReceipts } = useReceiver();

const read = async () => (await client.rest<FirstSteps>('GET', 'firstSteps')).data;
const readDone = async () =>
	(await read()).steps.filter(({ done }) => done).map(({ name }) => name);
const readTrouble = async (name: string) =>
	(await read()).steps.find((step) => step.name === name)?.trouble;
const open = async (id = 0) => await client.rest('GET', `arrivals/${id}`);

describe('the first steps', () => {
	it('are done one after the other, as they happen', async () => {
		expect(await readDone()).toEqual([]);
		await client.send(withTokens(BODIES.notification, [CONNECTION_TEST_RECIPIENT]));
		expect(await readDone()).toEqual(['install', 'key']);
		await client.send(BODIES.notification);
		expect(await readDone()).toEqual(['install', 'key', 'send']);
		const { messageId } = await read();
		await open(messageId);
		expect(await readDone()).toEqual(['install', 'key', 'send', 'see']);
		await setReceipts();
		await client.send(BODIES.notification);
		await sandbox.receiptsSettled();
		expect(await readDone()).toEqual(['install', 'key', 'send', 'see', 'receive']);
		await client.rest('DELETE', '');
		expect(await readDone()).toEqual([]);
	});

	it('are not done by what the sandbox sends itself', async () => {
		await seedSandbox(sandbox);
		await open(sandbox.store.messages[0]?.id);
		expect(await readDone()).toEqual([]);
	});

	it('are not done by a look at an example, or at a message that no phone took', async () => {
		await seedSandbox(sandbox);
		await open(sandbox.store.messages[0]?.id);
		await client.send({ ...BODIES.notification, payload: {} });
		await open(sandbox.store.messages.at(-1)?.id);
		await client.send(BODIES.notification);
		expect(await readDone()).toEqual(['install', 'key', 'send']);
		await open((await read()).messageId);
		expect(await readDone()).toEqual(['install', 'key', 'send', 'see']);
	});

	it('begin anew with what arrives after the rest was forgotten', async () => {
		await client.send(BODIES.notification);
		await open((await read()).messageId);
		await client.rest('DELETE', 'arrivals');
		await client.send(BODIES.notification);
		expect(await readDone()).toEqual(['install', 'key', 'send']);
	});

	it('tell a Test URL from the one that stays', async () => {
		await setReceipts({ url: `${receiver.url.replace(/\/[^/]*$/, '')}/webhook-test/receipts` });
		await client.rest('POST', 'receipts/test', { kind: 'sample' });
		expect(await readDone()).toEqual([]);
		expect(await readTrouble('receive')).toMatch(/Test URL.*Production URL/);
		await setReceipts();
		await client.rest('POST', 'receipts/test', { kind: 'sample' });
		expect(await readDone()).toEqual(['receive']);
	});

	it('say why a message to nobody was refused', async () => {
		await client.send(withTokens(BODIES.notification, []));
		expect(await readTrouble('send')).toMatch(/^The last message was refused: 0 tokens/);
	});

	it('say what is wrong with the key', async () => {
		await client.post(`/v3/${sandbox.projectId}/messages:send`, BODIES.notification, {
			headers: { Authorization: 'Bearer nothing' },
		});
		expect(await readDone()).toEqual(['install']);
		expect(await readTrouble('key')).toMatch(/^A request came with another key: .*not a JWT/);
	});

	it('say why no phone has the message', async () => {
		await client.rest('PUT', 'devices/TOKEN_A', { fate: 'refused', reason: 'noRight' });
		await client.send(withTokens(BODIES.notification, ['TOKEN_A']));
		expect(await readTrouble('send')).toMatch(/noRight/);
		await client.send({ ...BODIES.notification, payload: {} });
		expect(await readTrouble('send')).toMatch(/^The last message was refused: /);
	});

	it.each([
		[404, /Production URL/],
		[401, /User Name and Secret/],
		[500, /answered with 500/],
	])('say what to do where the trigger answers %d', async (status, words) => {
		receiver.answers = [{ status }];
		await setReceipts({ retries: 0 });
		await client.rest('POST', 'receipts/test', { kind: 'sample' });
		expect(await readTrouble('receive')).toMatch(words);
		await client.rest('POST', 'receipts/test', { kind: 'sample' });
		expect(await readTrouble('receive')).toBeUndefined();
		expect(await readDone()).toEqual(['receive']);
	});

	it('say that nobody is there, and take the empty call of the console for no receipt', async () => {
		await setReceipts();
		await client.rest('POST', 'receipts/test', { kind: 'test' });
		expect(await readDone()).toEqual([]);
		expect(await readTrouble('receive')).toBeUndefined();
		await receiver.stop();
		await client.rest('POST', 'receipts/test', { kind: 'sample' });
		expect(await readTrouble('receive')).toMatch(/Nothing answers at this address/);
	});
});
