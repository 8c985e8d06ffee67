import { BODIES, change, LIVE_VIEW_BODIES, type Body } from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';

const { sandbox, client } = useClient();

const { createLeftRight, createProgress, createEmphasisedText, createMatch, geofence } =
	LIVE_VIEW_BODIES;

/** For each body: the path of a member, and a value of a type or form that it cannot have. */
const WRONG: Array<[pushType: number, body: Body, wrong: Record<string, unknown>]> = [
	[
		0,
		BODIES.notification,
		{
			'payload.notification': [],
			'payload.notification.clickAction.action': 1,
			'payload.notification.clickAction.uri': 1,
			'payload.notification.clickAction.data': 'text',
			'payload.notification.badge': 3,
			'payload.notification.sound': 1,
			'payload.notification.priorityScene': 1,
			'payload.notification.image': 7,
			pushOptions: 'text',
			'pushOptions.receiptId': 1,
			'target.token': 'TOKEN_A',
			target: ['TOKEN_A'],
		},
	],
	[
		1,
		BODIES.form,
		{
			'payload.formData': 'text',
			'payload.images': { url: 'https://x.example/a.png' },
			'payload.images.0': 'https://x.example/a.png',
			'payload.moduleName': 1,
		},
	],
	[
		7,
		createLeftRight,
		{
			'payload.status': 1,
			'payload.title': 1,
			'payload.content': 1,
			'payload.shareUrl': 1,
			'payload.activityData.notificationData.additionalText': 1,
			'payload.activityData.notificationData.displayHorizontalLine': 'yes',
			'payload.activityData.notificationData.style': 2,
			'payload.activityData.notificationData.spaceType': 2,
			'payload.activityData.notificationData.lockScreen': { picture: 1 },
			'payload.activityData.notificationData.contentText': 'text',
			'payload.activityData.notificationData.contentText.0': 'text',
			'payload.activityData.notificationData.contentText.0.text': undefined,
			'payload.activityData.notificationData.lastTextBlock.firstLineSuperscript': 1,
			'payload.activityData.notificationData.lastTextBlock.secondLineSuperscript': 1,
		},
	],
	[
		7,
		change(createEmphasisedText, { 'payload.activityData.capsuleData.capsuleTimer': {} }),
		{
			'payload.activityData.notificationData.singleTextBlock.underlineColor': 'blue',
			'payload.activityData.capsuleData.progress.max': 0,
			'payload.activityData.capsuleData.progress.indeterminate': 'yes',
			'payload.activityData.capsuleData.remind': 1,
			'payload.activityData.capsuleData.isTailIconDisplayed': 1,
			'payload.activityData.capsuleData.isContentDisplayed': 1,
			'payload.activityData.capsuleData.progress': undefined,
			'payload.activityData.capsuleData.capsuleTimer.time': 1.5,
			'payload.activityData.capsuleData.capsuleTimer.countDown': 1,
			'payload.activityData.capsuleData.capsuleTimer.pause': 1,
		},
	],
	[
		7,
		createProgress,
		{
			'payload.activityData.notificationData.richProgress.type': 3,
			'payload.activityData.notificationData.richProgress.indicatorType': 3,
			'payload.activityData.notificationData.richProgress.bgColor': '#19000',
			'payload.activityData.capsuleData.type': 4,
			'payload.activityData.capsuleData.content': undefined,
			'payload.activityData.capsuleData.iconUrl': 'http://x',
			'payload.activityData.notificationData.extend.type': 5,
		},
	],
	[7, createMatch, { 'payload.activityData.externalData.type': 2 }],
	[
		7,
		geofence,
		{
			'payload.trigger.type': 2,
			'payload.trigger.condition': undefined,
			'payload.trigger.condition.longitude': '113.93',
			'payload.trigger.condition.latitude': -91,
			'payload.trigger.condition.monitorEvent': 3,
			'payload.trigger.condition.radius': undefined,
		},
	],
];

describe('members of a wrong type or form', () => {
	it.each(
		WRONG.flatMap(([pushType, body, wrong]) =>
			Object.entries(wrong).map(
				([path, value]) => [path, JSON.stringify(value), pushType, body, value] as const,
			),
		),
	)('%s cannot be %s', async (path, _shown, pushType, body, value) => {
		const whole = path.startsWith('pushOptions.') ? change(body, { pushOptions: {} }) : body;
		const { status, data } = await client.send(change(whole, { [path]: value }), pushType);
		expect(status).toBe(400);
		expect(['80100001', '80100003']).toContain(data.code);
		const last =
			path
				.split('.')
				.filter((name) => !/^\d+$/.test(name))
				.at(-1) ?? '';
		expect(sandbox.store.messages.at(-1)?.problem).toContain(last);
	});

	it('is lenient about null, which counts as not given', async () => {
		const body = change(BODIES.notification, {
			'payload.notification.badge': null,
			'payload.notification.style': null,
		});
		expect((await client.send(body)).data.code).toBe('80000000');
	});

	it('a capsule without max has room for one step', async () => {
		const step = (progress: number) =>
			change(createEmphasisedText, {
				'payload.activityData.capsuleData.progress': { progress },
			});
		expect((await client.send(step(1), 7)).data.code).toBe('80000000');
		expect((await client.send(step(2), 7)).data.msg).toContain('must not be above max');
	});

	it('an image address that is none cannot be downloaded', async () => {
		expect((await client.verifyImage({ imageUrl: 'https://' })).data.code).toBe('83010005');
	});

	it('words for a limit name both ends, or the one there is', async () => {
		await client.send(change(BODIES.notification, { pushOptions: { ttl: 1_296_001 } }));
		expect(sandbox.store.messages.at(-1)?.problem).toBe(
			'pushOptions.ttl value must be at most 1296000',
		);
		await client.send(change(BODIES.notification, { pushOptions: { collapseKey: 101 } }));
		expect(sandbox.store.messages.at(-1)?.problem).toBe(
			'pushOptions.collapseKey value ranges from -1 to 100',
		);
		await client.send(change(LIVE_VIEW_BODIES.update, { 'payload.version': -1 }), 7);
		expect(sandbox.store.messages.at(-1)?.problem).toBe('payload.version value must be at least 0');
	});
});
