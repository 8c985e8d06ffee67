import type { Rule } from '../../../push-kit/message/rule';
import type { ItemForm } from './itemForm';

/**
 * Text that Huawei hands to the app as it is. It must be there, and an expression with a slip in it gives
 * nothing: so nothing is a fault, and no empty text.
 */
export function readExtraData(form: ItemForm, rule: Rule): unknown {
	const data = form.member(rule, 'extraData');
	if (data === undefined && form.faults.every(({ path }) => path !== 'extraData')) {
		form.refuse('extraData', 'Extra Data', 'is empty. Enter what the app shall receive.');
	}
	return data;
}
