import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { findFaults, type Changes } from '../../../../builders/change';

const { liveViewGeofence } = SEND_EXAMPLES;
const CONDITION = 'trigger.condition';

describe('a geofence is refused', () => {
	const range = (
		path: string,
		title: string,
		least: number,
		most: number,
	): Array<[string, Changes, string]> => [
		[
			`with ${path} ${least - 1}`,
			{ [`trigger.${path}`]: least - 1 },
			`Geofence > ${title} must be at least ${least}.`,
		],
		[
			`with ${path} ${most + 1}`,
			{ [`trigger.${path}`]: most + 1 },
			`Geofence > ${title} must be at most ${most}.`,
		],
	];

	const WRONG: Array<[string, Changes, string]> = [
		...range('displayTime', 'Display Time (Seconds)', 15, 1800),
		...range('condition.longitude', 'Longitude', -180, 180),
		...range('condition.latitude', 'Latitude', -90, 90),
		...range('condition.radius', 'Radius (Meters)', 200, 2000),
		...range('condition.delayTime', 'Delay Time (Seconds)', 0, 300),
		['without type', { 'trigger.type': undefined }, 'Geofence > Type is missing.'],
		['without a place', { [CONDITION]: undefined }, 'Geofence > condition is missing.'],
		[
			'without longitude',
			{ [`${CONDITION}.longitude`]: undefined },
			'Geofence > Longitude is missing.',
		],
		[
			'without latitude',
			{ [`${CONDITION}.latitude`]: undefined },
			'Geofence > Latitude is missing.',
		],
		[
			'without coordinate system',
			{ [`${CONDITION}.coordinateSystemType`]: undefined },
			'Geofence > Coordinate System Type is missing.',
		],
		[
			'without monitored event',
			{ [`${CONDITION}.monitorEvent`]: undefined },
			'Geofence > Monitor Event is missing.',
		],
		[
			'without radius',
			{ [`${CONDITION}.radius`]: undefined },
			'Geofence > Radius (Meters) is missing.',
		],
		[
			'in the middle of nowhere',
			{ [`${CONDITION}.longitude`]: 0, [`${CONDITION}.latitude`]: 0 },
			'Geofence > Longitude and Latitude must not both be 0. Enter the place.',
		],
		...[
			['longitude', 180],
			['longitude', -180],
			['latitude', 90],
			['latitude', -90],
		].map(([member, value]): [string, Changes, string] => [
			`with ${member} ${value} in GCJ02`,
			{ [`${CONDITION}.${member}`]: value },
			'Geofence: with the coordinate system GCJ02, Longitude must not be 180 or -180 and Latitude not 90 or -90.',
		]),
	];

	it.each(WRONG)('%s', (_what, changes, sentence) => {
		expect(findFaults(liveViewGeofence, changes)).toEqual([sentence]);
	});
});

describe('a geofence passes', () => {
	it.each<[string, Changes]>([
		[
			'at the edge of the world in WGS84',
			{ coordinateSystemType: 1, longitude: 180, latitude: -90 },
		],
		['on the equator', { latitude: 0 }],
		['with the shortest times', { delayTime: 0, radius: 200 }],
		['with unknown words', { coordinateSystemType: 3, monitorEvent: 4 }],
	])('%s', (_what, members) => {
		const changes = Object.fromEntries(
			Object.entries(members).map(([name, value]) => [`${CONDITION}.${name}`, value]),
		);
		expect(findFaults(liveViewGeofence, changes)).toEqual([]);
	});

	it.each([4, 6])('for operation %d', (operation) => {
		expect(findFaults(liveViewGeofence, { operation })).toEqual([]);
	});
});
