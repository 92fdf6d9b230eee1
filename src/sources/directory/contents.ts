import type { DrillCheck } from '../../domain/drill.ts'
import {
  type ByteString,
  compareFilePaths,
  type IndexDirectory,
  type IndexEntry,
  type IndexFile,
} from '../../domain/index-entry.ts'
import type { Chain, ChainLink } from '../../domain/source.ts'
import { childPath } from './byte-paths.ts'
import { type Differences, note } from './differences.ts'
import { readDumpdir } from './dumpdir.ts'
import { readMembers } from './read-members.ts'
import type { TarMember } from './tar-member.ts'
import { toIndexEntry } from './tree-observer.ts'
import { isZip, treeStream } from './tree-stream.ts'
import { indexOf } from './tree-view.ts'
import { checkZip } from './zip/check-zip.ts'

const fields = [
  'kind',
  'path',
  'mode',
  'uid',
  'gid',
  'mtime',
  'offset',
  'length',
  'attributes',
  'size',
  'sha256',
  'blocksSha256',
  'target',
] as const

function same(expected: IndexDirectory | IndexFile, found: IndexEntry): boolean {
  const a = expected as unknown as Record<string, unknown>
  const b = found as unknown as Record<string, unknown>
  return fields.every((field) => a[field] === b[field]) && String(a.device) === String(b.device)
}

interface Cursor<T> {
  current: T | undefined
  next(): Promise<void>
}

async function openCursor<T>(entries: AsyncIterable<T>): Promise<Cursor<T>> {
  const iterator = entries[Symbol.asyncIterator]()
  const cursor: Cursor<T> = {
    current: undefined,
    async next() {
      const result = await iterator.next()
      cursor.current = result.done === true ? undefined : result.value
    },
  }
  await cursor.next()
  return cursor
}

const notInStream = 'in the index, not in the stream'

/** Brings a cursor to the record of `member`, noting those that the stream lacks, and compares the two. */
async function checkMember<T extends IndexDirectory | IndexFile>(
  cursor: Cursor<T>,
  member: TarMember,
  order: (a: ByteString, b: ByteString) => number,
  differences: Differences,
): Promise<void> {
  while (cursor.current !== undefined && order(cursor.current.path, member.path) < 0) {
    note(differences, cursor.current.path, notInStream)
    await cursor.next()
  }
  if (cursor.current?.path !== member.path) {
    note(differences, member.path, 'not in the index')
    return
  }
  if (!same(cursor.current, toIndexEntry(member))) note(differences, member.path, 'differs from the index')
  await cursor.next()
}

const byPath = (a: ByteString, b: ByteString): number => (a < b ? -1 : a > b ? 1 : 0)

/** Compares one link's stream with its own index, record by record. */
async function checkLink(link: ChainLink, signal: AbortSignal, differences: Differences): Promise<number> {
  const index = indexOf(link)
  const directories = await openCursor(index.directories())
  const files = await openCursor(index.files())
  const unchanged = await openCursor(index.unchanged())
  let compared = 0

  /** Every unchanged record must be a name that its directory lists as not in this archive. */
  const checkUnchanged = async ({ path, dumpdir }: TarMember): Promise<void> => {
    for (const { code, name } of readDumpdir(dumpdir ?? Buffer.alloc(0))) {
      if (code !== 'N' || unchanged.current?.path !== childPath(path, name)) continue
      compared += 1
      await unchanged.next()
    }
  }

  for await (const member of readMembers(link.open(treeStream.name), { hash: true })) {
    signal.throwIfAborted()
    compared += 1
    if (member.kind === 'directory') {
      await checkMember(directories, member, byPath, differences)
      await checkUnchanged(member)
    } else await checkMember(files, member, compareFilePaths, differences)
  }
  for (const cursor of [directories, files, unchanged] as Cursor<IndexEntry>[]) {
    for (; cursor.current !== undefined; await cursor.next())
      note(differences, cursor.current.path, notInStream)
  }
  return compared
}

/** Re-reads the streams of a chain and holds every member, with its hash, against the index. No restore, no disk. */
export async function checkContents(chain: Chain, signal: AbortSignal): Promise<DrillCheck[]> {
  const checks: DrillCheck[] = []
  for (const link of chain) {
    const differences: Differences = { count: 0, first: [] }
    const compared = await (isZip(link) ? checkZip : checkLink)(link, signal, differences)
    const passed = compared > 0 && differences.count === 0
    checks.push({
      name: `contents of ${link.id}`,
      result: passed ? 'passed' : 'failed',
      expected: `${compared} records`,
      found: passed
        ? `${compared} records`
        : compared === 0
          ? 'nothing was compared'
          : `${differences.count} ${differences.count === 1 ? 'difference' : 'differences'}: ${differences.first.join('; ')}`,
    })
  }
  return checks
}
