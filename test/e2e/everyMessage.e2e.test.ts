/** One message of every kind goes out of a real n8n and arrives, as documented, at the sandbox. */
import axios from 'axios';
import { RESOURCES } from '../../nodes/HuaweiPush/actions';
import type { Execution } from '../../scripts/n8n/execution';
import { SEND_EXAMPLES } from '../builders/bodies';
import { everyMessageWorkflow, NODES, runToEnd } from './setup/everyMessage';
import { readSharedStack, ownerClient } from './setup/sharedStack';

interface Arrived {
	pushType: number;
	messageType: string;
	body: { payload: object; pushOptions?: object };
	answer: { body: { code: string } };
}

const stack = readSharedStack();
const client = ownerClient(stack);
let execution: Execution;
let arrived: Arrived[];

beforeAll(async () => {
	await axios.delete(`${stack.sandboxUrl}/sandbox`);
	execution = await runToEnd(client, everyMessageWorkflow(stack));
	const { data } = await axios.get<{ messages: Arrived[] }>(
		`${stack.sandboxUrl}/sandbox/messages?limit=100`,
	);
	arrived = data.messages;
}, 120_000);

test('covers every operation that the node has', () => {
	const covered = new Set(
		Object.values(NODES).map(({ resource, operation }) => `${String(resource)}.${String(operation)}`),
	);
	const all = RESOURCES.flatMap(({ option, operations }) =>
		operations.map(({ value }) => `${option.value}.${value}`),
	);
	expect([...covered].sort()).toEqual(all.sort());
});

test('the run succeeds', () => {
	expect(execution.error).toBeUndefined();
	expect(execution.status).toBe('success');
});

test.each(Object.keys(NODES))('%s is accepted', (name) => {
	const problems = execution.listItems(name, 1).map(({ json }) => json);
	expect(problems).toEqual([]);
	expect(execution.listItems(name, 0)).toHaveLength(1);
	expect(execution.listItems(name, 0)[0]?.json.outcome).toBe('accepted');
});

test.each(Object.entries(SEND_EXAMPLES))('%s arrives as documented', (_, { pushType, body }) => {
	const same = arrived.filter(
		(message) =>
			message.pushType === pushType &&
			JSON.stringify(sorted(message.body.payload)) === JSON.stringify(sorted(body.payload)),
	);
	expect(same.length).toBeGreaterThan(0);
	expect(same[0]?.answer.body.code).toBe('80000000');
});

/** Members in alphabetical order, so that equal payloads are equal texts. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const members = Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
	return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
