/** Students' sheets: dense tables that print on A4, marks that need no colour, lines to write on. */
export const sheetStyle = `
.standing th[scope=row] { min-width: 13em; }
.standing .bar { margin-top: .3rem; }
.standing tbody .number, .standing .who { white-space: nowrap; }
.standing thead th { white-space: normal; text-wrap: balance; min-width: 4.9em; }
.standing td:nth-child(2) { min-width: 10em; }
.whose { font-size: .9rem; }
.whose td:nth-child(3) { width: 75%; }
h4 { margin: 1.1rem 0 .25rem; font-size: 1rem; }
.received { font-size: .875rem; line-height: 1.5; }
.received th, .received td { padding: .28rem .45rem; }
.received thead th:not(.number) { white-space: normal; text-wrap: balance; }
.received .long { white-space: nowrap; font-size: .86em; }
.received .number { width: 2.4em; white-space: nowrap; overflow-wrap: normal; }
.received .chip { font-size: .82rem; }
.received .differs { background: var(--error-wash); font-weight: 600; }
.received .digest { font-size: .76rem; word-break: break-all; min-width: 8em; }
.received .digest .sent { font-size: .875rem; }
.received .sent { display: block; font-weight: 400; color: var(--soft); }
.received tr.ours-only td { color: var(--soft); text-decoration: line-through; text-decoration-color: var(--line); }
.received tr.ours-only td:first-child, .received tr.ours-only td:last-child { text-decoration: none; }
.said { display: grid; gap: .15rem; margin: .8rem 0; }
.said div { display: grid; grid-template-columns: max-content 1fr; gap: 0 .6rem; }
.said dt { color: var(--soft); }
.legend { display: grid; gap: .1rem; margin: 0 0 .8rem; font-size: .875rem; }
.legend div { display: grid; grid-template-columns: 8.5em 1fr; }
html:lang(en) .legend div { grid-template-columns: 10em 1fr; }
.none { padding: .6rem .9rem; border: 1px dashed var(--soft); border-radius: 4px; }
.reply, .sign { display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; align-items: baseline; margin: .9rem 0 .4rem; }
.box::before { content: ""; display: inline-block; width: .95em; height: .95em; border: 1.5px solid currentColor; border-radius: 2px; margin-right: .45em; vertical-align: -.1em; }
.line { flex: 1 1 12em; border-bottom: 1px solid var(--soft); padding-bottom: .9rem; color: var(--soft); }
.sign { margin-top: 2rem; }
.student + .student { margin-top: 3rem; padding-top: 1.5rem; border-top: 2px solid var(--line); }
.student h2 { margin-top: 0; }
.student h3 { margin-top: 1.6rem; }
.pupils { columns: 14rem; list-style: none; margin: 0 0 1.5rem; padding: 0; font-size: .95rem; }
@media (max-width: 40rem) {
  .received thead { position: absolute; clip-path: inset(50%); }
  .received, .received tbody { display: block; }
  .received tr { display: flex; flex-wrap: wrap; gap: .05rem .9rem; padding: .45rem 0; border-top: 1px solid var(--line); }
  .received tr > * { border: 0; padding: 0; }
  .received td:first-child { width: auto; font-weight: 600; }
  .received td:last-child { order: -1; width: 100%; }
  .received .empty { display: none; }
  .legend div, .said div { grid-template-columns: 1fr; }
}
@media print {
  .received { font-size: 8pt; line-height: 1.4; }
  .received th, .received td { padding: 1.2mm 1mm; }
  .received .differs { background: none; outline: 1px solid var(--error); outline-offset: -1px; }
  h3, h3 + .fine, h4, .received thead { break-after: avoid; }
  .reply, .sign, .legend, .said { break-inside: avoid; }
  .pupils { display: none; }
  .student { break-before: page; }
  .student:first-of-type { break-before: auto; }
  .student + .student { margin-top: 0; padding-top: 0; border-top: 0; }
}
`;
