/** The gate in one plain sentence, and whose move it is. */
import type { WhoseMove } from '../core/fault.ts';
import type { Bilingual } from '../core/problem.ts';
import { recordLabel } from './labels.ts';
import type { CheckReport, HoldReason } from './model.ts';
import { gateTexts as t } from './texts/gate.ts';
import { count, list, percent, say } from './words.ts';

export interface GateWords {
  readonly sentence: Bilingual;
  /** What happens next. */
  readonly next: Bilingual;
  readonly mover: WhoseMove;
}

/** `修課紀錄有 82% 的學生資料更新(門檻 75%)` */
export function holdWords(hold: HoldReason): Bilingual {
  return say(t.hold[hold.what], { type: recordLabel(hold.type), share: percent(hold.share), threshold: percent(hold.threshold) });
}

function shut(report: CheckReport): GateWords {
  const { errors } = report.summary;
  if (errors > 0) {
    const kinds = report.rules.filter((rule) => rule.severity === 'error').length;
    return { sentence: say(t.shut.errors, { kinds: count(kinds, 'kind'), errors: count(errors, 'finding') }), next: t.next.correct, mover: 'school' };
  }
  return { sentence: t.shut.other, next: t.next.ask, mover: 'data-centre' };
}

function open(report: CheckReport): GateWords {
  const left = report.summary.errors + report.summary.warnings;
  return { sentence: left > 0 ? say(t.open.warnings, { warnings: count(left, 'finding') }) : t.open.clean, next: t.next.submit, mover: 'school' };
}

/** What the gate's state means for the school, and who has to do what next. */
export function gateWords(report: CheckReport): GateWords {
  switch (report.gate) {
    case 'shut': return shut(report);
    case 'open': return open(report);
    case 'held': {
      const why = list(report.holds.map(holdWords));
      return { sentence: report.holds.length > 0 ? say(t.held.because, { why }) : t.held.plain, next: t.next.approve, mover: 'data-centre' };
    }
  }
}
