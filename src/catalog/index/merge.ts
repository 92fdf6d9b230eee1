import type { ByteString, IndexEntry } from '../../domain/index-entry.ts'

type Batches = AsyncGenerator<readonly IndexEntry[], void, undefined>

interface Cursor {
  readonly source: Batches
  /** Breaks ties, so that equal paths keep the order of their sections. */
  readonly rank: number
  batch: readonly IndexEntry[]
  next: number
}

/** Merges ascending sections into one ascending sequence; holds one page of each. */
export async function* mergeSections(
  sections: readonly Batches[],
  order: (a: ByteString, b: ByteString) => number,
): AsyncGenerator<IndexEntry, void, undefined> {
  const [only] = sections
  if (only && sections.length === 1) {
    for await (const batch of only) yield* batch
    return
  }
  const cursors: Cursor[] = []
  try {
    for (const [rank, source] of sections.entries()) {
      const cursor: Cursor = { source, rank, batch: [], next: 0 }
      if (await advance(cursor)) insert(cursors, cursor, order)
    }
    for (let cursor = cursors.shift(); cursor; cursor = cursors.shift()) {
      yield head(cursor)
      if (await advance(cursor)) insert(cursors, cursor, order)
    }
  } finally {
    for (const source of sections) await source.return()
  }
}

function head(cursor: Cursor): IndexEntry {
  return cursor.batch[cursor.next - 1] as IndexEntry
}

/** Moves on by one record; false at the end. Awaits only where a page ends. */
function advance(cursor: Cursor): boolean | Promise<boolean> {
  if (cursor.next < cursor.batch.length) {
    cursor.next += 1
    return true
  }
  return nextBatch(cursor)
}

async function nextBatch(cursor: Cursor): Promise<boolean> {
  const { done, value } = await cursor.source.next()
  if (done === true) return false
  cursor.batch = value
  cursor.next = 1
  return true
}

/** Keeps the cursors ascending by their heads. */
function insert(cursors: Cursor[], cursor: Cursor, order: (a: ByteString, b: ByteString) => number): void {
  const path = head(cursor).path
  let low = 0
  let high = cursors.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = cursors[middle] as Cursor
    const difference = order(head(other).path, path)
    if (difference < 0 || (difference === 0 && other.rank < cursor.rank)) low = middle + 1
    else high = middle
  }
  cursors.splice(low, 0, cursor)
}
