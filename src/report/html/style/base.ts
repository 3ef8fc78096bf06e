/** Colours, type and the frame of the page. Contrast is at least 4.5 : 1 in both schemes. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --paper: #faf9f6; --card: #ffffff; --ink: #20262b; --soft: #5a636b; --line: #ddd9d0; --faint: #f1efe9; --accent: #1d5a78;
  --error: #a8261e; --warning: #865300; --info: #35618a; --good: #20693f;
  --error-wash: #fbeeec; --warning-wash: #fbf3e2; --good-wash: #ebf4ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171a1d; --card: #1e2225; --ink: #e8e5de; --soft: #a6aeb5; --line: #373d42; --faint: #25292d; --accent: #8cc4e3;
    --error: #ff9b90; --warning: #eebf66; --info: #92c0ea; --good: #86d3a4;
    --error-wash: #34211f; --warning-wash: #302818; --good-wash: #1b2c22;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font: 100%/1.7 "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; text-size-adjust: 100%; scroll-padding-top: 1rem; }
html:lang(en) { line-height: 1.6; }
[lang="en"] { font-family: "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Liberation Sans", Arial, "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
body { margin: 0 auto; padding: 2rem 2rem 3rem; max-width: 70rem; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; line-break: strict; text-spacing-trim: trim-start; }
html:not(:lang(en)) body [lang="en"]:not(.both), html:lang(en) body [lang="zh-TW"]:not(.both) { display: none; }
html:has(#lang-zh:checked) body [lang="zh-TW"], html:has(#lang-en:checked) body [lang="en"] { display: revert; }
html:has(#lang-zh:checked) body [lang="en"]:not(.both), html:has(#lang-en:checked) body [lang="zh-TW"]:not(.both) { display: none; }
[hidden] { display: none !important; }
h1, h2, h3, p, ol, dl, dd { margin: 0; padding: 0; }
h1, h2, h3, summary { text-wrap: balance; }
h1 { font-size: 2rem; line-height: 1.3; font-weight: 700; letter-spacing: .02em; }
h2 { font-size: 1.3rem; line-height: 1.4; margin: 3.25rem 0 .3rem; letter-spacing: .02em; }
h3 { font-size: 1.08rem; line-height: 1.5; }
b, th { font-weight: 600; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
code { font: .82em/1.5 ui-monospace, "Cascadia Mono", "SF Mono", Consolas, "Noto Sans Mono CJK TC", monospace; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.across { max-width: 104rem; }
.intro, .fine, .kicker, .sub, .muted { color: var(--soft); }
.fine { font-size: .875rem; font-weight: 400; }
.intro { margin-bottom: 1rem; }
.dot { color: var(--soft); margin: 0 .15em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .4rem .8rem; background: var(--card); border: 1px solid var(--line); }
.skip:focus { top: .5rem; z-index: 1; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
@media (max-width: 40rem) {
  body { padding: 1.1rem 1rem 2rem; }
  h1 { font-size: 1.55rem; }
  h2 { margin-top: 2.5rem; }
}
`;
