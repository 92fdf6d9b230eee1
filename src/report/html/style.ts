/** The look of all pages: dark and light, wide and narrow, nothing fetched. */
export const stylesheet = `
:root { color-scheme: light dark; --page: #fff; --card: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --dim: #59636e; --link: #0969da; --good: #1a7f37; --warn: #9a6700; --bad: #d1242f; }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --card: #151b23; --line: #3d444d; --text: #e6edf3; --dim: #9198a1; --link: #4493f8; --good: #3fb950; --warn: #d29922; --bad: #f85149; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Inter, Helvetica, Arial, sans-serif; }
main, header, footer { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; }
h1 { font-size: 1.6em; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 1.15em; margin: 36px 0 10px; }
p { margin: 4px 0 16px; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.dim, small, footer { color: var(--dim); }
small { display: block; font-size: .8em; white-space: nowrap; }
footer { margin-top: 40px; padding-bottom: 28px; font-size: .87em; }
code { font: .87em/1.5 ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.table { border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 8px 14px; text-align: left; vertical-align: top; }
th { font-size: .82em; font-weight: 600; color: var(--dim); background: var(--card); white-space: nowrap; }
tbody tr { border-top: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.badge { display: inline-block; padding: 0 9px; border: 1px solid currentColor; border-radius: 99px; font-size: .82em; font-weight: 600; white-space: nowrap; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .none { color: var(--dim); }
.bars { display: block; fill: var(--link); max-width: 100%; }
.chain code { display: block; white-space: nowrap; }
.places { display: flex; flex-wrap: wrap; gap: 4px 10px; }
@media (max-width: 860px) {
  main, header, footer { padding-left: 14px; padding-right: 14px; }
  .table { border: 0; overflow: visible; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; width: 100%; }
  tbody tr { border: 1px solid var(--line); border-radius: 8px; padding: 6px 0; margin-bottom: 12px; }
  td { display: flex; gap: 12px; justify-content: space-between; padding: 4px 14px; text-align: right; white-space: normal; }
  td::before { content: attr(data-title); color: var(--dim); font-size: .87em; text-align: left; flex: none; }
  td:not(:has(> div:not(:empty))) { display: none; }
  td > div { min-width: 0; overflow-wrap: anywhere; }
  .places { justify-content: flex-end; }
  .chain code { white-space: normal; }
}
@media print { .table { overflow: visible; } a { color: inherit; } }
`
