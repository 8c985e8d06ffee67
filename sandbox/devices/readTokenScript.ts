import { MAX_TIMER, readFault } from '../delivery/faults';
import type { Fields } from '../rules/fields';
import { expandFate, FATES, findFate } from './fates';
import { SCOPE_MARKS, type ReceiptScope, type ScopeMark, type TokenScript } from './tokenScript';

/** Leaves room for the delay that all receipts have, an hour at most. */
const MAX_RECEIPT_DELAY = MAX_TIMER - 3_600_000;

/** What a fate is short for: given beside one, the two would have to be reconciled. */
const OUTCOME_MEMBERS = ['receipt', 'only', 'offline'];
const MEMBERS = ['fate', 'reason', ...OUTCOME_MEMBERS, 'receiptDelay', 'appPackageName'];
const FAULT_MEMBERS = [
	'fault',
	'retryAfter',
	'delay',
	'code',
	'msg',
	'status',
	'endpoint',
	'times',
];

/** The highest push-type there is. */
const MAX_PUSH_TYPE = 99;

const isMark = (word: string): word is ScopeMark => Object.hasOwn(SCOPE_MARKS, word);

function readScope(fields: Fields): ReceiptScope | undefined {
	const only = fields.optionalObject('only');
	if (!only) return undefined;
	if (!fields.has('receipt')) fields.refuse('only', 'says which messages "receipt" is about');
	for (const name of Object.keys(only.members)) {
		if (name !== 'pushTypes' && name !== 'with') only.refuse(name, 'is unknown');
	}
	const pushTypes = only.list('pushTypes')?.map((one, index) => {
		const known = typeof one === 'number' && Number.isInteger(one);
		if (known && one >= 0 && one <= MAX_PUSH_TYPE) return one;
		return only.refuse(`pushTypes[${index}]`, 'must be a push-type');
	});
	const mark = only.text('with');
	if (mark !== undefined && !isMark(mark)) {
		return only.refuse('with', `must be ${Object.keys(SCOPE_MARKS).join(' or ')}`);
	}
	return { pushTypes, with: mark };
}

function readOffline(fields: Fields): true | undefined {
	if (!fields.flag('offline')) return undefined;
	if (fields.has('receipt')) fields.refuse('offline', 'leaves no message to have a "receipt"');
	return true;
}

/**
 * Reads `fate`, and `reason` where the fate needs one.
 *
 * @throws Refusal when there is no such fate or the reason is missing
 */
export function readFate(fields: Fields): TokenScript {
	const fate = findFate(fields.requiredText('fate'));
	if (!fate) {
		return fields.refuse('fate', `must be ${FATES.map((one) => one.fate).join(', ')}`);
	}
	return expandFate(fate.fate, fate.needsReason && fields.requiredText('reason'));
}

function readOutcome(fields: Fields): TokenScript {
	if (fields.has('fate')) {
		for (const name of OUTCOME_MEMBERS) {
			if (fields.has(name)) fields.refuse(name, 'is what the fate decides');
		}
		const script = readFate(fields);
		if (fields.has('reason') && script.reason === undefined) {
			fields.refuse('reason', 'is for the fate "refused"');
		}
		return script;
	}
	return {
		reason: fields.text('reason', { notEmpty: true }),
		receipt: fields.get('receipt') === 'none' ? 'none' : fields.integer('receipt'),
		only: readScope(fields),
		offline: readOffline(fields),
	};
}

/**
 * Reads the body of `PUT /sandbox/tokens/:token`: a fate by its name or what it is short for, and
 * what can stand beside either.
 *
 * @throws Refusal when a member is unknown or has a wrong value
 */
export function readTokenScript(fields: Fields): TokenScript {
	for (const name of Object.keys(fields.members)) {
		if (![...MEMBERS, ...FAULT_MEMBERS].includes(name)) fields.refuse(name, 'is unknown');
	}
	return {
		...readOutcome(fields),
		receiptDelay: fields.integer('receiptDelay', { min: 0, max: MAX_RECEIPT_DELAY }),
		appPackageName: fields.text('appPackageName', { notEmpty: true }),
		fault: fields.has('fault') ? readFault(fields, Infinity) : undefined,
	};
}
