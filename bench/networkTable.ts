/** Beside the figures: what both sides made of each network. */
import type { NetworkResult, NetworkSide } from './lines/line';
import { formatNumber, layOut, writeMarkdown } from './table';

const HEADINGS = [
	'',
	'Time',
	'Peer',
	'Silence',
	'Peer',
	'CPU',
	'Peer',
	'Requests',
	'Peer',
	'Delivered',
	'Peer',
];

/** For the terminal. */
export function formatNetworks(networks: readonly NetworkResult[]): string {
	return layOut([HEADINGS, ...networks.map(formatRow)]);
}

/** For Markdown. */
export function formatMarkdownNetworks(networks: readonly NetworkResult[]): string {
	return writeMarkdown([HEADINGS, ...networks.map(formatRow)]);
}

function formatRow({ name, ours, peer }: NetworkResult): string[] {
	const pair = (tell: (side: NetworkSide) => string) => [tell(ours), tell(peer)];
	return [
		name,
		...pair(({ ms }) => `${formatNumber(ms)} ms`),
		...pair(({ silenceMs }) => `${formatNumber(silenceMs)} ms`),
		...pair(({ cpuMs }) => (cpuMs === undefined ? '–' : `${formatNumber(cpuMs)} ms`)),
		...pair(({ requests }) => formatNumber(requests)),
		...pair(({ delivered }) => formatNumber(delivered)),
	];
}
