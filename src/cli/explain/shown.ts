/** An explanation as it may be shown: everything personal masked, in words and for machines alike (RULE-706). */
import { coinedMeaning } from '../../core/coined.ts';
import { mask } from '../../core/mask.ts';
import type { Lang } from '../../core/text.ts';
import type { ExplainedField, ExplainedProblem } from '../../flows/explain/model.ts';

export interface ShownField extends Omit<ExplainedField, 'label' | 'steps' | 'value' | 'privacy' | 'problem' | 'meaning' | 'coined'> {
  readonly label: string | null;
  /** A null text is the step that refused the cell. */
  readonly steps: readonly { readonly what: string; readonly text: string | null }[];
  /** Null for none; `-1` of a roster is null too, and its step says so. */
  readonly value: string | number | boolean | null;
  /** Code of the problem; the words stand beside it. */
  readonly problem: string | null;
  readonly message: string | null;
  readonly fix: string | null;
  readonly meaning: string | null;
  readonly coined: readonly { readonly cell: string; readonly meaning: string | null; readonly verifiedBy: string | null; readonly date: string | null }[];
}

/** The words in one language; they show nothing of the cell. */
export function shownProblem({ code, message, fix }: ExplainedProblem, lang: Lang): { readonly code: string; readonly message: string; readonly fix: string } {
  return { code, message: message[lang], fix: fix[lang] };
}

/** Masked by the field's privacy, whatever class of value it is. */
export function shownField(field: ExplainedField, lang: Lang): ShownField {
  const { privacy, label, steps, value, problem, meaning, coined, raw, ...rest } = field;
  const hide = (text: string): string => mask(privacy, text);
  return {
    ...rest,
    label: label?.[lang] ?? null,
    raw: raw === null ? null : hide(raw),
    steps: steps.map(({ what, text }) => ({ what: what[lang], text: text === null ? null : hide(text) })),
    value: value === undefined ? null : typeof value === 'string' ? hide(value) : value,
    problem: problem?.code ?? null, message: problem?.message[lang] ?? null, fix: problem?.fix[lang] ?? null,
    meaning: meaning?.[lang] ?? null,
    coined: coined.map(({ cell, entry }) => ({ cell, meaning: entry && coinedMeaning(entry), verifiedBy: entry?.verifiedBy ?? null, date: entry?.date ?? null })),
  };
}
