import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Connection } from '../../../push-kit/account/connection';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { WantedIdentity } from '../../../push-kit/message/identity';
import type { PlaceholderNotation } from '../parameters/template';
import type { ItemForm } from '../form/itemForm';

/** How the node panel and the Operation list show an operation. */
export interface OperationLabels {
	value: string;
	name: string;
	/** Sentence case: listed in the node creator as an action of its own. */
	action: string;
	description: string;
}

/** What an operator described with the form. */
export interface Composition {
	payload: unknown;
	/** Given when all devices of the message are known. */
	identity?: WantedIdentity;
}

/** An operation that sends a scenario message. */
export interface SendOperation extends OperationLabels {
	kind: 'send';
	/** A row of `catalog/messageTypes.ts`. */
	messageType: string;
	/** Set where the operator chooses the `push-type` header: the name of the parameter. */
	pushTypeField?: string;
	/** What an operator fills in to describe the message. */
	fields: INodeProperties[];
	/** What the JSON editor shows at first: a payload that can be sent as it is. */
	example: object;
	/** What Huawei's devices replace in texts. */
	placeholders?: PlaceholderNotation;
	/** Turns the form into the `payload` of the request; absent where there is JSON only. */
	compose?: (form: ItemForm) => Composition;
	/** Whether some customers may get another text, see `form/variants.ts`. */
	hasVariants?: true;
}

/** An operation with a request of its own, addressed to push tokens. */
export interface TokenOperation extends OperationLabels {
	kind: 'tokens';
	fields: INodeProperties[];
	compose: (form: ItemForm, connection: Connection) => OutgoingMessage;
}

/** An operation on a picture of each item: in place of push tokens it has addresses. */
export interface ImageOperation extends OperationLabels {
	kind: 'images';
	fields: INodeProperties[];
	/** The addresses of the present item; none where the form has none, which is a fault. */
	readAddresses: (form: ItemForm) => string[];
	compose: (form: ItemForm, connection: Connection) => OutgoingMessage;
}

export type Operation = SendOperation | TokenOperation | ImageOperation;

export interface Resource {
	option: INodePropertyOptions;
	/** What the panel shows first. */
	first: string;
	operations: readonly Operation[];
}
