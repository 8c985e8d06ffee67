/** Equal messages travel together: who gets which message, and whose outcome is whose. */

/** One token of one item and the message it shall get. */
export interface Recipient<M> {
	/** Index of the item that named the token. */
	item: number;
	token: string;
	/** Recipients whose messages have the same key are sent in the same requests. */
	key: string;
	message: M;
}

/** A message, its tokens without repetition, and for each token the recipients that named it. */
export interface MessageGroup<M> {
	message: M;
	tokens: string[];
	/** Parallel to `tokens`: positions in the list of recipients. */
	recipients: number[][];
}

/**
 * Groups recipients by message, both in order of first appearance. A token that occurs twice in a
 * message is sent once; both recipients get its outcome.
 */
export function groupByMessage<M>(recipients: ReadonlyArray<Recipient<M>>): Array<MessageGroup<M>> {
	const groups = new Map<string, { group: MessageGroup<M>; indexes: Map<string, number> }>();
	recipients.forEach(({ key, message, token }, position) => {
		let known = groups.get(key);
		if (known === undefined) {
			known = { group: { message, tokens: [], recipients: [] }, indexes: new Map() };
			groups.set(key, known);
		}
		const { group, indexes } = known;
		const index = indexes.get(token);
		if (index === undefined) {
			indexes.set(token, group.tokens.length);
			group.tokens.push(token);
			group.recipients.push([position]);
		} else {
			group.recipients[index]?.push(position);
		}
	});
	return [...groups.values()].map(({ group }) => group);
}
