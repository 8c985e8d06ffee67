import {
	brokenRequest,
	sendSafely,
	type PushRequest,
} from '../../../../push-kit/delivery/transport';

const REQUEST: PushRequest = {
	endpoint: 'send',
	url: 'https://push.example/send',
	pushType: 0,
	body: {},
	tokens: ['token'],
};

it('a transport that throws becomes a result: the request may have gone out', async () => {
	const result = await sendSafely(
		async () => await Promise.reject(new RangeError('secret')),
		REQUEST,
		false,
	);
	expect(result).toMatchObject({ kind: 'failure', sent: true, reason: 'brokenRequest' });
	expect(JSON.stringify(result)).toContain('RangeError');
	expect(JSON.stringify(result)).not.toContain('secret');
});

it('hands on request and renewal, and what comes back', async () => {
	const asked: unknown[] = [];
	const answer = { kind: 'answer', status: 200, body: {} } as const;
	const result = await sendSafely(
		async (...given) => {
			asked.push(given);
			return await Promise.resolve(answer);
		},
		REQUEST,
		true,
	);
	expect([asked, result]).toEqual([[[REQUEST, true]], answer]);
});

it('what is no error breaks it too', () => {
	expect(brokenRequest(false, 'a word')).toMatchObject({ sent: false });
	expect(brokenRequest(false, 'a word').description).toContain('(Error)');
});
