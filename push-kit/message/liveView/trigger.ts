/** A geofence that creates or ends a live view (Trigger of `push-scenariozed-api-request-param`). */

import {
	GEOFENCE_DELAY_MAXIMUM_SECONDS,
	GEOFENCE_DISPLAY_MAXIMUM_SECONDS,
	GEOFENCE_DISPLAY_MINIMUM_SECONDS,
	GEOFENCE_RADIUS_MAXIMUM_METRES,
	GEOFENCE_RADIUS_MINIMUM_METRES,
	LATITUDE_MAXIMUM,
	LONGITUDE_MAXIMUM,
} from '../../catalog/limits';
import type { Fault } from '../faults';
import { integer, openInteger, struct, type Rule } from '../rule';

export interface Geofence {
	/** Degrees. UNCERTAIN: typed Long in Huawei's table; decimals are surely meant. */
	longitude: number;
	latitude: number;
	/** 1 WGS84, 2 GCJ02. */
	coordinateSystemType: number;
	/** 1 enter, 2 leave. */
	monitorEvent: number;
	/** Metres. */
	radius: number;
	/** Seconds. */
	delayTime?: number;
}

export interface Trigger {
	/** 1 geofence. */
	type: number;
	condition: Geofence;
	/** Seconds; default 900. */
	displayTime?: number;
}

const GCJ02 = 2;

function degrees(title: string, maximum: number): Rule {
	return { title, type: 'number', minimum: -maximum, maximum };
}

export const GEOFENCE_RULES = {
	longitude: degrees('Longitude', LONGITUDE_MAXIMUM),
	latitude: degrees('Latitude', LATITUDE_MAXIMUM),
	coordinateSystemType: openInteger('Coordinate System Type', [
		{ value: GCJ02, name: 'GCJ02 (Chinese Maps)' },
		{ value: 1, name: 'WGS84 (GPS)' },
	]),
	monitorEvent: openInteger('Monitor Event', [
		{ value: 1, name: 'The Device Enters' },
		{ value: 2, name: 'The Device Leaves' },
	]),
	// UNCERTAIN: whether a fraction of a metre is taken; the limits are what matters.
	radius: {
		title: 'Radius',
		unit: 'Meters',
		type: 'number',
		minimum: GEOFENCE_RADIUS_MINIMUM_METRES,
		maximum: GEOFENCE_RADIUS_MAXIMUM_METRES,
	},
	delayTime: integer('Delay Time', 0, GEOFENCE_DELAY_MAXIMUM_SECONDS, { unit: 'Seconds' }),
} satisfies Record<keyof Geofence, Rule>;

export const TRIGGER_RULES = {
	type: openInteger('Type'),
	displayTime: integer(
		'Display Time',
		GEOFENCE_DISPLAY_MINIMUM_SECONDS,
		GEOFENCE_DISPLAY_MAXIMUM_SECONDS,
		{ unit: 'Seconds' },
	),
	condition: struct('', GEOFENCE_RULES, [
		'longitude',
		'latitude',
		'coordinateSystemType',
		'monitorEvent',
		'radius',
	]),
} satisfies Record<keyof Trigger, Rule>;

export const triggerSchema: Rule = struct('Geofence', TRIGGER_RULES, ['type', 'condition']);

/** Places that Live View Kit refuses (`liveview-introduction`). */
export function checkTrigger(trigger: Trigger | undefined): Fault[] {
	if (trigger === undefined) return [];
	const { longitude, latitude, coordinateSystemType } = trigger.condition;
	const path = 'trigger.condition';
	if (longitude === 0 && latitude === 0) {
		return [
			{
				path,
				field: 'Geofence',
				message: 'Geofence > Longitude and Latitude must not both be 0. Enter the place.',
			},
		];
	}
	const isPoleOrEdge =
		Math.abs(longitude) === LONGITUDE_MAXIMUM || Math.abs(latitude) === LATITUDE_MAXIMUM;
	if (coordinateSystemType !== GCJ02 || !isPoleOrEdge) return [];
	return [
		{
			path,
			field: 'Geofence',
			message:
				'Geofence: with the coordinate system GCJ02, Longitude must not be 180 or -180 and Latitude not 90 or -90.',
		},
	];
}
