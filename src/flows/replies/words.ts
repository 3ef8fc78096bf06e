/** What a reply says, masked. */
import { FIELDS } from '../../core/fields.ts';
import { mask, maskIdsIn } from '../../core/mask.ts';
import type { ReplyStanding, Said } from './states.ts';

/** A text about a row, without what the row's private cells say. */
function masked(text: string, { at, mapping }: Pick<ReplyStanding, 'at' | 'mapping'>): string {
  let shown = maskIdsIn(text);
  if (typeof at !== 'object' || mapping === null) return shown;
  const { definition } = mapping;
  for (const column of definition.columns) {
    const privacy = FIELDS[definition.record][column.to]?.privacy ?? 'none';
    const cell = at.cells[at.sheet.header.findIndex((name) => column.headers.includes(name))] ?? '';
    if (privacy !== 'none' && cell.length > 1) shown = shown.replaceAll(cell, mask(privacy, cell));
  }
  return shown;
}

/** `X01：課程代碼不存在`; both parts where there are both. */
export function saidText(said: readonly Said[], standing: Pick<ReplyStanding, 'at' | 'mapping'>): string {
  return said.map(({ code, text }) => masked([code, text].filter((part) => part !== '').join('：'), standing)).join('；') || '–';
}
