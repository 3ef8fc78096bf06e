/** The MD5 a package gives for a file, as it stands there: "no file" is a value of its own, and not the same as no word (RULE-216). */
import type { Adapter } from '../../../adapters/registry.ts';
import { itemsOf } from '../../../formats/json/items-of.ts';
import type { InputTable } from '../../../store/port.ts';

/** Field with the MD5 beside the one with the link. */
const MD5_OF: Readonly<Record<string, string>> = { documentLink: 'documentMd5', workLink: 'workMd5', mediaLink: 'mediaMd5' };

/** Lower case; null where the package says none, or nothing of the form. */
export type SaidMd5 = (table: InputTable | undefined, row: number, linkField: string) => string | null;

/** @param bytes JSON of a list of one student, read before */
export function saidMd5(bytes: Uint8Array, { manifest: { shape }, mappings }: Adapter): SaidMd5 {
  const itemAt = shape ? itemsOf(JSON.parse(new TextDecoder().decode(bytes)), shape) : () => undefined;
  return (table, row, linkField) => {
    const mapping = mappings.find(({ id }) => id === table?.mapping);
    const headers = mapping?.columns.find(({ to }) => to === MD5_OF[linkField])?.definition.headers ?? [];
    const item = itemAt(table?.sheet ?? '', row);
    const said = headers.map((header) => item?.[header]).find((value) => typeof value === 'string' && /^[0-9a-f]{32}$/i.test(value));
    return typeof said === 'string' ? said.toLowerCase() : null;
  };
}
