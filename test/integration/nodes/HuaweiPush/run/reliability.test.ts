/** One source of faults, a campaign through each, and the page that holds what came of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { FAULTS, type FaultName } from '../../../../../sandbox/delivery/faultKinds';
import { drawReliability, type FaultRow } from '../../../../../scripts/docs/reliability';
import { retryWithoutWaiting, useSandbox } from '../../../../builders/useSandbox';
import { customers, MESSAGE, push, strike, type Told } from '../pushRun';

const PAGE = join(__dirname, '../../../../../docs/reliability.md');
/** Set by `npm run reliability`. */
const WRITES = process.env.WRITE_RELIABILITY === '1';

/** Three requests alike, so that it does not matter which of them is the first to arrive. */
const DEVICES = 3_000;
const PER_REQUEST = 1_000;
const TIMEOUT_MS = 1_000;

/** What a fault needs beside its name. */
const MEMBERS: Partial<Record<FaultName, Parameters<typeof strike>[2]>> = {
	slow: { delay: 200 },
	drip: { delay: 1 },
	code: { code: '89999999', msg: 'Something new', status: 200 },
};
/** Never answered: only the timeout ends the wait. */
const ENDLESS: readonly FaultName[] = ['timeout', 'timeoutAfter', 'switchingProtocols'];
/** Refused by a code that speaks of the tokens: a judgement, not a doubt. */
const REFUSED: readonly FaultName[] = ['plainMsg'];

const sandbox = useSandbox();
retryWithoutWaiting();

async function run(
	{ fault, name, effect }: (typeof FAULTS)[number],
	more: object,
): Promise<{ row: FaultRow; told: readonly Told[] }> {
	strike(sandbox, fault, MEMBERS[fault]);
	const options = { ...more, ...(ENDLESS.includes(fault) && { timeout: TIMEOUT_MS }) };
	const items = customers(DEVICES);
	const { told, error } = await push(sandbox, items, { parameters: { ...MESSAGE, options } });
	expect(error).toBeUndefined();

	const accepted = new Set(sandbox.acceptances.list().flatMap(({ tokens }) => [...tokens.keys()]));
	const byToken = new Map(told.map((one) => [one.pushToken, one]));
	const lost = items.filter(({ pushToken }) => {
		const one = byToken.get(String(pushToken));
		return !one || (one.outcome === 'accepted' && !accepted.has(one.pushToken));
	});
	const outcomes = new Map<string, number>();
	for (const { outcome } of told) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
	const row = {
		name,
		effect,
		requests: sandbox.store.received,
		devices: items.length,
		accepted: accepted.size,
		told: outcomes,
		lost: lost.length,
		doubled: [...countShown().values()].filter((times) => times > 1).length,
		reads: told.find(({ outcome }) => outcome !== 'accepted')?.advice,
	};
	return { row, told };
}

/** How often each device has shown the message, also where the second copy took the place of the first. */
function countShown(): Map<string, number> {
	const shown = new Map<string, number>();
	for (const { acceptedTokens, deliveries = {} } of sandbox.store.messages) {
		for (const token of acceptedTokens) {
			const isHidden = Object.hasOwn(deliveries, token) && deliveries[token]?.shown !== true;
			if (!isHidden) shown.set(token, (shown.get(token) ?? 0) + 1);
		}
	}
	return shown;
}

/** Holds in every row. */
function expectLaws({ row, told }: { row: FaultRow; told: readonly Told[] }): void {
	expect(told).toHaveLength(DEVICES);
	expect(row).toMatchObject({ lost: 0, doubled: 0 });
	expect(countShown().size).toBe(row.accepted);
	const open = [...row.told].filter(([outcome]) => outcome !== 'accepted');
	if (open.length === 0) expect(row.accepted).toBe(DEVICES);
	else expect(row.reads).toMatch(/\w+\./);
}

/** Of what holds alone: where a law is broken a row is missing, and no page is written. */
const rows = { plain: [] as FaultRow[], withCampaignId: [] as FaultRow[] };

describe('a campaign, one request of which is struck', () => {
	it.each(FAULTS)('$fault: nobody is lost, nobody gets it twice', async (kind) => {
		const result = await run(kind, {});
		expectLaws(result);
		expect(sandbox.acceptances.findRepeated()).toEqual([]);
		const { row } = result;
		const unknown = row.told.get('unknown') ?? 0;
		expect([0, PER_REQUEST]).toContain(unknown);
		// Of an answer that was taken away nobody knows: not sent again, and not called refused.
		if (row.told.get('accepted') !== DEVICES && !REFUSED.includes(kind.fault)) {
			expect(unknown).toBe(PER_REQUEST);
			expect(row.requests).toBe(DEVICES / PER_REQUEST);
		}
		rows.plain.push(row);
	});
});

describe('the same with a Campaign ID', () => {
	it.each(FAULTS)('$fault: what is sent again is shown once', async (kind) => {
		const result = await run(kind, { campaignId: 'spring' });
		expectLaws(result);
		rows.withCampaignId.push(result.row);
	});
});

it(`docs/reliability.md is what came of it${WRITES ? ', written now' : ''}`, () => {
	expect(rows.plain).toHaveLength(FAULTS.length);
	expect(rows.withCampaignId).toHaveLength(FAULTS.length);
	const drawn = drawReliability(rows);
	if (WRITES) writeFileSync(PAGE, drawn);
	expect(readFileSync(PAGE, 'utf8')).toBe(drawn);
});
