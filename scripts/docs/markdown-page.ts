import { marked } from 'marked'

/** As github.com shows Markdown, near enough to judge how a job summary looks. */
const style = `
body { font: 14px/1.5 -apple-system, "Segoe UI", Inter, Helvetica, Arial, sans-serif; color: #1f2328; margin: 24px; }
h3 { font-size: 1.25em; font-weight: 600; margin: 24px 0 16px; }
h3:first-child { margin-top: 0; }
p, ul, blockquote, table, details { margin: 0 0 16px; }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0; }
th { font-weight: 600; }
tr:nth-child(2n) { background: #f6f8fa; }
code { font: 85% ui-monospace, "JetBrains Mono", "DejaVu Sans Mono", monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px; white-space: break-spaces; }
blockquote { border-left: .25em solid #d1d9e0; color: #59636e; padding: 0 1em; }
ul { padding-left: 2em; }
`

/** A page that shows the Markdown of a job summary. */
export function markdownPage(markdown: string): string {
  const body = marked.parse(markdown, { async: false, gfm: true })
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><article>${body}</article>\n`
}
