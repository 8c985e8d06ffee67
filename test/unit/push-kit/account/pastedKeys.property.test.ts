/** Laws: whatever a valid account was wrapped in on its way to the form, it reads back unchanged. */
import fc from 'fast-check';

import {
	createServiceAccount,
	parseServiceAccountKey,
	type ServiceAccount,
} from '../../../../push-kit/account/serviceAccount';
import {
	AROUND_FILES,
	AROUND_IDS,
	AROUND_KEYS,
	IN_KEYS,
	labelWrappings,
	type Wrapping,
} from '../../../builders/pastedKeys';
import { makeKeyPair } from '../../../builders/serviceAccounts';

const RUNS = 1_000;

/** Two keys, so that one cannot stand in for the other. */
const KEYS = [makeKeyPair('shortRsa').privateKey, makeKeyPair('shortRsa').privateKey] as const;

const digits = (minLength: number, maxLength: number) =>
	fc.stringMatching(new RegExp(`^[1-9][0-9]{${minLength - 1},${maxLength - 1}}$`));

/** The key by its place, so that a failing example shows none. */
type Plan = Omit<ServiceAccount, 'privateKey'> & { key: 0 | 1 };

const plans: fc.Arbitrary<Plan> = fc.record({
	projectId: digits(6, 19),
	keyId: fc.oneof(
		fc.stringMatching(/^[0-9a-f]{12,32}$/),
		fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{4,30}[A-Za-z0-9]$/),
	),
	subAccount: digits(6, 12),
	key: fc.constantFrom(0, 1),
});

const toAccount = ({ key, ...ids }: Plan): ServiceAccount => ({ ...ids, privateKey: KEYS[key] });

interface Applied {
	names: string[];
	wrap: (text: string) => string;
}

/** Up to `most` wrappings in any order, with their choices. */
function wrappings(table: Readonly<Record<string, Wrapping>>, most: number): fc.Arbitrary<Applied> {
	const step = fc.tuple(fc.constantFrom(...Object.keys(table)), fc.nat());
	return fc.array(step, { maxLength: most }).map((steps) => ({
		names: steps.map(([name]) => name),
		wrap: (text) =>
			steps.reduce(
				(wrapped, [name, seed]) => table[name]?.(wrapped, (limit) => seed % limit) ?? wrapped,
				text,
			),
		[fc.toStringMethod]: () => JSON.stringify(steps),
	}));
}

const idWrappings = (member: string, label: string) =>
	wrappings({ ...AROUND_IDS, ...labelWrappings(member, label) }, 3);

const wrappedIds = fc.record({
	projectId: idWrappings('project_id', 'Project ID'),
	keyId: idWrappings('key_id', 'Key ID'),
	subAccount: idWrappings('sub_account', 'Sub-Account'),
});

/** As Huawei's file, compact or in lines. */
function toFile(account: ServiceAccount, indent: number): string {
	const file = {
		project_id: account.projectId,
		key_id: account.keyId,
		private_key: account.privateKey,
		sub_account: account.subAccount,
		auth_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/authorize',
		token_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
	};
	return JSON.stringify(file, null, indent);
}

it('holds for the whole file, and for each ID in it', () => {
	fc.assert(
		fc.property(
			plans,
			wrappedIds,
			wrappings(AROUND_FILES, 4),
			fc.constantFrom(0, 2),
			(plan, ids, around, indent) => {
				const account = toAccount(plan);
				const pasted = around.wrap(
					toFile(
						{
							...account,
							projectId: ids.projectId.wrap(account.projectId),
							keyId: ids.keyId.wrap(account.keyId),
							subAccount: ids.subAccount.wrap(account.subAccount),
						},
						indent,
					),
				);
				fc.pre(pasted.length < 32_000);
				expect(parseServiceAccountKey(pasted)).toEqual(account);
			},
		),
		{ numRuns: RUNS },
	);
});

it('holds for separate fields', () => {
	fc.assert(
		fc.property(
			plans,
			wrappedIds,
			wrappings(IN_KEYS, 1),
			wrappings(AROUND_KEYS, 4),
			(plan, ids, inside, around) => {
				const account = toAccount(plan);
				const privateKey = around.wrap(inside.wrap(account.privateKey));
				fc.pre(privateKey.length < 32_000);
				expect(
					createServiceAccount({
						projectId: ids.projectId.wrap(account.projectId),
						keyId: ids.keyId.wrap(account.keyId),
						subAccount: ids.subAccount.wrap(account.subAccount),
						privateKey,
					}),
				).toEqual(account);
			},
		),
		{ numRuns: RUNS },
	);
});

it('holds for a whole file pasted into the field of any one member', () => {
	fc.assert(
		fc.property(plans, wrappings(AROUND_FILES, 2), (plan, around) => {
			const account = toAccount(plan);
			const pasted = around.wrap(toFile(account, 2));
			fc.pre(pasted.length < 32_000 && !around.names.some((name) => name.startsWith('base64')));
			expect(
				createServiceAccount({
					projectId: pasted,
					keyId: pasted,
					subAccount: pasted,
					privateKey: pasted,
				}),
			).toEqual(account);
		}),
		{ numRuns: 300 },
	);
});
