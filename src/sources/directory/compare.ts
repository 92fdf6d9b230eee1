import type { DrillCheck } from '../../domain/drill.ts'
import {
  type ByteString,
  compareFilePaths,
  type IndexDirectory,
  type IndexFile,
} from '../../domain/index-entry.ts'
import type { TreeView } from '../../domain/tree-view.ts'
import { displayPath } from './byte-paths.ts'
import { type CompareOptions, compareFile, compareMetadata } from './compare-entry.ts'
import { mergeInOrder } from './compare-merge.ts'
import { createTally, differ, tallyCheck } from './compare-tally.ts'
import type { TarMember } from './tar-member.ts'

export type { CompareOptions } from './compare-entry.ts'

const noFiles: DrillCheck = {
  name: 'files',
  result: 'failed',
  expected: 'at least one file',
  found: 'directories alone',
}

function excused(path: ByteString, options: CompareOptions): boolean {
  if (options.unread.length === 0) return false
  const text = displayPath(path)
  return options.unread.some((unread) => text === unread || text.startsWith(`${unread}/`))
}

/**
 * Compares a tree as the index has it with one that was read back, both in the order of the index, in one merge.
 * Checks: `files` (presence, kinds, sizes, link texts, hard links), `hashes`, `metadata` (modes, times, owners,
 * attributes) and `no extra files`. A tree without any file is a failure: a backup of nothing proves nothing.
 */
export async function compareTrees(
  view: TreeView,
  members: AsyncIterable<TarMember>,
  options: CompareOptions,
): Promise<{ readonly checks: DrillCheck[]; readonly files: number }> {
  const tally = createTally()
  const iterator = members[Symbol.asyncIterator]()
  const found: { current: TarMember | undefined; next: () => Promise<void> } = {
    current: undefined,
    next: async () => {
      const result = await iterator.next()
      found.current = result.done === true ? undefined : result.value
    },
  }
  await found.next()
  const comparison = { tally, options, inodes: new Map() }
  const missing = ({ entry }: { entry: IndexDirectory | IndexFile }): void => {
    if (!options.devices && (entry.kind === 'character' || entry.kind === 'block')) return
    tally.compared.files += 1
    differ(tally, 'files', entry.path, 'missing')
  }
  const extra = (member: TarMember): void => {
    if (!excused(member.path, options)) differ(tally, 'extra', member.path, 'not in the backup')
  }
  const shared = { only: missing, extra }
  await mergeInOrder(view.directories()[Symbol.asyncIterator](), found, {
    ...shared,
    pathOf: ({ entry }) => entry.path,
    order: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    takes: ({ kind }) => kind === 'directory',
    both: ({ entry }, member) => {
      tally.compared.files += 1
      compareMetadata(tally, entry, member, options)
    },
  })
  let leaves = 0
  await mergeInOrder(view.files()[Symbol.asyncIterator](), found, {
    ...shared,
    pathOf: ({ entry }) => entry.path,
    order: compareFilePaths,
    takes: ({ kind }) => kind !== 'directory',
    only: (file) => {
      leaves += 1
      missing(file)
    },
    both: ({ link, entry }, member) => {
      leaves += 1
      compareFile(comparison, link, entry, member)
    },
  })
  if (found.current !== undefined) extra(found.current)
  const { files, hashes, metadata } = tally.compared
  return {
    files,
    checks: [
      leaves === 0 ? noFiles : tallyCheck(tally, 'files', 'files', files),
      // A tree of directories and links alone has nothing to hash.
      tallyCheck(tally, 'hashes', 'hashes', hashes === 0 && files > 0 ? files : hashes),
      tallyCheck(tally, 'metadata', 'metadata', metadata),
      tallyCheck(tally, 'no extra files', 'extra', files),
    ],
  }
}
