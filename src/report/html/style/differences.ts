/** The list of differences: one row a course and class, a heading a kind, the students folded below. */
export const differencesStyle = `
.differences td:first-child, .differences td:last-child { white-space: nowrap; }
.differences td:nth-child(2) { min-width: 12em; width: 26%; }
.differences td:nth-child(2) code { display: block; color: var(--soft); }
.differences td:nth-child(3) { min-width: 18em; }
.differences tbody th { background: var(--faint); }
.differences tbody:not(:has(tr[data-kind]:not([hidden]))):has(tr[data-kind]) { display: none; }
.differences summary { padding-left: 0; }
.people { list-style: none; margin: .2rem 0 .4rem; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; font-size: .9rem; }
@media (max-width: 40rem) {
  .differences thead { position: absolute; clip-path: inset(50%); }
  .differences, .differences tbody { display: block; }
  .differences tr { display: flex; flex-wrap: wrap; gap: .1rem .9rem; padding: .5rem 0; border-top: 1px solid var(--line); }
  .differences tr > * { border: 0; padding: 0; }
  .differences tr > th, .differences td:nth-child(3) { width: 100%; }
  .differences tr > th { padding: .25rem .5rem; }
  .differences td:nth-child(2) { min-width: 0; width: auto; flex: 1; }
  .differences td:nth-child(3) { min-width: 0; order: 3; }
  .differences td:nth-child(4)::before { content: "×"; color: var(--soft); }
}
@media print {
  .differences details { display: none; }
}
`;
