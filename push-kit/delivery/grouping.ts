/** Equal messages travel together: who gets which message, and whose outcome is whose. */

/** One token and the message it shall get. */
export interface Recipient<M> {
	token: string;
	/** Recipients whose messages have the same key are sent in the same requests. */
	key: string;
	message: M;
}

/** A message, its tokens without repetition, and for each token the recipients that named it. */
export interface MessageGroup<M, R = unknown> {
	message: M;
	tokens: string[];
	/** Parallel to `tokens`. */
	recipients: R[][];
}

/**
 * Groups recipients by message, both in order of first appearance. A token that occurs twice in a
 * message is sent once; both recipients get its outcome.
 */
export function groupByMessage<R extends Recipient<unknown>>(
	recipients: readonly R[],
): Array<MessageGroup<R['message'], R>> {
	type Group = MessageGroup<R['message'], R>;
	const groups = new Map<string, { group: Group; indexes: Map<string, number> }>();
	for (const recipient of recipients) {
		const { key, message, token } = recipient;
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
			group.recipients.push([recipient]);
		} else {
			group.recipients[index]?.push(recipient);
		}
	}
	return [...groups.values()].map(({ group }) => group);
}
