import { OUTGOING_RULES, type OutgoingMessage } from '../../../../push-kit/delivery/outgoing';

function outgoing(changes: Partial<OutgoingMessage> & { text?: string } = {}): OutgoingMessage {
	const { text = 'Hi', ...rest } = changes;
	return {
		endpoint: 'send',
		url: 'https://push.example',
		pushType: 0,
		body: (token) => ({ text, target: { token } }),
		maximumTokens: 1000,
		repeatable: false,
		report: { messageType: 'notification' },
		faults: [],
		hints: [],
		...rest,
	};
}

describe('OUTGOING_RULES', () => {
	it('puts a message and some of its tokens into a request', () => {
		expect(OUTGOING_RULES.toRequest(outgoing(), ['a', 'b'])).toEqual({
			endpoint: 'send',
			url: 'https://push.example',
			pushType: 0,
			body: { text: 'Hi', target: { token: ['a', 'b'] } },
			tokens: ['a', 'b'],
		});
	});

	it('tells of a message what the engine asks', () => {
		const message = outgoing({
			url: 'https://push.example/x',
			maximumTokens: 10,
			repeatable: true,
		});
		expect([
			OUTGOING_RULES.url(message),
			OUTGOING_RULES.maximumTokens(message),
			OUTGOING_RULES.repeatable(message),
		]).toEqual(['https://push.example/x', 10, true]);
	});
});
