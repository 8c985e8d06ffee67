/** Looks at something again and again, as long as a measurement lasts. */
const INTERVAL_MS = 20;

/**
 * Samples at once, then every 20 ms, until the returned function is called, which takes the last one and gives all.
 *
 * @param read gives `undefined` while there is nothing to see
 */
export function sampleRegularly<Sample>(read: () => Sample | undefined): () => Sample[] {
	const samples: Sample[] = [];
	const take = () => {
		const sample = read();
		if (sample !== undefined) samples.push(sample);
	};
	take();
	const timer = setInterval(take, INTERVAL_MS);
	return () => {
		clearInterval(timer);
		take();
		return samples;
	};
}
