/** Reads members of a body that may hold anything: wrong types read as absent. */
export type JsonObject = Record<string, unknown>;

export function toObject(value: unknown): JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function readObject(parent: JsonObject, name: string): JsonObject | undefined {
	const value = parent[name];
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? { ...value }
		: undefined;
}

export function readText(parent: JsonObject | undefined, name: string): string {
	const value = parent?.[name];
	if (typeof value === 'string') return value;
	return typeof value === 'number' ? String(value) : '';
}

export function readNumber(parent: JsonObject | undefined, name: string): number | undefined {
	const value = parent?.[name];
	return typeof value === 'number' ? value : undefined;
}

export function readTexts(parent: JsonObject, name: string): string[] {
	const value = parent[name];
	return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function readObjects(parent: JsonObject | undefined, name: string): JsonObject[] {
	const value = parent?.[name];
	return Array.isArray(value) ? value.map(toObject) : [];
}
