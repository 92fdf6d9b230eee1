import type { ByteString, IndexDirectory, IndexEntry, IndexFile } from '../../../domain/index-entry.ts'
import type { Damage } from '../../../domain/salvage.ts'
import type { ChainLink, SalvageLink } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { childPath } from '../byte-paths.ts'
import { readDumpdir } from '../dumpdir.ts'
import type { TarMember } from '../tar-member.ts'
import { toIndexEntry } from '../tree-observer.ts'
import { isZip } from '../tree-stream.ts'
import { readGap } from './read-gap.ts'

/** All that can be known of what one backup of a chain holds: from its index, else from its stream. */
export interface KnownIndex {
  readonly directories: Map<ByteString, IndexDirectory>
  readonly files: Map<ByteString, IndexFile>
  readonly unchanged: Set<ByteString>
  /** Whether every file, or that it is unchanged, is among them. */
  readonly complete: boolean
  /** Whether it had to be read out of the stream: names of files that vanished meanwhile are among the unchanged then. */
  readonly rebuilt: boolean
  /** How many records nobody can name any more, where the index's root counts them. */
  readonly unnamed: number | undefined
  /** What keeps the rest from being known. */
  readonly why: Damage | undefined
}

type Records = Pick<KnownIndex, 'directories' | 'files' | 'unchanged'>

function add({ directories, files, unchanged }: Records, entry: IndexEntry): void {
  if (entry.kind === 'directory') directories.set(entry.path, entry)
  else if (entry.kind === 'unchanged') unchanged.add(entry.path)
  else files.set(entry.path, entry)
}

/** A directory's own record lists the names in it that are in older archives only. */
function addMember(records: Records, member: TarMember): void {
  add(records, toIndexEntry(member))
  for (const { code, name } of readDumpdir(member.dumpdir ?? Buffer.alloc(0)))
    if (code === 'N') records.unchanged.add(childPath(member.path, name))
}

/** The parts of a stream of which the index says nothing: they begin and end where a member does. */
function gapsOf({ directories, files }: Records, end: number): { offset: number; end: number }[] {
  const extents = [...directories.values(), ...files.values()].toSorted((a, b) => a.offset - b.offset)
  const gaps: { offset: number; end: number }[] = []
  let at = 0
  for (const { offset, length } of extents) {
    if (offset > at) gaps.push({ offset: at, end: offset })
    at = Math.max(at, offset + length)
  }
  if (at < end) gaps.push({ offset: at, end })
  return gaps
}

async function readRecords(link: ChainLink): Promise<Records> {
  const records: Records = { directories: new Map(), files: new Map(), unchanged: new Set() }
  const { index } = link
  if (index === undefined) return records
  for (const entries of [index.directories(), index.files(), index.unchanged()])
    for await (const entry of entries) add(records, entry)
  return records
}

/** What is missing goes by the root; undefined where that is lost too. */
function missingOf({ index }: ChainLink, { directories, files, unchanged }: Records) {
  if (index?.totals === undefined) return undefined
  const { totals } = index
  return {
    placed: totals.directory - directories.size + (totals.file - files.size),
    unchanged: totals.unchanged - unchanged.size,
    files: totals.file - files.size,
  }
}

/** Reads again, out of the stream, what the index has lost; returns the first damage that was in the way. */
async function readAgain(
  link: ChainLink,
  records: Records,
  bytes: number,
  signal: AbortSignal,
): Promise<HoldfastError | undefined> {
  const missing = missingOf(link, records)
  let why: HoldfastError | undefined
  const known = [...records.directories.values()]
  for (const gap of missing === undefined || missing.placed > 0 ? gapsOf(records, bytes) : []) {
    why ??= await readGap(link, gap, (member) => addMember(records, member), signal)
  }
  if (missing === undefined || missing.unchanged <= 0) return why
  for (const { offset, length } of known) {
    const gap = { offset, end: offset + length }
    why ??= await readGap(link, gap, (member) => addMember(records, member), signal)
  }
  return why
}

/** Reads the index of a link as far as it goes, and what it lacks out of the link's stream. */
export async function knownIndexOf(
  { id, link, why }: SalvageLink,
  bytes: number,
  signal: AbortSignal,
): Promise<KnownIndex> {
  if (link === undefined) {
    const none = { directories: new Map(), files: new Map(), unchanged: new Set<ByteString>() }
    return { ...none, complete: false, rebuilt: false, unnamed: undefined, why: why() }
  }
  const records = await readRecords(link)
  const before = missingOf(link, records)
  if (before !== undefined && before.placed <= 0 && before.unchanged <= 0)
    return { ...records, complete: true, rebuilt: false, unnamed: 0, why: undefined }
  const inTheWay = isZip(link) ? undefined : await readAgain(link, records, bytes, signal)
  const after = missingOf(link, records)
  const unnamed = after && Math.max(0, after.files) + Math.max(0, after.unchanged)
  const complete = unnamed === undefined ? inTheWay === undefined : unnamed === 0
  return {
    ...records,
    complete,
    rebuilt: true,
    unnamed: complete ? 0 : unnamed,
    why: complete ? undefined : (inTheWay ?? why() ?? lacking(id)),
  }
}

function lacking(id: string): HoldfastError {
  return new HoldfastError('index-damaged', `the index of ${id} lacks records`, {
    hint: 'Restore another backup.',
    context: { id },
  })
}
