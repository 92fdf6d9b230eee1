import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const fenced = /^```[\s\S]*?^```$/gm
const link = /\[[^\]]*\]\(([^)\s]+)\)/g

/** The anchor that GitHub gives to a heading. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function anchorsOf(markdown: string): Set<string> {
  const headings = markdown.replaceAll(fenced, '').matchAll(/^#{1,6} (.+)$/gm)
  return new Set([...headings].map(([, heading = '']) => anchorOf(heading)))
}

/** Links of a document that lead nowhere within the repository. `read` gives the text of another document. */
export function brokenLinks(file: string, read: (file: string) => string): string[] {
  const problems: string[] = []
  for (const [, target = ''] of read(file).replaceAll(fenced, '').matchAll(link)) {
    if (/^[a-z]+:/.test(target)) continue
    const [path = '', anchor] = target.split('#')
    const other = path === '' ? file : normalize(join(dirname(file), path))
    if (!existsSync(other)) problems.push(`${file}: no such file: ${target}`)
    else if (anchor && !anchorsOf(read(other)).has(anchor))
      problems.push(`${file}: no such heading: ${target}`)
  }
  return problems
}
