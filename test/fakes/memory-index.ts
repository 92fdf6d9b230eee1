import type {
  IndexDirectory,
  IndexEntry,
  IndexFile,
  IndexReader,
  IndexScope,
  IndexSink,
  IndexUnchanged,
} from '../../src/domain/index-entry.ts'

/** An index in memory: what a sink took, in the order it came. */
export class MemoryIndex implements IndexSink, IndexReader {
  readonly entries: IndexEntry[] = []

  add(entry: IndexEntry): void {
    this.entries.push(entry)
  }

  async *#select<T extends IndexEntry>(
    kinds: (entry: IndexEntry) => entry is T,
    scope?: IndexScope,
  ): AsyncGenerator<T> {
    const under = scope?.under
    for (const entry of this.entries) {
      if (!kinds(entry)) continue
      if (under === undefined || entry.path === under || entry.path.startsWith(`${under}/`) || under === '')
        yield entry
    }
  }

  directories(scope?: IndexScope): AsyncIterable<IndexDirectory> {
    return this.#select((entry): entry is IndexDirectory => entry.kind === 'directory', scope)
  }

  files(scope?: IndexScope): AsyncIterable<IndexFile> {
    return this.#select(
      (entry): entry is IndexFile => entry.kind !== 'directory' && entry.kind !== 'unchanged',
      scope,
    )
  }

  unchanged(scope?: IndexScope): AsyncIterable<IndexUnchanged> {
    return this.#select((entry): entry is IndexUnchanged => entry.kind === 'unchanged', scope)
  }
}
