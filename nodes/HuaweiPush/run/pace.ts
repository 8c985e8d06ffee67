/** How fast a project is sent for: found out by its runs, and shared by all of this process. */

import type { Connection } from '../../../push-kit/account/connection';
import { ProjectPaces, type ProjectPace } from '../../../push-kit/delivery/projectPace';
import { MOST_PLACES } from '../../../push-kit/delivery/throttle';

/**
 * n8n makes a connection for each request, and with https that is all a processor core can do: more at a time
 * gain nothing and keep n8n from answering others.
 */
const MOST_PLACES_HTTPS = MOST_PLACES / 2;

const PROJECT_PACES = new ProjectPaces(() => Date.now());

export function paceOf({ baseUrl, account }: Connection): ProjectPace {
	const most = baseUrl.startsWith('https:') ? MOST_PLACES_HTTPS : MOST_PLACES;
	return PROJECT_PACES.of(JSON.stringify([baseUrl, account.projectId]), most);
}
