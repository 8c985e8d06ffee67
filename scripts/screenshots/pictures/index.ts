/** The pictures of `docs/images/`, in the order in which they are taken. */
import type { Picture } from '../stage';
import { campaign, problem } from './campaign';
import { credential, credentialProblem } from './credential';
import { failure } from './failure';
import { firstPush } from './firstPush';
import { inbox } from './inbox';

export const PICTURES: readonly Picture[] = [
	credential,
	credentialProblem,
	firstPush,
	campaign,
	problem,
	failure,
	inbox,
];
