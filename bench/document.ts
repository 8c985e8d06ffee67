/** `docs/performance.md`, made from the last results. */
import type { LineName } from './arguments';
import { LINE_NOTES } from './lineNotes';
import type { Machine } from './machine';
import { listFigures, type Results } from './results';
import { formatMarkdownTable } from './table';

const HEAD = `# Performance

This package beside n8n's own nodes, in a real n8n, sending to this repository's sandbox on the same machine.
\`npm run bench -- --write-docs\` writes this page from the last results; do not edit it by hand.`;

const HOW = `## How it is measured

- Both sides run in the same n8n in one run, in turn, and the table shows medians of the rounds. "Peer" is the
  same work built from n8n's own nodes: a JWT signed once by the JWT node, and the HTTP Request node with one
  request per item, its body one JSON template, its \`Authorization\` read from the JWT node by expression.
- The time of a figure is the node's own \`executionTime\` in n8n's record of the execution. Workflows are
  published and called by a webhook, as in production. A Code node makes the customers before that, and n8n
  stores the execution after it: both are the same on both sides and not in the figures.
- The sandbox runs in a process of its own, on loopback. It counts the requests and the different JWTs that
  arrive. "100 ms" is the time that it keeps each answer back, however many are under way. n8n opens a
  connection for each request, which takes one more journey there and back, and two more with https: 300 ms
  here are what a round trip of 100 ms comes to over https.
- "200 requests a second" takes that many of each second and answers 503 to the others, as Huawei's pages
  describe its flow control. Over https the sandbox has a certificate of an authority made for the run (ECDSA, P-256), which
  n8n trusts by \`NODE_EXTRA_CA_CERTS\`.
- The list of a million is a file on n8n's disk, one token of 107 characters a line; a webhook starts the
  execution, n8n's Read/Write Files node reads the file, ours sends to it. Every hundredth token is refused, so
  that problems come out. The service there only counts, because the sandbox keeps a record of each token. The
  time is that of the whole execution, the memory that of n8n's process above its level before, at the most, and
  the growth that of n8n's SQLite files. "Peer" is an array of 990,000 tokens in one item, made by a Code node,
  and Output set to All, once: of a million the node itself refuses that, as n8n might not be able to store it.
- "4,096 open files" is the hard limit of n8n's process, set with \`prlimit\`.
- Before the rounds of a line, or of a network, both sides run once to warm up. Where other programs
  use the machine meanwhile, ratios, being of rounds in turn, say more than times, and processor time more than both.
- Each line starts an n8n with an empty database, the package installed from its tarball, one process, SQLite.`;

const REPEAT = `## How to repeat it

\`\`\`bash
npm ci
npm run bench                    # half an hour on a quiet machine; the first run installs n8n
npm run bench -- --quick         # under four minutes, what matters most; not for this page
npm run bench -- --write-docs    # writes this page
\`\`\`

\`npm run bench -- --help\` lists the rest. Memory is read from \`/proc\`, so the lines \`growth\` and
\`file\` need Linux; \`openFiles\` is left out without \`prlimit\` (util-linux). The
HTTP Request node opens one connection per item at once: 10,000 items need a limit of open files
(\`ulimit -n\`) above 10,000 for n8n and for the sandbox.`;

export function writeDocument(results: Results): string {
	return `${[
		HEAD,
		formatMarkdownTable(listFigures(results)),
		describeDates(results),
		describeMachine(results.machine),
		'## What bounds the figures',
		...results.lines.map(({ line, facts, figures, networks }) =>
			LINE_NOTES[line](facts, figures, networks),
		),
		HOW,
		REPEAT,
	].join('\n\n')}\n`;
}

function describeDates({ lines }: Results): string {
	const runs = new Map<string, LineName[]>();
	for (const { line, measuredOn, rounds } of lines) {
		const run = `${measuredOn}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`;
		runs.set(run, [...(runs.get(run) ?? []), line]);
	}
	const described = [...runs].map(([run, names]) =>
		runs.size === 1 ? run : `${names.join(', ')}: ${run}`,
	);
	return `Measured on ${described.join('; ')}. Ratio: how many times better; a dash: no peer or no goal.`;
}

function describeMachine(machine: Machine): string {
	const { processor, cores, memoryGiB, platform, node, nodeOfN8n, n8n } = machine;
	return `Machine: ${cores} cores (${processor}), ${memoryGiB} GiB of memory, ${platform}; n8n ${n8n} on Node.js ${nodeOfN8n}; sandbox and benchmark on Node.js ${node}.`;
}
