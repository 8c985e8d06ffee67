/** What the node reads without n8n's expression engine is what both engines of the full n8n give. */
import fc from 'fast-check';
import { execFile } from 'node:child_process';
import { join } from 'node:path';

import {
	compilePlainExpression,
	UNSURE,
} from '../../nodes/HuaweiPush/parameters/plainExpression';
import { installN8n } from '../../scripts/n8n/install';
import { silent } from '../../scripts/progress';
import { anyExpression, EXPRESSIONS, PLAIN_ITEM } from '../builders/expressionCases';

type Evaluated = { type: string; text: string } | { error: string };

const SCRIPT = join(__dirname, 'setup', 'expressionEngines.mjs');

async function askEngines(
	expressions: readonly string[],
): Promise<Array<{ legacy: Evaluated; vm: Evaluated }>> {
	const { folder, nodeBinary } = await installN8n({ progress: silent });
	const output = await new Promise<string>((resolve, reject) => {
		const child = execFile(
			nodeBinary,
			[SCRIPT],
			{ maxBuffer: 100_000_000 },
			(error, stdout, stderr) =>
				error === null ? resolve(stdout) : reject(new Error(`${error.message}\n${stderr}`)),
		);
		child.stdin?.end(JSON.stringify({ folder, expressions, json: PLAIN_ITEM }));
	});
	const values: Array<{ legacy: Evaluated; vm: Evaluated }> = JSON.parse(output);
	return values;
}

function readPlain(expression: string): unknown {
	const read = compilePlainExpression(expression);
	return read === undefined ? UNSURE : read(PLAIN_ITEM);
}

test('written and generated templates come out as with both engines', async () => {
	const generated = fc.sample(anyExpression, { numRuns: 2000, seed: 20_261_125 });
	const taken = [...new Set([...EXPRESSIONS, ...generated])].filter(
		(expression) => readPlain(expression) !== UNSURE,
	);
	expect(taken.length).toBeGreaterThan(800);
	const values = await askEngines(taken);
	const differing = taken.filter((expression, index) => {
		const value = readPlain(expression);
		const plain = JSON.stringify({ type: value === null ? 'null' : typeof value, text: String(value) });
		const { legacy, vm } = values[index] ?? {};
		return JSON.stringify(legacy) !== plain || JSON.stringify(vm) !== plain;
	});
	expect(differing).toEqual([]);
});
