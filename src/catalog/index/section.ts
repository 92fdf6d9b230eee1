import type { IndexEntry } from '../../domain/index-entry.ts'
import { comparePositions, type PageKind, type PositionRange, positionOf } from './order.ts'
import type { RootPage } from './root.ts'

export type PageLoader = (page: RootPage) => Promise<readonly IndexEntry[]>

/** The pages of a section that can hold records of the ranges, ascending. */
function pagesWithin(
  pages: readonly RootPage[],
  ranges: readonly PositionRange[] | undefined,
): readonly RootPage[] {
  if (ranges === undefined) return pages
  return pages.filter((page, i) => {
    const next = pages[i + 1]
    return ranges.some((range) => {
      const beginsInTime = comparePositions(positionOf(page.kind, page.first), range.to) < 0
      const endsInTime =
        next === undefined || comparePositions(positionOf(next.kind, next.first), range.from) > 0
      return beginsInTime && endsInTime
    })
  })
}

/** The records of a section within the ranges, one array a page; the next page is fetched while one is used. */
export async function* readSection(
  pages: readonly RootPage[],
  ranges: readonly PositionRange[] | undefined,
  load: PageLoader,
): AsyncGenerator<readonly IndexEntry[], void, undefined> {
  const wanted = pagesWithin(pages, ranges)
  let ahead: Promise<readonly IndexEntry[]> | undefined
  for (const [i, page] of wanted.entries()) {
    const entries = await (ahead ?? load(page))
    const next = wanted[i + 1]
    ahead = next && load(next)
    // A reader that stops early never awaits this one; its failure must not end the process.
    ahead?.catch(() => undefined)
    const within =
      ranges === undefined ? entries : entries.filter((entry) => isWithin(page.kind, entry, ranges))
    if (within.length > 0) yield within
  }
}

function isWithin(kind: PageKind, entry: IndexEntry, ranges: readonly PositionRange[]): boolean {
  const position = positionOf(kind, entry.path)
  return ranges.some(
    (range) => comparePositions(position, range.from) >= 0 && comparePositions(position, range.to) < 0,
  )
}
