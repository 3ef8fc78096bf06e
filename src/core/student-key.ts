/** Student keys as map keys. */
import type { StudentKey } from './record.ts';

/** Id and birth date in one text: equal for equal keys only. */
export function keyText({ idNumber, birthDate }: StudentKey): string {
  return `${idNumber}|${birthDate}`;
}
