import { brokenTar } from './damage.ts'

/** Length of a tar block. */
export const blockSize = 512

export interface TarHeader {
  /** The type flag as a character; `\0` is `0`. */
  readonly type: string
  readonly size: number
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly mtime: number
}

/** Bytes that `size` takes in the archive. */
export function padded(size: number): number {
  return Math.ceil(size / blockSize) * blockSize
}

function base256(block: Uint8Array, start: number, length: number, offset: number): number {
  const negative = block[start] === 0xff
  let value = negative ? -1 : (block[start] as number) & 0x7f
  for (let index = start + 1; index < start + length; index += 1)
    value = value * 256 + (block[index] as number)
  if (!Number.isSafeInteger(value)) throw brokenTar('a number too large', offset)
  return value
}

/** An octal or base-256 field. */
function numeric(block: Uint8Array, start: number, length: number, offset: number): number {
  if ((block[start] as number) >= 0x80) return base256(block, start, length, offset)
  let value = 0
  let index = start
  const end = start + length
  while (index < end && block[index] === 32) index += 1
  for (; index < end; index += 1) {
    const digit = (block[index] as number) - 48
    if (digit < 0 || digit > 7) break
    value = value * 8 + digit
  }
  if (index < end && block[index] !== 0 && block[index] !== 32) throw brokenTar('a bad number', offset)
  return value
}

function checksum(block: Uint8Array): number {
  let sum = 256
  for (let index = 0; index < 148; index += 1) sum += block[index] as number
  for (let index = 156; index < 512; index += 1) sum += block[index] as number
  return sum
}

/** True for a block of zeros. */
export function isZeroBlock(block: Uint8Array): boolean {
  for (let index = 0; index < blockSize; index += 1) if (block[index] !== 0) return false
  return true
}

/** Decodes the numbers of a header block and checks its checksum. `offset` is for the error. */
export function parseHeader(block: Uint8Array, offset: number): TarHeader {
  if (numeric(block, 148, 8, offset) !== checksum(block))
    throw brokenTar('a header with a wrong checksum', offset)
  const size = numeric(block, 124, 12, offset)
  if (size < 0) throw brokenTar('a negative size', offset)
  return {
    type: block[156] === 0 ? '0' : String.fromCharCode(block[156] as number),
    size,
    mode: numeric(block, 100, 8, offset) & 0o7777,
    uid: numeric(block, 108, 8, offset),
    gid: numeric(block, 116, 8, offset),
    mtime: numeric(block, 136, 12, offset),
  }
}

/** A NUL-terminated text field, one character a byte. */
export function textField(block: Buffer, start: number, length: number): string {
  let end = start
  while (end < start + length && block[end] !== 0) end += 1
  return block.toString('latin1', start, end)
}

/** The name of a ustar or GNU header, prefix included where the format has one. */
export function headerName(block: Buffer): string {
  const name = textField(block, 0, 100)
  // Old GNU headers (`ustar  `) keep other things where POSIX keeps the prefix.
  if (block[345] === 0 || block.toString('latin1', 257, 263) !== 'ustar\0') return name
  return `${textField(block, 345, 155)}/${name}`
}

/** Major and minor of a device header. */
export function headerDevice(block: Buffer, offset: number): readonly [number, number] {
  return [numeric(block, 329, 8, offset), numeric(block, 337, 8, offset)]
}
