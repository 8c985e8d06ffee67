/** The campaign that is sent again and again: to the same customers, each time with other words. */
import { randomUUID } from 'node:crypto';

import type { SavedCredential, Workflow } from '../../scripts/n8n/workflow';
import { chain, makeNode, makePush, makeStart } from '../workflows';

const COUNT = 200;
/** One customer in so many has a dead token. */
const REFUSED_EVERY = 20;

/** Push tokens. */
export const CUSTOMERS: readonly string[] = Array.from(
	{ length: COUNT },
	(_, index) => `SOAK${String(index).padStart(6, '0')}IQAAAACy0kYwAADWsJ2vVqAqzYqQmHqUqKZCbPzZzKxZ`,
);

/** Those that Push Kit refuses. */
export const REFUSED: readonly string[] = CUSTOMERS.filter(
	(_, index) => index % REFUSED_EVERY === 0,
);

/** Takes `{ customers: [{ pushToken, campaign }] }` at `/webhook/<name>`; Batch Tag is the campaign. */
export function makeCampaign(account: SavedCredential): Workflow {
	const name = `campaign-${randomUUID().slice(0, 8)}`;
	const customers = makeNode('Customers', 'n8n-nodes-base.splitOut', 1, {
		fieldToSplitOut: 'body.customers',
		options: {},
	});
	const push = makePush(account, { recipients: 'inputField', tokenField: 'pushToken' });
	push.parameters.title = '=News {{ $json.campaign }}';
	push.parameters.options = { biTag: '={{ $json.campaign }}' };
	return chain(name, [makeStart(name), customers, push]);
}
