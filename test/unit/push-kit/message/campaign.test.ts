import fc from 'fast-check';

import * as limits from '../../../../push-kit/catalog/limits';
import {
	appMessageIdOf,
	campaignIdFrom,
	campaignIdProblem,
	notifyIdOf,
	safeUntil,
} from '../../../../push-kit/message/campaign';
import { withIdentity, type IdentitySource } from '../../../../push-kit/message/identity';
import { AutomaticVersions } from '../../../../push-kit/message/version';

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 });

describe('the IDs of a campaign', () => {
	it('are what every version of this package makes: a worker of yesterday may have sent the first half', () => {
		expect(appMessageIdOf('spring')).toBe('7b8277fd0ec9e92311501e5483a82018');
		expect(notifyIdOf('spring', undefined)).toBe(1947599473);
	});

	it('are what Huawei takes, whatever the ID is', () => {
		const pattern = new RegExp(limits.APP_MESSAGE_ID_PATTERN, 'u');
		fc.assert(
			fc.property(anyText, (id) => {
				expect(appMessageIdOf(id)).toMatch(pattern);
				expect(notifyIdOf(id, undefined)).toBeGreaterThanOrEqual(0);
				expect(notifyIdOf(id, undefined)).toBeLessThanOrEqual(limits.NOTIFY_ID_MAXIMUM);
			}),
		);
	});

	it('go together: where the phone sees one App Message ID again, the notify ID is the same', () => {
		const source = fc.record({
			runId: anyText,
			nodeId: anyText,
			versions: fc.constant(new AutomaticVersions(() => 0)),
			isTried: fc.boolean(),
		});
		const notification = fc.record(
			{ title: anyText, body: anyText, appMessageId: fc.constantFrom('a', 'b') },
			{ requiredKeys: ['title', 'body'] },
		);
		const one = fc.record({
			notification,
			source,
			tokens: fc.array(anyText),
			campaignId: fc.constantFrom('spring', 'summer'),
			pushOptions: fc.record({ biTag: anyText }),
		});
		type One = typeof one extends fc.Arbitrary<infer T> ? T : never;
		const send = (message: One) => identified(message);
		fc.assert(
			fc.property(one, one, (first, second) => {
				const [a, b] = [send(first), send(second)];
				const isSame = a.appMessageId === b.appMessageId && first.campaignId === second.campaignId;
				expect(a.notifyId === b.notifyId).toBe(isSame);
			}),
		);
	});
});

function identified(message: {
	notification: object;
	source: IdentitySource;
	tokens: string[];
	campaignId: string;
	pushOptions: object;
}): { notifyId: number; appMessageId: string } {
	const { notification, source, tokens, campaignId, pushOptions } = message;
	const wanted = { notifyId: true, campaignId } as const;
	const given = withIdentity({ notification }, wanted, tokens, source, pushOptions);
	return (given as { notification: { notifyId: number; appMessageId: string } }).notification;
}

describe('an ID as entered', () => {
	it.each([' spring ', 'spring\n', '\ufeffspring\u00a0'])('%j is spring', (entered) => {
		expect(campaignIdFrom(entered)).toBe('spring');
	});

	it.each([undefined, null, '', ' \n', 7, {}])('%j gives nothing', (entered) => {
		expect(campaignIdProblem(entered)).toMatch(/^is filled in, but gives nothing/);
	});

	it('has 100 characters at most, blanks around it not counted', () => {
		expect(campaignIdProblem(` ${'x'.repeat(100)} `)).toBeUndefined();
		expect(campaignIdProblem('x'.repeat(101))).toMatch(/^has more than 100 characters/);
	});
});

it('holds for a day from the first request', () => {
	expect(new Date(safeUntil(Date.UTC(2026, 2, 28, 12))).toISOString()).toBe(
		'2026-03-29T12:00:00.000Z',
	);
});
