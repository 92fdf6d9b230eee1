import type { IndexEntry } from '../../domain/index-entry.ts'
import type { PageLoader } from './section.ts'

/** Keeps the last `capacity` pages, decoded; a page asked for twice at once is loaded once. Failures are not kept. */
export function cachePages(load: PageLoader, capacity = 8): PageLoader {
  const kept = new Map<number, Promise<readonly IndexEntry[]>>()
  return (page) => {
    const found = kept.get(page.number)
    const entries = found ?? load(page)
    kept.delete(page.number)
    kept.set(page.number, entries)
    if (!found) entries.catch(() => kept.delete(page.number))
    const oldest = kept.keys().next().value
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest)
    return entries
  }
}
