import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../../../sandbox/server';
import type { FaultName } from '../../../../sandbox/delivery/faultKinds';
import { runNode, type EngineOptions, type EngineRun } from '../../../builders/engine';

export const MESSAGE = {
	category: 'MARKETING',
	title: 'Weekend offers',
	body: 'Three new deals near you',
};

/** One token to a message, hence to a request. */
export const PERSONAL = { ...MESSAGE, body: '=Hello {{ $json.name }}' };

/** What one token came out as. */
export interface Told {
	pushToken: string;
	outcome: string;
	reason?: string;
	verdict?: string;
	advice?: string;
	code?: string;
	output: number;
	item: number;
}

export interface PushRun extends EngineRun {
	told: Told[];
}

export function customers(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		pushToken: `customer-token-${String(index).padStart(4, '0')}`,
		name: `Customer ${index}`,
	}));
}

export function credentialsOf(sandbox: Sandbox): EngineOptions['credentials'] {
	return {
		keyFormat: 'json',
		serviceAccountKey: JSON.stringify(sandbox.keyFile),
		clientId: sandbox.clientId,
		baseUrl: sandbox.url,
	};
}

export async function push(
	sandbox: Sandbox,
	items: IDataObject[],
	options: Partial<EngineOptions> = {},
): Promise<PushRun> {
	const run = await runNode({
		parameters: MESSAGE,
		items,
		credentials: credentialsOf(sandbox),
		...options,
	});
	return { ...run, told: run.outputs.flatMap(readOutput) };
}

function readOutput(items: EngineRun['outputs'][number], output: number): Told[] {
	return items.map(({ json, pairedItem }) => {
		const details = typeof json.details === 'object' && json.details !== null ? json.details : json;
		const fields = new Map<string, unknown>(Object.entries(details));
		const text = (name: string) => {
			const value = fields.get(name);
			return value === undefined ? undefined : String(value);
		};
		return {
			pushToken: text('pushToken') ?? '',
			outcome: text('outcome') ?? '',
			reason: text('reason'),
			verdict: text('verdict'),
			advice: text('advice') ?? (json.message === undefined ? undefined : String(json.message)),
			code: text('code'),
			output,
			item: typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1,
		};
	});
}

/** Makes the next requests meet a fault. */
export function strike(
	sandbox: Sandbox,
	fault: FaultName,
	more: {
		times?: number;
		retryAfter?: string;
		delay?: number;
		code?: string;
		msg?: string;
		status?: number;
	} = {},
): void {
	sandbox.state.faults.add({ fault, times: 1, ...more });
}

/** Every fault from now on. */
export const ALWAYS = { times: Number.POSITIVE_INFINITY };

/**
 * The books: every token came out exactly once, as what the sandbox knows to be true, and none was sent a
 * message twice.
 */
export function expectConserved(sandbox: Sandbox, items: IDataObject[], { told }: PushRun): void {
	expect(told.map(({ pushToken }) => pushToken).sort()).toEqual(
		items.map(({ pushToken }) => String(pushToken ?? '')).sort(),
	);
	for (const { pushToken, item } of told) {
		expect(items[item]?.pushToken ?? '').toBe(pushToken);
	}
	expect(sandbox.acceptances.findRepeated()).toEqual([]);
	const copies = new Map<string, number>();
	for (const { tokens } of sandbox.acceptances.list()) {
		for (const [token, number] of tokens) copies.set(token, (copies.get(token) ?? 0) + number);
	}
	const wrong = told.filter(({ pushToken, outcome }) => {
		const received = copies.get(pushToken) ?? 0;
		return outcome === 'accepted' ? received !== 1 : outcome !== 'unknown' && received !== 0;
	});
	expect(wrong).toEqual([]);
}

export function count(run: PushRun, outcome: string): number {
	return run.told.filter((one) => one.outcome === outcome).length;
}

/** All that a person may read of a run besides its items: errors, hints, advice. */
export function wordsOf({ error, hints, told }: PushRun): string {
	return JSON.stringify([error, hints, told.map(({ advice }) => advice)]);
}

/** No key, no JWT, no whole push token in anything that is shown or logged. */
export function expectNoSecrets(sandbox: Sandbox, items: IDataObject[], text: string): void {
	expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+/);
	expect(text).not.toContain('PRIVATE KEY');
	expect(text).not.toContain(sandbox.keyFile.private_key.slice(40, 80));
	for (const { pushToken } of items) {
		if (typeof pushToken === 'string' && pushToken !== '') expect(text).not.toContain(pushToken);
	}
}
