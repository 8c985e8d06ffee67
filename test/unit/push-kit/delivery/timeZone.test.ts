import { readTimeZone } from '../../../../push-kit/delivery/timeZone';

const WINTER = Date.UTC(2026, 0, 15, 12, 34, 56, 789);
const SUMMER = Date.UTC(2026, 6, 15, 12, 34, 56, 789);

/** Hours ahead of UTC in winter and in summer. */
function hoursOf(given: unknown): number[] {
	const zone = readTimeZone(given);
	if ('problem' in zone) throw new Error(zone.problem);
	return [WINTER, SUMMER].map((instant) => zone.offsetAt(instant) / 3_600_000);
}

it.each<[string, number, number]>([
	['Asia/Shanghai', 8, 8],
	[' asia/shanghai\n', 8, 8],
	['Europe/Berlin', 1, 2],
	['America/New York', -5, -4],
	['America/St_Johns', -3.5, -2.5],
	['Asia/Kathmandu', 5.75, 5.75],
	['Australia/Lord_Howe', 11, 10.5],
	['Pacific/Kiritimati', 14, 14],
	['PRC', 8, 8],
	['UTC', 0, 0],
	['Z', 0, 0],
	['GMT', 0, 0],
	['UTC+8', 8, 8],
	['utc +8', 8, 8],
	['GMT+08:00', 8, 8],
	['+08:00', 8, 8],
	['+0530', 5.5, 5.5],
	['＋８', 8, 8],
	['\u22123:30', -3.5, -3.5],
	['-0', 0, 0],
	['+14', 14, 14],
	['-12:00', -12, -12],
	// POSIX counts the other way, and the name is the zone's own.
	['Etc/GMT+8', -8, -8],
])('%j is %d hours ahead of UTC in winter, %d in summer', (given, winter, summer) => {
	expect(hoursOf(given).map((hours) => hours + 0)).toEqual([winter, summer]);
});

it.each([
	...['Mars/Olympus', 'Asia/Pekin', 'China Standard Time', '+15', '-13', '+8:60', '8', '+', 'x'],
	// Chicago, Shanghai or Havana; India, Israel or Ireland.
	...['CST', 'cst', 'IST', 'BST', 'EST', 'PST', 'EDT', 'AEST'],
])('%j is no zone, and the sentence says what to write', (given) => {
	const zone = readTimeZone(given);
	expect('problem' in zone && zone.problem).toMatch(/^is ".*", which .*Asia\/Shanghai/);
});

it.each(['', '   '])('%j is empty', (given) => {
	expect(readTimeZone(given)).toEqual({ problem: expect.stringMatching(/^is empty\./) });
});

it.each([undefined, null, 8, true, {}, ['Asia/Shanghai']])('%j is no name', (given) => {
	expect(readTimeZone(given)).toEqual({ problem: expect.stringMatching(/^must be the name/) });
});

it('quotes no more than a few words of what it was given', () => {
	const zone = readTimeZone('a'.repeat(100_000));
	expect('problem' in zone && zone.problem.length).toBeLessThan(200);
});
