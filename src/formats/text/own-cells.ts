/** Text as it comes back from a CP950 file of a school that keeps characters of its own. */
import { cellCodePoint } from '../../core/private-use.ts';
import { type CoinedCell, encodeCp950 } from './encode-cp950.ts';

/**
 * The text with the private-use character of the school's cell for each character that CP950 lacks and the school has
 * (RULE-618). CP950 holds it then, in the very bytes the encoder would give with the same cells; characters that neither has stay.
 * @requirement RULE-618
 */
export function ownCells(text: string, coined: CoinedCell): string {
  let kept = '';
  let from = 0;
  for (const { index, char } of encodeCp950(text).lost) {
    const cell = coined(char);
    const codePoint = cell === null ? null : cellCodePoint(cell.toString(16).toUpperCase());
    if (codePoint === null) continue;
    kept += text.slice(from, index) + String.fromCodePoint(codePoint);
    from = index + char.length;
  }
  return kept + text.slice(from);
}
