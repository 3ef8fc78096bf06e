/** What is odd about the receipt itself, each once with what to do. */
import type { ReceiptRemark } from '../../receipt-model.ts';
import { receiptTexts as t } from '../../texts/receipt.ts';
import { both } from '../bilingual.ts';
import { chip } from '../chip.ts';
import { type Markup, markup } from '../markup.ts';

/** Remarks shown: a receipt of strangers has one a student. */
const MOST = 100;

export function receiptRemarksPart(remarks: readonly ReceiptRemark[]): Markup {
  const row = ({ severity, title, message, fix }: ReceiptRemark): Markup => markup`<tr><td>${chip(severity)}</td><th scope="row">${both(title)}</th><td>${both(message)}<br><span class="fine">${both(fix)}</span></td></tr>`;
  return markup`<section aria-labelledby="remarks">
<h2 id="remarks">${both(t.remarks)}</h2>
${remarks.length === 0 ? markup`<p>${both(t.remarksNone)}</p>` : markup`<table aria-labelledby="remarks"><tbody>${remarks.slice(0, MOST).map(row)}</tbody></table>`}
</section>`;
}
