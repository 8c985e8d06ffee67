import { findLiveViewStatusText } from '../../../../push-kit/catalog/liveViewEvents';
import { readObject, readText, toObject, type JsonObject } from '../json';

/** Text blocks that may carry placeholders, by layout (`push-update-liveview`). */
const BLOCKS: Readonly<Record<number, readonly string[]>> = {
	4: ['singleTextBlock'],
	5: ['firstTextBlock', 'lastTextBlock'],
};

/** The values of `{{status}}`, `{{flightNo}}` and `{{trainNo}}` in one message. */
export function findPlaceholders(payload: JsonObject, keywords: JsonObject): JsonObject {
	const event = readText(payload, 'event');
	const status = readText(payload, 'status');
	const values: JsonObject = { ...keywords };
	if (status) values.status = findLiveViewStatusText(event, status) ?? status;
	return values;
}

function replacePlaceholders(text: string, values: JsonObject): string {
	return text.replace(/\{\{(status|flightNo|trainNo)\}\}/g, (whole, name: string) =>
		typeof values[name] === 'string' ? values[name] : whole,
	);
}

/**
 * The notification data as the device shows it: placeholders are replaced in the fields where
 * Huawei replaces them, and stay as they were written anywhere else.
 */
export function fillNotificationData(data: JsonObject, values: JsonObject): JsonObject {
	const fill = (parent: JsonObject, names: readonly string[]): JsonObject => {
		const filled = { ...parent };
		for (const name of names) {
			const text = filled[name];
			if (typeof text === 'string') filled[name] = replacePlaceholders(text, values);
		}
		return filled;
	};
	const filled = fill(data, ['contentTitle']);
	if (Array.isArray(data.contentText)) {
		filled.contentText = data.contentText.map((item) => fill(toObject(item), ['text']));
	}
	const extend = readObject(data, 'extend');
	if (extend) filled.extend = fill(extend, ['text']);
	for (const name of BLOCKS[Number(data.type)] ?? []) {
		const block = readObject(data, name);
		if (block) filled[name] = fill(block, ['firstLine', 'secondLine']);
	}
	return filled;
}
