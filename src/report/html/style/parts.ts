/** Head of the page, the gate, what to fix first, and the tools. */
export const partsStyle = `
.top { position: relative; }
.kicker { font-size: .95rem; letter-spacing: .06em; }
.sub { margin-top: .15rem; }
.sub b { color: var(--ink); }
.switch { float: right; margin: 0 0 .5rem 1rem; padding: 0; border: 1px solid var(--line); border-radius: 6px; background: var(--card); overflow: hidden; display: flex; font-size: .9rem; }
.switch input { position: absolute; opacity: 0; }
.switch label { padding: .2rem .8rem; cursor: pointer; color: var(--soft); }
.switch input:checked + label { background: var(--accent); color: var(--card); }
.switch input:focus-visible + label { outline: 3px solid var(--accent); outline-offset: -3px; box-shadow: inset 0 0 0 4px var(--card); }
.gate { --tone: var(--ink); --wash: var(--faint); display: flex; gap: 1rem; align-items: flex-start; margin: 1.4rem 0 1.2rem; padding: 1.1rem 1.3rem; border-radius: 8px; border: 1px solid var(--tone); background: var(--wash); }
.gate.shut { --tone: var(--error); --wash: var(--error-wash); }
.gate.held { --tone: var(--warning); --wash: var(--warning-wash); }
.gate.open { --tone: var(--good); --wash: var(--good-wash); }
.gate > svg { flex: none; margin-top: .1rem; fill: var(--tone); stroke: var(--card); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.gate circle { stroke: none; }
.verdict { font-size: 1.3rem; line-height: 1.5; font-weight: 700; margin-bottom: .2rem; color: var(--tone); }
.figures { display: flex; flex-wrap: wrap; gap: .4rem 2.6rem; margin-bottom: .6rem; }
.figures div { display: flex; gap: .55rem; align-items: baseline; }
.figures dt { color: var(--soft); }
.figures dd { font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures .error dd { color: var(--error); } .figures .warning dd { color: var(--warning); } .figures .info dd { color: var(--info); }
.chip { display: inline-flex; align-items: center; gap: .4em; white-space: nowrap; font-size: .9rem; font-weight: 600; }
.chip svg { flex: none; }
.chip.error { color: var(--error); } .chip.warning { color: var(--warning); } .chip.info { color: var(--info); } .chip.good { color: var(--good); } .chip.fault { color: var(--ink); } .chip.muted { color: var(--soft); }
.first ol { list-style: none; counter-reset: first; }
.first li { counter-increment: first; position: relative; padding: 1.15rem 0 1.2rem 3.2rem; border-top: 1px solid var(--line); }
.first li:last-child { border-bottom: 1px solid var(--line); }
.first li::before { content: counter(first); position: absolute; left: .4rem; top: .95rem; font-size: 1.7rem; line-height: 1.3; font-weight: 700; color: var(--error); font-variant-numeric: tabular-nums; }
.first li.warning::before { color: var(--warning); }
.first ol + .fine { margin-top: .6rem; }
.extent { margin: .1rem 0 .5rem; }
.extent .chip { margin-right: .3em; }
.systemic { margin: .5rem 0 .7rem; padding: .55rem .9rem; border-left: 4px solid var(--warning); background: var(--warning-wash); border-radius: 0 4px 4px 0; max-width: 46rem; }
.causes { margin: .2rem 0 .6rem; } .causes span { display: inline-block; margin-right: 1em; }
h2 + .intro + .changes { margin-bottom: 1rem; } h3#trend { margin-top: 1.6rem; }
.advice { display: grid; gap: .15rem; max-width: 46rem; }
.advice div { display: grid; grid-template-columns: 5.2em 1fr; gap: 0 .4rem; }
.advice dt { color: var(--soft); }
.advice .fix dt { color: var(--accent); font-weight: 600; }
html:lang(en) .advice div { grid-template-columns: 6.2em 1fr; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: center; margin-bottom: .9rem; font-size: .9rem; }
.tools fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1rem; }
.tools label { display: inline-flex; gap: .4rem; align-items: center; cursor: pointer; }
.tools input[type=checkbox] { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--accent); }
.tools input[type=search] { font: inherit; color: inherit; width: 19.5rem; max-width: 100%; padding: .3rem .65rem; border: 1px solid var(--soft); border-radius: 5px; background: var(--card); }
.tools ::placeholder { color: var(--soft); opacity: 1; }
.tools .shown { color: var(--soft); margin-right: auto; }
.tools button { font: inherit; color: var(--accent); background: none; border: 1px solid var(--line); border-radius: 5px; padding: .2rem .75rem; cursor: pointer; }
.tools button:hover { border-color: var(--accent); }
.pair { display: inline-flex; gap: .5rem; }
@media (max-width: 40rem) {
  .gate { padding: .9rem 1rem; gap: .75rem; }
  .gate > svg { width: 30px; height: 30px; }
  .verdict { font-size: 1.12rem; }
  .figures { gap: .2rem 1.6rem; }
  .first li { padding-left: 2.1rem; }
  .first li::before { left: 0; font-size: 1.4rem; }
  .advice div, html:lang(en) .advice div { grid-template-columns: 1fr; }
  .tools input[type=search], .tools .search { width: 100%; }
}
`;
