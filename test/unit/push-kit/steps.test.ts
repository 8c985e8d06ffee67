import { finish, type Steps } from '../../../push-kit/steps';

function* count(to: number): Steps<number> {
	for (let number = 0; number < to; number++) yield;
	return to;
}

it.each([0, 1, 3])('does work of %d stops in one piece', (stops) => {
	expect(finish(count(stops))).toBe(stops);
});
