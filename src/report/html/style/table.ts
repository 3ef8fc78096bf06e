/** Tables, and how they fold on a narrow screen. */
export const tableStyle = `
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .5rem .7rem; }
thead th { font-size: .875rem; color: var(--soft); border-bottom: 2px solid var(--line); vertical-align: bottom; padding-block: .3rem; }
tbody tr > * { border-top: 1px solid var(--line); }
tbody:first-of-type tr:first-child > * { border-top: 0; }
tfoot tr > * { border-top: 2px solid var(--line); font-weight: 600; }
th[scope=row] { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.attention { color: var(--error); font-weight: 600; }
.day { white-space: nowrap; }
.rules th[scope=row] { font-weight: 600; }
.rules td:first-child { width: 6.5rem; }
.rules .size { width: 22%; }
.rules tr.rule > * { padding-bottom: .1rem; }
.rules tr.rule .size { padding-top: .85rem; }
.rules tr.fold > td { border-top: 0; padding: 0 .7rem .55rem 6.5rem; }
.rules tbody:target > tr.rule { background: var(--faint); }
.bar { display: block; width: 100%; height: .62rem; background: var(--faint); }
.bar .error { fill: var(--error); } .bar .warning { fill: var(--warning); } .bar .info { fill: var(--info); } .bar .good { fill: var(--good); } .bar .fault { fill: var(--ink); } .bar .muted { fill: var(--soft); }
summary { cursor: pointer; color: var(--accent); font-size: .9rem; padding: .1rem .7rem; width: fit-content; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; display: inline-block; border: .3em solid transparent; border-left: .45em solid currentColor; margin-right: .35em; }
details[open] > summary::before { transform: rotate(90deg) translate(.1em, .1em); }
summary:hover { text-decoration: underline; text-underline-offset: .2em; }
.inside { margin: .5rem 0 .8rem -5.8rem; padding: .9rem 1.1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.inside > .fine { margin-top: .6rem; }
.inside > .systemic { margin-top: 0; }
.inside .wide { margin-top: .9rem; }
.samples { font-size: .9rem; line-height: 1.55; }
.samples th, .samples td { padding: .3rem .6rem; }
.samples tbody th { font-weight: 600; background: var(--faint); border-top: 0; }
.samples tbody:not(:first-of-type) th { border-top: .6rem solid var(--card); }
.samples thead th { white-space: nowrap; }
.samples .number, .samples .key { width: 1%; }
.samples td:nth-child(2) { min-width: 5em; word-break: keep-all; overflow-wrap: break-word; }
.samples td:nth-child(3) { min-width: 8em; }
.samples td:nth-child(5) { min-width: 15em; width: 45%; }
.cell { white-space: pre-wrap; background: var(--faint); border-radius: 3px; padding: .05em .35em; box-decoration-break: clone; }
.key { white-space: nowrap; font-variant-numeric: tabular-nums; }
.trace { width: 1%; white-space: nowrap; }
.trace code { display: block; width: 8rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; user-select: all; color: var(--soft); }
.scripted .trace code { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); }
.copy { display: none; font: inherit; font-size: .85em; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: 5px; padding: 0 .55em; cursor: pointer; white-space: nowrap; }
.scripted .copy { display: inline-block; }
.copy:hover { border-color: var(--accent); }
.copy.copied { color: var(--good); border-color: var(--good); }
.copy.copied::before { content: "✓ "; }
.command code { background: var(--faint); border-radius: 3px; padding: .1em .4em; user-select: all; }
.changes { max-width: 46rem; }
.changes .gone { color: var(--good); font-weight: 600; }
.chart { display: block; width: 100%; max-width: 52rem; height: auto; margin: .3rem 0 .6rem; overflow: visible; }
.chart polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
.chart .error polyline { stroke: var(--error); } .chart .error circle { fill: var(--error); }
.chart .warning polyline { stroke: var(--warning); stroke-dasharray: 5 4; } .chart .warning circle { fill: var(--paper); stroke: var(--warning); stroke-width: 1.6; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .tick { fill: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
.curves > span::before { content: ""; display: inline-block; width: 1.6em; vertical-align: .25em; margin-right: .4em; border-top: 2px solid var(--error); }
.curves > .warning::before { border-top: 2px dashed var(--warning); }
.curves > span { margin-right: 1.2em; }
.numbers table { max-width: 34rem; margin-top: .4rem; }
.numbers summary, .skipped summary { padding-left: 0; }
.skipped ul { margin: .2rem 0 .4rem; padding-left: 1.2rem; columns: 18em; font-weight: 400; }
.files th[scope=row] { padding-left: 1.6rem; }
.files tfoot th[scope=row] { padding-left: .7rem; font-weight: 600; }
.files tr.file .fine { margin-left: .4em; }
.schools thead th { position: sticky; top: 0; background: var(--paper); }
th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; text-align: inherit; cursor: pointer; white-space: nowrap; }
th button:hover { color: var(--accent); }
th[data-sort] button::after { content: ""; display: inline-block; border: .28em solid transparent; margin-left: .3em; vertical-align: .12em; opacity: 0; }
th[aria-sort=descending] button::after { border-top-color: currentColor; opacity: 1; vertical-align: -.05em; }
th[aria-sort=ascending] button::after { border-bottom-color: currentColor; opacity: 1; vertical-align: .3em; }
th[aria-sort] { color: var(--ink); }
.spark { display: block; overflow: visible; }
.spark polyline { fill: none; stroke: var(--error); stroke-width: 1.6; stroke-linejoin: round; }
.spark circle { fill: var(--error); }
.spark.good polyline { stroke: var(--good); } .spark.good circle { fill: var(--good); }
.spark .ground { stroke: var(--line); stroke-width: 1; }
.schools .trend { min-width: 6rem; padding-top: .7rem; }
.schools .more { min-width: 9em; }
.tone.error { color: var(--error); font-weight: 600; } .tone.warning { color: var(--warning); font-weight: 600; } .tone.good { color: var(--good); } .tone.muted { color: var(--soft); }
.schools .chip { padding-top: .1rem; }
.schools .who { white-space: nowrap; }
.schools th[scope=row] { min-width: 11em; }
.schools .packages { overflow-wrap: anywhere; }
.schools thead .packages { white-space: nowrap; }
.schools .trend, .schools .number { white-space: nowrap; }
.schools .packages summary { padding: 0; white-space: nowrap; }
.tag { display: none; color: var(--soft); font-weight: 400; margin-right: .35em; }
.spread .bar { height: 1.1rem; border-radius: 3px; margin: 1.4rem 0 .8rem; }
.files .quarantined { color: var(--error); font-weight: 600; }
.files tbody tr:not(.file) > * { border-top-style: dotted; padding-block: .3rem; }
@media (max-width: 76rem) {
  .wide { overflow-x: auto; }
}
@media (max-width: 40rem) {
  th, td { padding: .45rem .4rem; }
  .rules .size { display: none; }
  .rules td:first-child { width: auto; }
  .rules tr.fold > td { padding: 0 0 .5rem 0; }
  .inside { margin: .4rem 0 .6rem; padding: .7rem .75rem; }
  .tag { display: inline; }
  .schools thead { position: absolute; clip-path: inset(50%); }
  .schools, .schools tbody, .schools tfoot { display: block; }
  .schools tr { display: flex; flex-wrap: wrap; gap: .05rem .9rem; align-items: baseline; padding: .55rem 0; border-top: 1px solid var(--line); }
  .schools tr > * { border: 0; padding: 0; }
  .schools th[scope=row] { order: -1; width: 100%; min-width: 0; }
  .schools td:empty, .schools td:has(> .muted:only-child) { display: none; }
  .samples thead { position: absolute; clip-path: inset(50%); }
  .samples, .samples tbody, .samples tr, .samples th { display: block; }
  .samples tbody tr { display: flex; flex-wrap: wrap; gap: .05rem .8rem; padding: .4rem 0; border-top: 1px solid var(--line); }
  .samples tbody tr > * { border: 0; padding: 0; min-width: 0; text-align: left; }
  .samples tbody tr:has(th) { padding: 0; border: 0; }
  .samples tbody tr > th { padding: .25rem .5rem; width: 100%; border: 0 !important; }
  .samples td:first-child::before { content: "#"; color: var(--soft); }
  .samples td:nth-child(5) { width: 100%; }
  .samples td:nth-child(n) { min-width: 0; }
  .samples .trace { width: 100%; }
  .spark { display: inline-block; vertical-align: middle; }
  .schools .trend { padding-top: 0; }
  .chart .tick { font-size: 19px; }
  .chart .between { display: none; }
}
`;
