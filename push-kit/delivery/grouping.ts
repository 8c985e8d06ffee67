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

type GroupOf<R extends Recipient<unknown>> = MessageGroup<R['message'], R>;

/**
 * Groups recipients by message, both in order of first appearance. A token that occurs twice in a
 * message is sent once; both recipients get its outcome.
 */
export class Grouping<R extends Recipient<unknown>> {
	private readonly known = new Map<string, { group: GroupOf<R>; indexes: Map<string, number> }>();

	get groups(): Array<GroupOf<R>> {
		return [...this.known.values()].map(({ group }) => group);
	}

	add(recipient: R): void {
		const { key, message, token } = recipient;
		let known = this.known.get(key);
		if (known === undefined) {
			known = { group: { message, tokens: [], recipients: [] }, indexes: new Map() };
			this.known.set(key, known);
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
}
