/** The environment variables n8n is started with. */
import { randomBytes } from 'node:crypto';
import { cleanNpmEnvironment } from './runCommand';

export interface N8nPorts {
	/** Editor, REST API and webhooks. */
	port: number;
	/** Between n8n and its task runner. */
	brokerPort: number;
}

/** What belongs to the user's own n8n, or would send loopback traffic elsewhere. */
const NOT_INHERITED =
	/^(N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_|VUE_APP_|GENERIC_|NODE_FUNCTION_|(https?|all|no)_proxy$|PORT$)/i;

/** Parts of n8n that ask servers on the internet, or that the demo has no use for. */
const SWITCHED_OFF = [
	'N8N_DIAGNOSTICS_ENABLED',
	'N8N_DYNAMIC_BANNERS_ENABLED',
	'N8N_HIRING_BANNER_ENABLED',
	'N8N_LICENSE_AUTO_RENEW_ENABLED',
	'N8N_PERSONALIZATION_ENABLED',
	'N8N_TEMPLATES_ENABLED',
	'N8N_VERIFIED_PACKAGES_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED',
];

/**
 * Runs `work` without what belongs to the user's own n8n, for n8n's engine in this process; the variables are back
 * when it has ended.
 */
export async function withoutForeignSettings<T>(
	userFolder: string,
	work: () => Promise<T>,
): Promise<T> {
	const before = Object.entries(process.env).filter(([name]) => NOT_INHERITED.test(name));
	for (const [name] of before) delete process.env[name];
	const ours = { N8N_USER_FOLDER: userFolder, N8N_ENCRYPTION_KEY: makeEncryptionKey() };
	Object.assign(process.env, ours);
	try {
		return await work();
	} finally {
		for (const name of Object.keys(ours)) delete process.env[name];
		Object.assign(process.env, Object.fromEntries(before));
	}
}

/** An n8n of its own in `userFolder`, on loopback, that calls nobody. `extra` wins. */
export function makeEnvironment(
	userFolder: string,
	{ port, brokerPort }: N8nPorts,
	extra: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
	const inherited = Object.fromEntries(
		Object.entries(cleanNpmEnvironment()).filter(([name]) => !NOT_INHERITED.test(name)),
	);
	return {
		...inherited,
		...Object.fromEntries(SWITCHED_OFF.map((name) => [name, 'false'])),
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
		N8N_DISABLED_MODULES: 'mcp-registry,mcp,instance-ai,chat-hub,agents,insights',
		N8N_ENCRYPTION_KEY: makeEncryptionKey(),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_USER_FOLDER: userFolder,
		NODE_ENV: 'production',
		WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		...extra,
	};
}

/** Of an n8n that lives for one run. */
export function makeEncryptionKey(): string {
	return randomBytes(24).toString('hex');
}
