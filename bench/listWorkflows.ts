/** Workflows of one message to a list that is too long for items: from a file, and as it was done without one. */
import type { Workflow } from '../scripts/n8n/workflow';
import type { BenchN8n } from './bench';
import { FILLING, GONE, GONE_EVERY, TOKEN_LENGTH } from './tokenFile';
import { chain, makeCode, makeNode, makePush, makeStart } from './workflows';

type Account = Pick<BenchN8n['credentials'], 'account'>;

/** `Send` gets the tokens from a file on the disk of n8n. */
export function makeFileWorkflow(name: string, file: string, { account }: Account): Workflow {
	const read = makeNode('Read', 'n8n-nodes-base.readWriteFile', 1.1, {
		operation: 'read',
		fileSelector: file,
		options: {},
	});
	const recipients = { recipients: 'file', binaryField: 'data', fileColumn: '' };
	return chain(name, [makeStart(name), read, makePush(account, recipients)]);
}

/** `Send` gets one item with an array of `count` tokens, as they stand in the file. */
export function makeArrayWorkflow(name: string, count: number, { account }: Account): Workflow {
	const list = makeCode(
		'List',
		`
const tokens = Array.from({ length: ${count} }, (_, index) =>
	((index % ${GONE_EVERY} === 0 ? '${GONE}' : 'BENCH') + String(index).padStart(12, '0') + '${FILLING}').slice(0, ${TOKEN_LENGTH}));
return [{ json: { tokens } }];`,
	);
	const recipients = { recipients: 'inputField', tokenField: 'tokens' };
	return chain(name, [makeStart(name), list, makePush(account, recipients)]);
}
