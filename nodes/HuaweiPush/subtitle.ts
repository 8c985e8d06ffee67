import type { Resource } from './actions/operation';

/**
 * What stands below the node's name on the canvas: the chosen operation in the words of the node creator, for
 * example "Send notification". An expression, because n8n computes it anew from the parameters.
 */
export function subtitleOf(resources: readonly Resource[]): string {
	const words = resources.flatMap(({ option, operations }) =>
		operations.map(({ value, action }) => [`${option.value} ${value}`, action]),
	);
	const chosen = '$parameter["resource"] + " " + $parameter["operation"]';
	return `={{ (${JSON.stringify(Object.fromEntries(words))})[${chosen}] }}`;
}
