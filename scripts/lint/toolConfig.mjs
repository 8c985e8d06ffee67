import { config } from '@n8n/node-cli/eslint';

/**
 * n8n's rules for what is no part of the published package: sandbox, scripts, tests and benchmarks run on a
 * developer's machine, so that they may start processes, read files and wait.
 *
 * The root's configuration must stay as n8n made it (strict mode): the folders' own ones are found with the
 * flag `v10_config_lookup_from_file`, which `npm run lint` sets.
 */
export const toolConfig = [
	...config,
	{
		rules: {
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/no-restricted-globals': 'off',
			'@n8n/community-nodes/no-restricted-imports': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
		},
	},
];
