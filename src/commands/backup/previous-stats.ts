import type { CatalogueEntry } from '../../catalog/entry.ts'

function sameTags(a: readonly string[], b: readonly string[]): boolean {
  const wanted = new Set(b)
  return a.length === wanted.size && a.every((tag) => wanted.has(tag))
}

type Stats = CatalogueEntry['stats']

/** What the backups of the same level (and tags, where given) came to, oldest first; one at several places counts once. */
export function earlierStats(
  destinations: readonly { readonly entries: readonly CatalogueEntry[] }[],
  level: number,
  tags?: readonly string[],
): Stats[] {
  const entries = destinations.flatMap((destination) => destination.entries)
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
    .filter((entry) => entry.level === level && (tags === undefined || sameTags(entry.tags, tags)))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map(({ stats }) => stats)
}

/** What the last of {@link earlierStats} came to; undefined where there is none. */
export function previousStats(...about: Parameters<typeof earlierStats>): Stats | undefined {
  return earlierStats(...about).at(-1)
}
