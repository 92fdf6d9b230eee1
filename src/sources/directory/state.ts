import { HoldfastError } from '../../errors/error.ts'
import type { LinkGroups } from './link-groups.ts'
import { parseSnapshotFile, type SnapshotFile, writeSnapshotFile } from './snapshot-file.ts'

/** What decides which paths belong to a backup; a parent that differs cannot be built upon. */
export interface Selection {
  readonly path: string
  readonly exclude: readonly string[]
  readonly oneFileSystem: boolean
  readonly leaveOut: readonly string[]
}

/** What a directory's next increment needs. */
export interface DirectoryState {
  readonly selection: Selection
  readonly snapshot: SnapshotFile
  /** Groups of names that are hard links to one file, see `link-groups.ts`. */
  readonly linked: LinkGroups
}

/** The state as bytes: a line of JSON, then the snapshot file. */
export function encodeState(state: DirectoryState): Buffer {
  const head = { format: 1, type: 'directory', selection: state.selection, linked: state.linked }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), writeSnapshotFile(state.snapshot)])
}

/** The reverse of {@link encodeState}; `state-unusable` for anything else. */
export function decodeState(bytes: Uint8Array): DirectoryState {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const newline = data.indexOf(10)
    const head = JSON.parse(data.toString('utf8', 0, newline)) as Record<string, unknown>
    if (head.format !== 1 || head.type !== 'directory') throw new Error('not the state of a directory')
    return {
      selection: head.selection as Selection,
      snapshot: parseSnapshotFile(data.subarray(newline + 1)),
      linked: head.linked as LinkGroups,
    }
  } catch (cause) {
    throw new HoldfastError('state-unusable', 'the state of the previous backup is not usable', {
      hint: 'Make a full backup: `holdfast backup --level 0`.',
      cause,
    })
  }
}

/** Why a parent with this selection cannot be built upon; undefined when it can. */
export function selectionChange(parent: Selection, now: Selection): string | undefined {
  if (parent.path !== now.path) return 'the path changed'
  if (parent.oneFileSystem !== now.oneFileSystem) return 'one-file-system changed'
  const list = (selection: Selection): string =>
    JSON.stringify([selection.exclude.toSorted(), selection.leaveOut.toSorted()])
  return list(parent) === list(now) ? undefined : 'the list of what is left out changed'
}
