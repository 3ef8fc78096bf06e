/** Every transform by name: what a mapping may call. */
import type { Transform } from './transform.ts';
import { centralDate } from './transforms/central-date.ts';
import { code } from './transforms/code.ts';
import { codeList } from './transforms/code-list.ts';
import { codeMap } from './transforms/code-map.ts';
import { codeOrFlag } from './transforms/code-or-flag.ts';
import { credits } from './transforms/credits.ts';
import { dateTime } from './transforms/date-time.ts';
import { decimal } from './transforms/decimal.ts';
import { integer } from './transforms/integer.ts';
import { lines } from './transforms/lines.ts';
import { nationalId } from './transforms/national-id.ts';
import { nationalIdOrNone } from './transforms/national-id-or-none.ts';
import { passFlag } from './transforms/pass-flag.ts';
import { rocDate } from './transforms/roc-date.ts';
import { rocYear } from './transforms/roc-year.ts';
import { schoolCode } from './transforms/school-code.ts';
import { score } from './transforms/score.ts';
import { sha256 } from './transforms/sha256.ts';
import { sheetTitle } from './transforms/sheet-title.ts';
import { starPass } from './transforms/star-pass.ts';
import { starScore } from './transforms/star-score.ts';
import { termPart } from './transforms/term-part.ts';
import { termStamp } from './transforms/term-stamp.ts';
import { text } from './transforms/text.ts';
import { vendorDate } from './transforms/vendor-date.ts';

const all: readonly Transform[] = [
  centralDate, code, codeList, codeMap, codeOrFlag, credits, dateTime, decimal, integer, lines, nationalId,
  nationalIdOrNone, passFlag, rocDate, rocYear, schoolCode, score, sha256, sheetTitle, starPass, starScore, termPart,
  termStamp, text, vendorDate,
];

export const TRANSFORMS: ReadonlyMap<string, Transform> = new Map(all.map((entry) => [entry.name, entry]));
