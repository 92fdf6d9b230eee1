import type { CatalogueEntry } from '../../catalog/entry.ts'

function sameTags(a: readonly string[], b: readonly string[]): boolean {
  const wanted = new Set(b)
  return a.length === wanted.size && a.every((tag) => wanted.has(tag))
}

type Stats = CatalogueEntry['stats']

/** What the last backup of the same level (and tags, where given) came to; undefined where there is none. */
export function previousStats(
  destinations: readonly { readonly entries: readonly CatalogueEntry[] }[],
  level: number,
  tags?: readonly string[],
): Stats | undefined {
  const alike = destinations
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.level === level && (tags === undefined || sameTags(entry.tags, tags)))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  return alike.at(-1)?.stats
}
