import type { ICredentialTestRequest } from 'n8n-workflow';

import { HTTP_STATUSES } from '../push-kit/catalog/httpStatuses';
import { findResponseCode } from '../push-kit/catalog/responseCodes';

/**
 * Codes that mean the credential cannot send. Every other code of Huawei's says that Huawei knew who
 * asked and refused the made-up token, which is what a good credential gets.
 */
const FAILING_CODES = [
	'80000001',
	'80200001',
	'80200003',
	'80200005',
	'80300002',
	'80300036',
	'80300037',
	'81000001',
];

/** What the same code means here and not for an ordinary send. */
const WORDS: Readonly<Record<string, string>> = {
	'80200001':
		'Huawei refused the key (80200001): the key was deleted, the file belongs to another project, or this address is not the V3 API. Create a new service account key in HUAWEI Developers > API Console > Credentials (服务账号密钥) for the project of your app and paste the whole file.',
	'80200005':
		'Huawei considers the login token expired (80200005): the clock of the machine that runs n8n is wrong. Set it by a time server and test again.',
	'80300002':
		'Huawei knows the key but does not let it send (80300002): either Push Kit is not enabled, or the key belongs to another project than the app. Check AppGallery Connect > your project > Grow > Push Kit (推送服务) > Enable now (立即开通), and compare Project ID.',
};

const CODE_RULES = FAILING_CODES.map((code) => {
	const row = findResponseCode(code, 'send');
	return {
		type: 'responseSuccessBody' as const,
		properties: {
			key: 'code',
			value: code,
			message: WORDS[code] ?? `${row?.meaning ?? ''} (${code}) ${row?.remedy ?? ''}`,
		},
	};
});

/** A proxy or an overloaded service answers with these: never a sign that the credential is good. */
export const FAILING_STATUSES = [500, 502, 503, 504];

const STATUS_RULES = FAILING_STATUSES.map((value) => ({
	type: 'responseCode' as const,
	properties: {
		value,
		message: `Push Kit answered with HTTP ${value}, so the credential could not be checked. ${HTTP_STATUSES.find(({ status }) => status === value)?.meaning ?? ''} Test again in a few minutes.`,
	},
}));

/** Last: it holds for every body that is not one of Push Kit's, such as an HTML page or none at all. */
const NOT_HUAWEI = {
	type: 'responseSuccessBody' as const,
	properties: {
		key: 'code',
		value: undefined,
		message:
			"The answer did not come from Push Kit: it holds no code of Huawei. Check API Base URL; Huawei's is https://push-api.cloud.huawei.com. A proxy or firewall may have answered in its place.",
	},
};

/**
 * One sentence for each kind of failure. n8n's type allows rules of one kind only, its code reads each
 * rule by its own `type`: hence the assertion.
 */
export const CONNECTION_TEST_RULES = [
	...STATUS_RULES,
	...CODE_RULES,
	NOT_HUAWEI,
] as ICredentialTestRequest['rules'];
