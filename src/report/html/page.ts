import { minuteOf } from '../duration.ts'
import { html, Markup } from './markup.ts'
import type { Site } from './site.ts'
import { stylesheet } from './style.ts'

/** In every page: by this it is known again as one of ours. */
export const generator = '<meta name="generator" content="holdfast">'

/** A whole page, which fetches nothing and runs nothing. `title` is also its heading, `lead` stands below. */
export function page(
  { now, version }: Site,
  { title, lead, body }: { readonly title: string; readonly lead: Markup; readonly body: Markup },
): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
${new Markup(generator)}
<title>${title} · Holdfast</title>
<style>${new Markup(stylesheet)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${lead}
</header>
<main>
${body}</main>
<footer>As of ${minuteOf(now.toISOString())}, written by Holdfast ${version}. Ages are those of that moment.</footer>
</body>
</html>
`.text
}
