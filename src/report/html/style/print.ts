/** On paper (A4): black on white, nothing to click, no line torn apart; what is folded open is printed. */
export const printStyle = `
@page { size: A4; margin: 16mm 15mm; }
@page across { size: A4 landscape; }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --faint: #f2f2f2; --accent: #000; --error: #8f1a13; --warning: #6e4400; --info: #234e78; --good: #14532f; --error-wash: #fff; --warning-wash: #fff; --good-wash: #fff; }
  html { font-size: 10pt; line-height: 1.55; }
  body { padding: 0; max-width: none; }
  .across { page: across; font-size: 9pt; }
  .switch, .tools, .skip, .trace, .copy, .numbers, .screen, details:not([open]) > summary, .extent a, .extent a::before { display: none !important; }
  .extent .dot:has(+ a) { display: none; }
  h2 { margin-top: 1.8rem; break-after: avoid; }
  h2 + .intro, thead, tr.rule, .kicker, h1 { break-after: avoid; }
  li, tr, .gate, .systemic { break-inside: avoid; }
  .rules tr.fold:has(details:not([open])) > td { padding: 0; }
  .rules tr.rule > * { padding-bottom: .4rem; }
  tfoot { display: table-row-group; }
  .schools thead th { position: static; }
  .schools th, .schools td { padding-inline: .3rem; }
  .schools th[scope=row], .schools .more, .schools .trend { min-width: 0; }
  a { color: inherit; text-decoration: none; }
  svg, .bar rect, .cell, .samples tbody th { print-color-adjust: exact; }
  .inside { border: 0; padding: .3rem 0; }
  .wide { overflow: visible; }
  .samples { font-size: 9pt; }
}
`;
