/** A trap that real files set, and what holds it. */

/**
 * What holds a trap: `fixture <adapter>/<case> <text>` (the fixture's input, and the text that must stand in what is expected of it),
 * `rule <area>/<slug>` (whose passing and failing fixtures are tried by the rule's own test), or `test <file> <part of a title>`.
 */
export type Held = `fixture ${string}` | `rule ${string}` | `test ${string}`;

/** Its words, then everything that holds it; or why nothing of ours can. */
export type Trap = readonly [trap: string, ...held: readonly Held[]] | readonly [trap: string, { readonly because: string }];
