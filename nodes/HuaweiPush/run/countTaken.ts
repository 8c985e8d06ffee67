import { isTaken } from '../../../push-kit/delivery/answer';
import { readAnswer } from '../../../push-kit/delivery/pushAnswer';
import type { Transport } from '../../../push-kit/delivery/transport';

/** Counts the requests that Huawei took: those use up the quota of test messages, refused ones do not. */
export function countTaken(transport: Transport): {
	transport: Transport;
	requests: () => number;
} {
	let requests = 0;
	return {
		transport: async (request, renew) => {
			const result = await transport(request, renew);
			const answer = result.kind === 'answer' ? readAnswer(result.body) : undefined;
			if (answer !== undefined && isTaken(answer)) requests += 1;
			return result;
		},
		requests: () => requests,
	};
}
