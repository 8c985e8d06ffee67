/** The weather of layout 5 (Weather of `push-scenariozed-api-request-param`): shown only if complete and legal. */

import { WEATHER_HIGH_MAXIMUM, WEATHER_LOW_MINIMUM } from '../../catalog/limits';
import { labelOf, openInteger, type Choice, type Rule } from '../rule';

/** Temperatures in degrees Celsius. */
export interface Weather {
	weatherType?: number;
	locationType?: number;
	highTemperature?: number;
	lowTemperature?: number;
}

/** Words of `liveview-liveviewmanager`, in alphabetical order. */
const WEATHER_TYPES: readonly Choice[] = Object.entries({
	Cloudy: 7,
	Cold: 31,
	Dust: 65,
	'Dust Storm': 56,
	Fog: 11,
	Hail: 45,
	Haze: 5,
	'Heavy Rain': 48,
	'Heavy Snow': 54,
	Hot: 30,
	'Light Rain': 46,
	'Light Snow': 52,
	'Moderate Rain': 47,
	'Moderate Snow': 53,
	None: 0,
	Overcast: 8,
	Rain: 18,
	Sand: 66,
	Sandstorm: 67,
	'Severe Storm': 51,
	Showers: 12,
	Sleet: 29,
	Snow: 22,
	'Snow Storm': 55,
	Storm: 49,
	Sunny: 1,
	Thunderstorm: 15,
	Wind: 32,
}).map(([name, value]) => ({ name, value }));

export const WEATHER_RULES = {
	weatherType: openInteger('Weather Type', WEATHER_TYPES),
	locationType: openInteger('Location Type', [
		{ value: 2, name: 'Destination' },
		{ value: 1, name: 'Local' },
	]),
	highTemperature: openInteger('High Temperature'),
	lowTemperature: openInteger('Low Temperature'),
} satisfies Record<keyof Weather, Rule>;

/** Illegal weather is not shown, but does no harm: a hint says so, and the validator lets any object pass. */
export const weatherSchema: Rule = { title: 'Weather', type: 'object' };

const MEMBERS = ['weatherType', 'locationType', 'highTemperature', 'lowTemperature'] as const;

/** Says why the weather will not be shown; `undefined` if it will. */
export function describeWeather(weather: Weather): string | undefined {
	const missing = MEMBERS.filter((member) => !Number.isInteger(weather[member]));
	if (missing.length > 0) {
		const titles = missing.map((member) => labelOf(WEATHER_RULES[member])).join(', ');
		return `Weather is not shown: it needs a whole number for ${titles}.`;
	}
	const { highTemperature: high = NaN, lowTemperature: low = NaN } = weather;
	const isLegal = low >= WEATHER_LOW_MINIMUM && low < high && high <= WEATHER_HIGH_MAXIMUM;
	return isLegal
		? undefined
		: `Weather is not shown: Low Temperature must be at least ${WEATHER_LOW_MINIMUM}, High Temperature at most ${WEATHER_HIGH_MAXIMUM} and above the low one.`;
}
