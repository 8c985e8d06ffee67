/** Addresses of Push Kit's REST API (`push-scenariozed-api-request-struct`, `push-msg-revoke`, `push-image-control`). */

import type { Connection } from '../account/connection';

/** Sending any message, by project. */
export function sendUrl({ baseUrl, account }: Connection): string {
	return `${baseUrl}/v3/${encodeURIComponent(account.projectId)}/messages:send`;
}

/** Revoking, by the app's Client ID. */
export function revokeUrl({ baseUrl }: Connection, clientId: string): string {
	return `${baseUrl}/v1/${encodeURIComponent(clientId)}/messages:revoke`;
}

/** Image check, by project: of the two documented addresses the one that surely takes the JWT. */
export function verifyUrl({ baseUrl, account }: Connection): string {
	return `${baseUrl}/v2/${encodeURIComponent(account.projectId)}/images:verify`;
}
