/** The weather of layout 5 (Weather of `push-scenariozed-api-request-param`): shown only if complete and legal. */

import { WEATHER_HIGH_MAXIMUM, WEATHER_LOW_MINIMUM } from '../../catalog/limits';

/** Temperatures in degrees Celsius. */
export interface Weather {
	weatherType?: number;
	locationType?: number;
	highTemperature?: number;
	lowTemperature?: number;
}

const MEMBERS = [
	['weatherType', 'Weather Type'],
	['locationType', 'Location Type'],
	['highTemperature', 'High Temperature'],
	['lowTemperature', 'Low Temperature'],
] as const;

/** Says why the weather will not be shown; `undefined` if it will. */
export function describeWeather(weather: Weather): string | undefined {
	const missing = MEMBERS.filter(([member]) => !Number.isInteger(weather[member]));
	if (missing.length > 0) {
		const titles = missing.map(([, title]) => title).join(', ');
		return `Weather is not shown: it needs a whole number for ${titles}.`;
	}
	const { highTemperature: high = NaN, lowTemperature: low = NaN } = weather;
	const isLegal = low >= WEATHER_LOW_MINIMUM && low < high && high <= WEATHER_HIGH_MAXIMUM;
	return isLegal
		? undefined
		: `Weather is not shown: Low Temperature must be at least ${WEATHER_LOW_MINIMUM}, High Temperature at most ${WEATHER_HIGH_MAXIMUM} and above the low one.`;
}
