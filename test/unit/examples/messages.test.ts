/** The catalogue of bodies: each may be sent as it stands, no message type lacks one, and nothing in it is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { RESOURCES } from '../../../nodes/HuaweiPush/actions';
import type { SendOperation } from '../../../nodes/HuaweiPush/actions/operation';
import { CUSTOM_PUSH_TYPE, MESSAGE_TYPES } from '../../../push-kit/catalog/messageTypes';
import { LIVE_VIEW_OPERATIONS } from '../../../push-kit/message/liveView/operations';
import { findRules } from '../../../push-kit/message/messages';
import { Fields } from '../../../sandbox/rules/fields';
import { readImageUrl } from '../../../sandbox/rules/imageVerify';
import { findMessageRule } from '../../../sandbox/rules/messageRules';
import { readPushOptions } from '../../../sandbox/rules/pushOptions';
import { readRevocation } from '../../../sandbox/rules/revoke';
import { MAX_TOKENS, readTarget } from '../../../sandbox/rules/tokens';
import { EXAMPLE_MESSAGES, SENT_MESSAGES } from '../../builders/exampleMessages';

const ROOT = join(__dirname, '../../..');

/** Throws a Refusal for what the sandbox would refuse; returns the message type that it sees. */
function passSandbox(pushType: number, payload: object, pushOptions?: object): string | undefined {
	readPushOptions(pushOptions);
	const rule = findMessageRule(pushType, payload);
	rule?.check(Fields.of(payload, 'payload'));
	return rule?.messageType;
}

describe.each(SENT_MESSAGES)('%s', (_file, { messageType, pushType, body }) => {
	it('has the push type of its message type', () => {
		expect(MESSAGE_TYPES).toContainEqual(expect.objectContaining({ messageType, pushType }));
	});

	it('gives the client nothing to say', () => {
		expect(findRules(messageType).inspect(body)).toEqual({ faults: [], hints: [] });
	});

	it('is taken by the sandbox, by rules of its own', () => {
		const { payload, pushOptions, target } = body;
		expect(passSandbox(pushType, payload, pushOptions)).toBe(messageType);
		const most = findMessageRule(pushType, payload)?.maxTokens ?? MAX_TOKENS;
		expect(readTarget(target, most, pushOptions?.testMessage === true)).toEqual(target.token);
	});
});

describe('the requests to other URLs', () => {
	const find = (name: string) => new Map(EXAMPLE_MESSAGES).get(name);

	it('are legal, too', () => {
		const revoke = find('revoke.json');
		expect(readRevocation(revoke?.body, revoke?.pushType)).toMatchObject({ notifyId: 4711 });
		const check = find('image-verify.json');
		expect(readImageUrl(check?.body, check?.pushType)).toMatch(/^https:/);
		expect(EXAMPLE_MESSAGES).toHaveLength(SENT_MESSAGES.length + 2);
	});
});

describe('the catalogue', () => {
	it('has every message type', () => {
		const types = MESSAGE_TYPES.filter(({ pushType }) => pushType !== CUSTOM_PUSH_TYPE);
		const shown = new Set(SENT_MESSAGES.map(([, { messageType }]) => messageType));
		expect([...shown].sort()).toEqual(types.map(({ messageType }) => messageType).sort());
	});

	it('has every operation of live views', () => {
		const operations = SENT_MESSAGES.map(
			([, { body }]) => 'operation' in body.payload && body.payload.operation,
		);
		expect(operations).toEqual(expect.arrayContaining(Object.values(LIVE_VIEW_OPERATIONS)));
	});

	it('has no file that only its own test reads', () => {
		const sources = ['nodes', 'sandbox', 'test/builders']
			.flatMap((folder) =>
				readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }),
			)
			.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
			.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
			.join('\n');
		const left = EXAMPLE_MESSAGES.filter(
			([file]) => !sources.includes(`/examples/messages/${file}'`),
		);
		expect(left.map(([file]) => file)).toEqual([]);
	});
});

describe('what the JSON editor shows at first', () => {
	const operations = RESOURCES.flatMap(({ option, operations: all }) =>
		all
			.filter((one): one is SendOperation => one.kind === 'send')
			.map((one) => [`${option.name}: ${one.name}`, one] as const),
	);

	it.each(operations)(
		'%s may be sent as it is',
		(_name, { messageType, example, pushTypeField }) => {
			const type = pushTypeField === undefined ? messageType : 'notification';
			expect(findRules(type).inspect({ payload: example }).faults).toEqual([]);
			const pushType = MESSAGE_TYPES.find((one) => one.messageType === type)?.pushType ?? NaN;
			expect(passSandbox(pushType, example)).toBe(type);
		},
	);
});
