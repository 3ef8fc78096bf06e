/** The checks of the kit, in the order they are told: first what all the others rest on. */
import type { Check } from '../check.ts';
import conforms from './conforms.ts';
import detection from './detection.ts';
import documented from './documented.ts';
import everyRow from './every-row.ts';
import explains from './explains.ts';
import filledIn from './filled-in.ts';
import fixtures from './fixtures.ts';
import golden from './golden.ts';
import hostile from './hostile.ts';
import privacy from './privacy.ts';
import repeatable from './repeatable.ts';
import requiredFields from './required-fields.ts';
import roundTrip from './round-trip.ts';

/** All but `loads`, which comes before them and needs no loaded adapter. */
export const CHECKS: readonly Check[] = [
  filledIn, documented, requiredFields, fixtures, detection, golden, everyRow, conforms, explains, repeatable, roundTrip, privacy, hostile,
];
