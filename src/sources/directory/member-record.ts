import type { IndexDirectory, IndexFile } from '../../domain/index-entry.ts'
import { blockSize, padded } from './tar-header.ts'

const largestOctal = 0o7777777
/** The largest size of a ustar header: eleven octal digits. */
const largestSize = 0o77777777777

/** `<length> key=value\n`, its own length counted in (POSIX pax, extended header records). */
function paxRecord(key: string, value: string): Buffer {
  const rest = ` ${key}=${value}\n`
  let length = rest.length
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length
  return Buffer.from(`${length}${rest}`, 'latin1')
}

function octal(block: Buffer, offset: number, width: number, value: number): void {
  block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, offset, 'latin1')
}

function header(
  type: string,
  name: string,
  numbers: { mode: number; uid: number; gid: number; size: number },
): Buffer {
  const block = Buffer.alloc(blockSize)
  block.write(name.slice(0, 100), 0, 'latin1')
  octal(block, 100, 8, numbers.mode)
  octal(block, 108, 8, Math.min(numbers.uid, largestOctal))
  octal(block, 116, 8, Math.min(numbers.gid, largestOctal))
  octal(block, 124, 12, numbers.size)
  octal(block, 136, 12, 0)
  block.write(`        ${type}`, 148, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  octal(
    block,
    148,
    7,
    block.reduce((sum, byte) => sum + byte, 0),
  )
  return block
}

/** Extended header and header of a member without data or before it; `size` bytes of data follow. */
function record(
  type: string,
  name: string,
  { mode, uid, gid, mtime }: Pick<IndexDirectory, 'mode' | 'uid' | 'gid' | 'mtime'>,
  size: number,
  more: readonly Buffer[] = [],
): Buffer {
  const records = Buffer.concat([
    paxRecord('path', name),
    paxRecord('mtime', mtime),
    ...(uid > largestOctal ? [paxRecord('uid', String(uid))] : []),
    ...(gid > largestOctal ? [paxRecord('gid', String(gid))] : []),
    ...(size > largestSize ? [paxRecord('size', String(size))] : []),
    ...more,
  ])
  const extended = Buffer.alloc(padded(records.length))
  records.copy(extended)
  return Buffer.concat([
    header('x', './PaxHeaders/member', { mode: 0o644, uid: 0, gid: 0, size: records.length }),
    extended,
    header(type, name, { mode, uid, gid, size: Math.min(size, largestSize) }),
  ])
}

/**
 * A directory's member of a tar archive (POSIX pax) made of its index record: path, mode, owners and time to the
 * nanosecond, but no attributes. It spares fetching the frame that holds the archived one.
 */
export function directoryRecord(directory: IndexDirectory): Buffer {
  const { path } = directory
  return record('5', path === '' ? './' : `./${path}/`, directory, 0)
}

/** The same for a regular file, whose content and padding are to follow, and for a symlink. Other kinds have none. */
export function fileRecord(file: IndexFile): Buffer {
  const name = `./${file.path}`
  return file.kind === 'symlink'
    ? record('2', name, file, 0, [paxRecord('linkpath', file.target ?? '')])
    : record('0', name, file, file.size)
}
