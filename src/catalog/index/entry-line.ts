import type { IndexDirectory, IndexEntry, IndexFile } from '../../domain/index-entry.ts'
import { HoldfastError } from '../../errors/error.ts'
import { bytesMember, bytesOfMember } from './byte-text.ts'
import { indexDamaged } from './damaged.ts'
import { entryFault } from './entry-check.ts'

const letters = {
  directory: 'd',
  file: 'f',
  hardlink: 'h',
  symlink: 'l',
  fifo: 'p',
  character: 'c',
  block: 'b',
  unchanged: 'u',
} as const satisfies Record<IndexEntry['kind'], string>

const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter as string, kind]))

/**
 * One record of an index page, format 1: a JSON object on a line of its own, without the line end.
 *
 * | key | means |
 * |---|---|
 * | `k` | kind: `d` directory, `f` file, `h` hard link, `l` symlink, `p` fifo, `c` character device, `b` block device, `u` unchanged |
 * | `n` or `N` | path relative to the source's root: text where its bytes are valid UTF-8, else base64 under `N` |
 * | `m` `u` `g` | permission bits as a decimal number, owner, group |
 * | `t` | modification time, seconds since the epoch as text, up to nine decimals |
 * | `o` `l` | offset and length in the plain stream, bytes, from the first header to the next entry |
 * | `a` | SHA-256 over extended attributes and ACLs, absent without any |
 * | `s` `h` | size in bytes and SHA-256 (hex) of the content |
 * | `z` | of a file with more than 16 GiB of holes, in place of `h`: SHA-256 over its blocks, see docs/format.md |
 * | `r` or `R` | what a symlink says, or the first path of a hard link; as `n` |
 * | `v` | `[major, minor]` of a device |
 *
 * An unchanged record has `k` and `n` only. An entry that could not be read back is refused (`internal`).
 */
export function encodeEntry(entry: IndexEntry): string {
  const fault = entryFault(entry)
  if (fault !== undefined) {
    throw new HoldfastError('internal', `index entry with an impossible ${fault}`, {
      context: { path: entry.path, kind: entry.kind },
    })
  }
  const head = `{"k":"${letters[entry.kind]}",${bytesMember('n', entry.path)}`
  if (entry.kind === 'unchanged') return `${head}}`
  let line = `${head},"m":${entry.mode},"u":${entry.uid},"g":${entry.gid},"t":"${entry.mtime}","o":${entry.offset},"l":${entry.length}`
  if (entry.attributes !== undefined) line += `,"a":"${entry.attributes}"`
  if (entry.kind === 'directory') return `${line}}`
  line += `,"s":${entry.size}`
  if (entry.sha256 !== undefined) line += `,"h":"${entry.sha256}"`
  if (entry.blocksSha256 !== undefined) line += `,"z":"${entry.blocksSha256}"`
  if (entry.target !== undefined) line += `,${bytesMember('r', entry.target)}`
  if (entry.device !== undefined) line += `,"v":[${entry.device[0]},${entry.device[1]}]`
  return `${line}}`
}

interface Line {
  readonly [key: string]: unknown
  readonly v?: unknown
}

/** The entry of a line that {@link encodeEntry} wrote. Anything else: `index-damaged`. */
export function decodeEntry(line: string): IndexEntry {
  const entry = entryOf(parseObject(line))
  if (entry === undefined || !hasRightTypes(entry) || entryFault(entry) !== undefined) {
    throw indexDamaged('index record is malformed', { context: { record: line.slice(0, 200) } })
  }
  return entry
}

/** A JSON object, or `index-damaged`. */
export function parseObject(line: string): Line {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw indexDamaged('index line is not JSON', { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw indexDamaged('index line is not an object')
  }
  return value as Line
}

/** Builds the entry without checking its numbers and texts: {@link hasRightTypes} and `entryFault` do that. */
function entryOf(line: Line): IndexEntry | undefined {
  const kind = kinds.get(line.k as string)
  const path = bytesOfMember(line.n, line.N)
  if (kind === undefined || path === undefined) return undefined
  if (kind === 'unchanged') return { kind, path }
  const tree = {
    kind,
    path,
    mode: line.m,
    uid: line.u,
    gid: line.g,
    mtime: line.t,
    offset: line.o,
    length: line.l,
    ...(line.a === undefined ? {} : { attributes: line.a }),
  }
  if (kind === 'directory') return tree as unknown as IndexDirectory
  const target = line.r === undefined && line.R === undefined ? undefined : bytesOfMember(line.r, line.R)
  if (target === undefined && (line.r !== undefined || line.R !== undefined)) return undefined
  return {
    ...tree,
    size: line.s,
    ...(line.h === undefined ? {} : { sha256: line.h }),
    ...(line.z === undefined ? {} : { blocksSha256: line.z }),
    ...(target === undefined ? {} : { target }),
    ...(line.v === undefined ? {} : { device: line.v }),
  } as unknown as IndexFile
}

function hasRightTypes(entry: IndexEntry): boolean {
  if (entry.kind === 'unchanged') return true
  if (typeof entry.mtime !== 'string') return false
  if (entry.attributes !== undefined && typeof entry.attributes !== 'string') return false
  if (entry.kind === 'directory') return true
  for (const hash of [entry.sha256, entry.blocksSha256])
    if (hash !== undefined && typeof hash !== 'string') return false
  return entry.device === undefined || (Array.isArray(entry.device) && entry.device.length === 2)
}
