import type { FileHandle } from 'node:fs/promises'
import type { ByteString } from '../../domain/index-entry.ts'
import type { CaptureContext } from '../../domain/source.ts'
import { hasCode } from '../../errors/error.ts'
import { relativePath } from './byte-paths.ts'
import { readDumpdir } from './dumpdir.ts'
import { forgetBrokenGroups, type LinkGroups } from './link-groups.ts'
import type { SnapshotFile } from './snapshot-file.ts'
import { pruneMovedDirectories } from './snapshot-prune.ts'
import { decodeState, type Selection, selectionChange } from './state.ts'
import type { NameSet } from './tree-observer.ts'

/** The parent as this run uses it, or why it cannot. */
export type ParentUse =
  | {
      readonly snapshot: SnapshotFile
      readonly linked: LinkGroups
      readonly names: (directory: ByteString) => NameSet | undefined
    }
  | { readonly fullBecause?: string }

function namesIn(snapshot: SnapshotFile): (directory: ByteString) => NameSet | undefined {
  const lists = new Map(snapshot.directories.map(({ name, names }) => [relativePath(name), names]))
  return (directory) => {
    const list = lists.get(directory)
    if (list === undefined) return undefined
    const names = new Set<ByteString>()
    for (const { code, name } of readDumpdir(list)) if (code !== 'D') names.add(name)
    return names
  }
}

/**
 * Decides whether the parent can be built upon and prepares its snapshot. `fresh` is a file just made: its time is
 * the kernel's, which the snapshot's must not be ahead of.
 */
export async function useParent(
  context: CaptureContext,
  selection: Selection,
  fresh: FileHandle,
): Promise<ParentUse> {
  if (context.level === 0) return {}
  if (context.parent === undefined) return { fullBecause: 'there is no backup to build upon' }
  try {
    const state = decodeState(context.parent.state)
    const change = selectionChange(state.selection, selection)
    if (change !== undefined) return { fullBecause: change }
    const { mtimeNs } = await fresh.stat({ bigint: true })
    if (mtimeNs < state.snapshot.time)
      return { fullBecause: 'the clock went back behind the previous backup' }
    const pruned = await pruneMovedDirectories(state.snapshot, selection.path, context.signal)
    const snapshot = forgetBrokenGroups(pruned, state.linked)
    return { snapshot, linked: state.linked, names: namesIn(snapshot) }
  } catch (error) {
    if (hasCode(error, 'state-unusable'))
      return { fullBecause: 'the state of the previous backup is not usable' }
    throw error
  }
}
