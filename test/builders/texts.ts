/** Small generated texts, addresses and tap actions: many of them fit into one message of 4096 bytes. */

import fc from 'fast-check';

/** Every member may be absent. */
export const optional: { requiredKeys: [] } = { requiredKeys: [] };

/** Short text in several scripts; it may be empty. */
export const shortText = fc.string({ unit: 'grapheme', maxLength: 6 });

/** Short text that says something. */
export const filledText = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
	.filter((text) => text.trim() !== '');

export const httpsUrl = fc
	.stringMatching(/^[a-z0-9]{1,10}$/)
	.map((name) => `https://cdn.example.com/${name}.png`);

export const file = fc.stringMatching(/^[a-z]{1,8}$/).map((name) => `${name}.png`);

export const argbColor = fc.stringMatching(/^#[0-9A-Fa-f]{8}$/);

export const openAction = fc.oneof(
	fc.record({ actionType: fc.constant(0) }),
	fc.record({ actionType: fc.constant(1), action: filledText }),
	fc.record({
		actionType: fc.constant(1),
		uri: fc.constant('app://order/1'),
		data: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.string({ maxLength: 4 }), {
			maxKeys: 2,
		}),
	}),
);

/** A text of several pieces with one colour. */
export const richText = fc
	.tuple(fc.array(filledText, { minLength: 1, maxLength: 3 }), fc.option(argbColor))
	.map(([texts, color]) =>
		texts.map((text) => (color === null ? { text } : { text, foregroundColor: color })),
	);
