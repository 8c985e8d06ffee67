import { formatMarkdownNetworks, formatNetworks } from '../../../bench/networkTable';

const NETWORKS = [
	{
		name: '1,000 messages, 100 ms',
		ours: { ms: 612, silenceMs: 91, cpuMs: 420, requests: 1_000, delivered: 1_000 },
		peer: { ms: 1_224.5, silenceMs: 962, requests: 1_000, delivered: 200 },
	},
] as const;

const CELLS = '612 ms,1,225 ms,91 ms,962 ms,420 ms,–,1,000,1,000,1,000,200';

describe('the table of networks', () => {
	test('has both sides beside each other, in Markdown', () => {
		const [headings, , row] = formatMarkdownNetworks(NETWORKS).split('\n');
		expect(headings).toContain(
			'| Time | Peer | Silence | Peer | CPU | Peer | Requests | Peer | Delivered | Peer |',
		);
		expect(row).toBe(
			'| 1,000 messages, 100 ms | 612 ms | 1,225 ms | 91 ms | 962 ms | 420 ms | – | 1,000 | 1,000 | 1,000 | 200 |',
		);
	});

	test('and the same cells for the terminal', () => {
		const [, , row = ''] = formatNetworks(NETWORKS).split('\n');
		expect(row.trim().split(/ {2,}/).slice(1).join(',')).toBe(CELLS);
	});
});
