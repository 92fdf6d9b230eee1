import type { ByteString } from '../../domain/index-entry.ts'
import { relativePath } from './byte-paths.ts'
import { brokenTar } from './damage.ts'
import { attributesHash, type PaxRecords } from './pax.ts'
import { headerDevice, headerName, parseHeader, textField } from './tar-header.ts'

export type MemberKind = 'file' | 'directory' | 'hardlink' | 'symlink' | 'fifo' | 'character' | 'block'

/** What is known of a regular file's content: one of the two, see `IndexFile`. */
export interface ContentDigest {
  readonly sha256?: string
  readonly blocksSha256?: string
}

/** One entry of a tar stream, whole. */
export interface TarMember extends ContentDigest {
  readonly kind: MemberKind
  /** As in the index: relative, the root is ``. */
  readonly path: ByteString
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly mtime: string
  /** Apparent size; 0 for all but regular files. */
  readonly size: number
  /** Where the first header of the member lies. */
  readonly offset: number
  /** Bytes from there to the next member. */
  readonly length: number
  readonly target?: ByteString
  readonly device?: readonly [number, number]
  readonly attributes?: string
  /** Of a directory in an incremental archive: its names, see `dumpdir.ts`. */
  readonly dumpdir?: Buffer
}

/** A member whose headers are read and whose data is to come. */
export interface MemberHead {
  readonly kind: MemberKind
  /** Bytes of data in the archive, without padding. */
  readonly dataSize: number
  /** Apparent size. */
  readonly size: number
  readonly pax: PaxRecords
  readonly member: Omit<TarMember, 'length' | keyof ContentDigest>
}

export interface LongNames {
  path?: string
  link?: string
}

const kinds: Readonly<Record<string, MemberKind>> = {
  '0': 'file',
  '7': 'file',
  '1': 'hardlink',
  '2': 'symlink',
  '3': 'character',
  '4': 'block',
  '5': 'directory',
  '6': 'fifo',
}

/** Puts header block, extended records and GNU long names together. `start` is the offset of the first header. */
export function readMemberHead(
  block: Buffer,
  pax: PaxRecords,
  long: LongNames,
  start: number,
  offset: number,
): MemberHead {
  const header = parseHeader(block, offset)
  const kind = kinds[header.type]
  if (kind === undefined) throw brokenTar(`a member of unknown type ${JSON.stringify(header.type)}`, offset)
  const name = pax.sparse?.name ?? pax.path ?? long.path ?? headerName(block)
  if (name === '') throw brokenTar('a member without a name', offset)
  const link = pax.linkpath ?? long.link ?? textField(block, 157, 100)
  const dataSize = kind === 'file' ? (pax.size ?? header.size) : 0
  const size = kind === 'file' ? (pax.sparse?.realSize ?? dataSize) : 0
  const attributes = attributesHash(pax)
  const member = {
    kind,
    path: relativePath(name),
    mode: header.mode,
    uid: pax.uid ?? header.uid,
    gid: pax.gid ?? header.gid,
    mtime: pax.mtime ?? String(header.mtime),
    size,
    offset: start,
    ...(kind === 'symlink' ? { target: link } : {}),
    ...(kind === 'hardlink' ? { target: relativePath(link) } : {}),
    ...(kind === 'character' || kind === 'block' ? { device: headerDevice(block, offset) } : {}),
    ...(attributes === undefined ? {} : { attributes }),
    ...(pax.dumpdir === undefined ? {} : { dumpdir: pax.dumpdir }),
  }
  return { kind, dataSize, size, pax, member }
}
