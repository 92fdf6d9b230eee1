import type { IndexDirectory, IndexEntry, IndexFile } from '../../domain/index-entry.ts'
import type { Chain, ChainLink, DrillCheck } from '../../domain/source.ts'
import { childPath, displayPath } from './byte-paths.ts'
import { treeStream } from './capture.ts'
import { readDumpdir } from './dumpdir.ts'
import { readMembers } from './read-members.ts'
import type { TarMember } from './tar-member.ts'
import { toIndexEntry } from './tree-observer.ts'
import { indexOf } from './tree-view.ts'

const shown = 10

interface Differences {
  count: number
  readonly first: string[]
}

function note(differences: Differences, path: string, what: string): void {
  differences.count += 1
  if (differences.first.length < shown) differences.first.push(`${displayPath(path)}: ${what}`)
}

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
  'target',
] as const

function same(expected: IndexDirectory | IndexFile, found: IndexEntry): boolean {
  const a = expected as unknown as Record<string, unknown>
  const b = found as unknown as Record<string, unknown>
  return fields.every((field) => a[field] === b[field]) && String(a.device) === String(b.device)
}

async function nextOf<T>(iterator: AsyncIterator<T>): Promise<T | undefined> {
  const result = await iterator.next()
  return result.done === true ? undefined : result.value
}

/** Compares one link's stream with its own index, record by record. */
async function checkLink(link: ChainLink, differences: Differences): Promise<number> {
  const index = indexOf(link)
  const directories = index.directories()[Symbol.asyncIterator]()
  const files = index.files()[Symbol.asyncIterator]()
  const unchanged = index.unchanged()[Symbol.asyncIterator]()
  let same_ = await nextOf(unchanged)
  let compared = 0

  /** Every unchanged record must be a name that the directory lists as not in this archive. */
  const checkUnchanged = async (member: TarMember): Promise<void> => {
    for (const { code, name } of readDumpdir(member.dumpdir ?? Buffer.alloc(0))) {
      if (code !== 'N' || same_ === undefined || same_.path !== childPath(member.path, name)) continue
      compared += 1
      same_ = await nextOf(unchanged)
    }
  }

  for await (const member of readMembers(link.open(treeStream.name), { hash: true })) {
    const expected = await nextOf<IndexDirectory | IndexFile>(
      member.kind === 'directory' ? directories : files,
    )
    compared += 1
    if (expected === undefined) note(differences, member.path, 'not in the index')
    else if (!same(expected, toIndexEntry(member))) note(differences, expected.path, 'differs from the index')
    if (member.kind === 'directory') await checkUnchanged(member)
  }
  for (const rest of [await nextOf<IndexDirectory | IndexFile>(directories), await nextOf(files), same_])
    if (rest !== undefined) note(differences, rest.path, 'in the index, not in the stream')
  return compared
}

/** Re-reads the streams of a chain and holds every member, with its hash, against the index. No restore, no disk. */
export async function checkContents(chain: Chain): Promise<DrillCheck[]> {
  const checks: DrillCheck[] = []
  for (const link of chain) {
    const differences: Differences = { count: 0, first: [] }
    const compared = await checkLink(link, differences)
    const passed = compared > 0 && differences.count === 0
    checks.push({
      name: `contents of ${link.id}`,
      result: passed ? 'passed' : 'failed',
      expected: `${compared} records`,
      found: passed
        ? `${compared} records`
        : compared === 0
          ? 'nothing was compared'
          : `${differences.count} differences: ${differences.first.join('; ')}`,
    })
  }
  return checks
}
