import {
  type ByteString,
  compareFilePaths,
  type IndexFile,
  type IndexReader,
  type IndexScope,
} from '../../domain/index-entry.ts'
import type { Chain, ChainLink } from '../../domain/source.ts'
import type { TreeView } from '../../domain/tree-view.ts'
import { HoldfastError } from '../../errors/error.ts'
import { displayPath } from './byte-paths.ts'

interface Cursor<T extends { readonly path: ByteString }> {
  /** The entry at the cursor. */
  current(): T | undefined
  next(): Promise<void>
  close(): Promise<void>
}

async function openCursor<T extends { readonly path: ByteString }>(
  entries: AsyncIterable<T>,
): Promise<Cursor<T>> {
  const iterator = entries[Symbol.asyncIterator]()
  let value: T | undefined
  const next = async (): Promise<void> => {
    const result = await iterator.next()
    value = result.done === true ? undefined : result.value
  }
  await next()
  return {
    current: () => value,
    next,
    close: async () => void (await iterator.return?.()),
  }
}

/** The index of a link; `index-damaged` where it has none. */
export function indexOf(link: ChainLink): IndexReader {
  if (link.index !== undefined) return link.index
  throw new HoldfastError('index-damaged', `backup ${link.id} has no index`, {
    hint: 'Restore the whole directory instead, or use another backup.',
    context: { id: link.id },
  })
}

function unresolved(link: ChainLink, path: ByteString): HoldfastError {
  return new HoldfastError(
    'index-damaged',
    `the index of ${link.id} names an unchanged file that no older backup holds`,
    {
      hint: 'Restore another backup, and make a full one.',
      context: { id: link.id, path: displayPath(path) },
    },
  )
}

interface Ancestor {
  readonly link: ChainLink
  readonly files: Cursor<IndexFile>
}

async function resolveIn(
  ancestors: readonly Ancestor[],
  path: ByteString,
): Promise<{ link: ChainLink; entry: IndexFile } | undefined> {
  for (const { link, files } of ancestors) {
    for (let entry = files.current(); entry !== undefined; entry = files.current()) {
      const order = compareFilePaths(entry.path, path)
      if (order === 0) return { link, entry }
      if (order > 0) break
      await files.next()
    }
  }
  return undefined
}

async function* mergeFiles(
  chain: Chain,
  scope: IndexScope | undefined,
): AsyncGenerator<{ readonly link: ChainLink; readonly entry: IndexFile }> {
  const last = chain.at(-1)
  if (last === undefined) return
  const files = await openCursor(indexOf(last).files(scope))
  const unchanged = await openCursor(indexOf(last).unchanged(scope))
  const ancestors: Ancestor[] = []
  try {
    // Ancestors are opened only when there is something to look up in them.
    if (unchanged.current() !== undefined) {
      for (const link of chain.slice(0, -1).toReversed())
        ancestors.push({ link, files: await openCursor(indexOf(link).files(scope)) })
    }
    for (;;) {
      const file = files.current()
      const same = unchanged.current()
      if (file === undefined && same === undefined) return
      if (same === undefined || (file !== undefined && compareFilePaths(file.path, same.path) < 0)) {
        yield { link: last, entry: file as IndexFile }
        await files.next()
        continue
      }
      const found = await resolveIn(ancestors, same.path)
      if (found === undefined) throw unresolved(last, same.path)
      yield found
      await unchanged.next()
    }
  } finally {
    await files.close()
    await unchanged.close()
    for (const ancestor of ancestors) await ancestor.files.close()
  }
}

/**
 * The tree as it was at the chain's last link: a streaming merge of the links' indexes, in their order, memory flat.
 * An unchanged file comes from the nearest ancestor that holds it; `index-damaged` where none does.
 */
export function createTreeView(chain: Chain, scope?: IndexScope): TreeView {
  const last = chain.at(-1)
  return {
    async *directories() {
      if (last === undefined) return
      for await (const entry of indexOf(last).directories(scope)) yield { link: last, entry }
    },
    files: () => mergeFiles(chain, scope),
  }
}

/** The record of one file in one link's own index. */
export async function findFile(link: ChainLink, path: ByteString): Promise<IndexFile | undefined> {
  for await (const entry of indexOf(link).files({ under: path })) if (entry.path === path) return entry
  return undefined
}

/** One file of the tree, with the link that holds it. */
export async function findInTree(
  chain: Chain,
  path: ByteString,
): Promise<{ readonly link: ChainLink; readonly entry: IndexFile } | undefined> {
  for await (const found of createTreeView(chain, { under: path }).files())
    if (found.entry.path === path) return found
  return undefined
}
