import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Every path with its kind, mode, time and content; without owners, so that anyone may have restored it. */
export function plainTree(root: string): Record<string, string> {
  const lines: [string, string][] = []
  const first = new Map<number, string>()
  const visit = (path: string): void => {
    const stats = lstatSync(path)
    const name = relative(root, path)
    const parts = [(stats.mode & 0o7777).toString(8), stats.mtime.toISOString()]
    if (stats.isDirectory()) lines.push([`${name}/`, parts.join(' ')])
    else if (stats.isSymbolicLink()) lines.push([name, `-> ${readlinkSync(path)}`])
    else {
      const content = createHash('sha256').update(readFileSync(path)).digest('hex')
      const twin = first.get(stats.ino)
      first.set(stats.ino, twin ?? name)
      lines.push([name, [...parts, content, ...(twin === undefined ? [] : [`with ${twin}`])].join(' ')])
    }
    if (stats.isDirectory()) for (const child of readdirSync(path).sort()) visit(join(path, child))
  }
  visit(root)
  return Object.fromEntries(lines)
}
