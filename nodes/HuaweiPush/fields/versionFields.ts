import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { VersionedId } from '../../../push-kit/message/version';
import type { Fault } from '../../../push-kit/message/faults';
import { toNumbers } from '../execution/fieldValues';
import type { ParameterReader } from '../execution/parameterReader';
import type { RunContext } from '../operation';

/** How the order of updates is kept; *None* where Huawei takes a message without a version. */
export function versionFields(optional: boolean): INodeProperties[] {
	return [
		{
			displayName: 'Version',
			name: 'versionMode',
			type: 'options',
			options: [
				{
					name: 'Automatic',
					value: 'automatic',
					description: 'From the clock, so that each update is newer than the one before',
				},
				{ name: 'Fixed', value: 'fixed', description: 'The number entered under Version (Fixed)' },
				...(optional
					? [{ name: 'None', value: 'none', description: 'The order of updates is not protected' }]
					: []),
			],
			default: 'automatic',
			description:
				'The device takes an update only if its version is greater than the one it shows',
		},
		{
			displayName: 'Version (Fixed)',
			name: 'version',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 2147483647 },
			default: 1,
			description: 'Must be greater than the version that the device shows',
		},
	];
}

const NO_VERSION: Fault = {
	path: 'version',
	field: 'Version (Fixed)',
	message:
		'Version is Fixed, but Version (Fixed) is empty. Add it with a number, or choose Automatic.',
};

/** Adds the version that the form asks for to a payload that has none yet. */
export function addVersion(
	reader: ParameterReader,
	run: RunContext,
	kind: VersionedId,
	payload: Record<string, unknown>,
	{ versionMode, version }: IDataObject,
	otherwise: 'automatic' | 'none',
): Record<string, unknown> {
	const mode = versionMode ?? (version === undefined ? otherwise : 'fixed');
	if (mode === 'fixed') {
		if (version === undefined) reader.faults.push(NO_VERSION);
		return { ...payload, ...toNumbers({ version }, ['version']) };
	}
	const id = payload[kind];
	// A missing id is told by the message's rules; there is nothing to count for it.
	if (mode === 'none' || typeof id !== 'number') return payload;
	return { ...payload, version: run.versions.of(kind, id, payload, reader.tokens) };
}
