/** The report's stylesheet: light, dark, phone and print. Series differ by shape and dash, so colour only helps. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1c1d21; --soft: #585b66; --line: #d9dae0; --paper: #fcfcfa; --card: #fff; --accent: #2743b5; --a: #2743b5; --b: #b3541e; --c: #1d7a5f; --d: #8a2f7d; --e: #6b6f1a; --f: #5a5d68; --warn: #7a4b00; --warnpaper: #fdf3dd; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececef; --soft: #b6b9c4; --line: #3a3c44; --paper: #17181b; --card: #1e1f24; --accent: #b3c3ff; --a: #9fb4ff; --b: #f0a878; --c: #7fd3b8; --d: #e3a3d8; --e: #d2d683; --f: #b6b9c4; --warn: #f2d7a0; --warnpaper: #2f2817; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
main { max-width: 64rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.4rem; text-wrap: balance; }
h2 { font-size: 1.35rem; margin: 3rem 0 0.8rem; padding-top: 1.2rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0 0 0.2rem; }
a { color: var(--accent); text-underline-offset: 3px; }
p { max-width: 46rem; }
.about { color: var(--soft); margin: 0.2rem 0 0.7rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.4rem 1.6rem; align-items: baseline; margin: 1rem 0; padding: 0; list-style: none; }
.facts b { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.state { display: inline-block; padding: 0.15rem 0.6rem; border: 1px solid var(--line); border-radius: 1rem; font-size: 0.9rem; }
.notice { background: var(--warnpaper); color: var(--warn); padding: 0.7rem 1rem; border-radius: 0.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.35rem 0; }
.table, figure { background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; padding: 1rem 1.1rem; margin: 0 0 1.2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; min-width: 100%; }
th, td { text-align: left; padding: 0.32rem 0.9rem 0.32rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; } thead th[scope=colgroup] { border-bottom: 2px solid var(--line); }
.number { white-space: nowrap; text-align: right; } tbody tr:last-child > * { border-bottom: 0; }
th.group { font-weight: 600; padding-top: 0.9rem; } .reasons { list-style: none; padding: 0; margin: 0.7rem 0 0; font-size: 0.85rem; color: var(--soft); }
.sides td span { display: block; }
td.missing, p.missing { color: var(--soft); font-style: italic; } td.missing { max-width: 26rem; }
thead th.number { text-align: right; }
.file, .method { font-size: 0.85rem; color: var(--soft); margin: 0.6rem 0 0; } summary { cursor: pointer; padding: 0.3rem 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 1.2rem; align-items: start; } .figures figure { margin: 0; } .figures { margin-bottom: 1.2rem; }
figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; } .wide { display: none !important; } .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; padding: 0; margin: 0 0 0.4rem; font-size: 0.9rem; } .legend svg { display: inline-block; margin: 0 0.4rem 0 0; vertical-align: middle; }
@media (min-width: 34rem) { .wide { display: block !important; } .narrow { display: none !important; } }
figcaption { color: var(--soft); font-size: 0.9rem; margin-top: 0.5rem; } figure h3 { margin-bottom: 0.5rem; }
.flow { list-style: none; margin: 0 0 1.5rem; padding: 0; max-width: 34rem; }
.flow > li { border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); padding: 0.55rem 0.9rem; position: relative; }
.flow > .box { margin: 0 0 1.5rem; width: min(100%, 20rem); } .flow > .box:not(:last-child)::after { content: ""; position: absolute; left: 2rem; top: 100%; height: 1.5rem; border-left: 2px solid var(--soft); }
.flow > .side { margin: -0.6rem 0 0.9rem 3.4rem; border-style: dashed; } .flow > .side::before { content: ""; position: absolute; right: 100%; top: 50%; width: 1.4rem; border-top: 2px solid var(--soft); } .flow > .side::after { content: ""; position: absolute; left: -1.4rem; margin-left: 0; top: -0.9rem; bottom: -0.9rem; border-left: 2px solid var(--soft); }
.flow ul { margin: 0.2rem 0 0; padding-left: 1.1rem; color: var(--soft); font-size: 0.9rem; } .flow b { font-variant-numeric: tabular-nums; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 34rem) { .sides thead { display: none; } .sides tr, .sides th, .sides td.number { display: block; text-align: left; border: 0; } .sides tr { border-bottom: 1px solid var(--line); padding: 0.4rem 0; } .sides th, .sides td { padding: 0.1rem 0; } .sides td:empty { display: none; } .sides td::before { content: attr(data-side) " "; color: var(--soft); display: inline-block; min-width: 5.5rem; } .sides td span { display: inline; margin-left: 0.6rem; } main { padding: 1.2rem 0.9rem 3rem; } .table, figure { padding: 0.8rem; } h1 { font-size: 1.5rem; } .flow > .side { margin-left: 2.6rem; } .flow > .side::before { width: 0.6rem; } .flow > .side::after { left: -0.6rem; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --card: #fff; --accent: #000; --a: #000; --b: #000; --c: #000; --d: #000; --e: #000; --f: #000; --warn: #000; --warnpaper: #fff; } main { max-width: none; padding: 0; } nav, .file { display: none; } .table, figure, .flow > li { break-inside: avoid; } h2, h3 { break-after: avoid; } .scroll { overflow: visible; } table { font-size: 0.75rem; } th, td { padding-right: 0.5rem; } .notice { border: 1px solid #000; } details:not([open]) > :not(summary) { display: block; } details::details-content { content-visibility: visible; display: block; } body { font-size: 10pt; } }
`;
