import { brokenZip } from './damage.ts'
import { largest32, signatures } from './records.ts'

/** What the directory at the end of an archive says of a member. */
export interface CentralRecord {
  readonly name: string
  readonly crc: number
  readonly storedBytes: number
  readonly size: number
  /** Of its local header. */
  readonly offset: number
  /** Of the record itself, in bytes. */
  readonly length: number
}

const fixed = 46
const zip64 = 1

/** The data of an extra field; undefined where there is none of this kind. */
function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
  }
  return undefined
}

/** Reads a record of the central directory at the beginning of `bytes`; undefined while there are too few. */
export function readCentralRecord(bytes: Buffer): CentralRecord | undefined {
  if (bytes.length < fixed) return undefined
  const [name, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(at)) as [number, number, number]
  const length = fixed + name + extra + comment
  if (bytes.length < length) return undefined
  const wide = extraField(bytes.subarray(fixed + name, fixed + name + extra), zip64)
  let at = 0
  /** A field that is all ones stands in the extra field instead; those that do follow one another there. */
  const field = (place: number): number => {
    const value = bytes.readUInt32LE(place)
    if (value !== largest32 || wide === undefined || wide.length < at + 8) return value
    at += 8
    return Number(wide.readBigUInt64LE(at - 8))
  }
  const size = field(24)
  const storedBytes = field(20)
  const offset = field(42)
  const crc = bytes.readUInt32LE(16)
  return { name: bytes.toString('latin1', fixed, fixed + name), crc, storedBytes, size, offset, length }
}

/** The length of one of the records that end an archive; undefined while there are too few bytes to tell. */
export function endLength(bytes: Buffer, position: number): number | undefined {
  switch (bytes.readUInt32LE(0)) {
    case signatures.end: {
      const length = bytes.length < 22 ? Infinity : 22 + bytes.readUInt16LE(20)
      return bytes.length < length ? undefined : length
    }
    case signatures.end64: {
      const length = bytes.length < 12 ? Infinity : 12 + Number(bytes.readBigUInt64LE(4))
      return bytes.length < length ? undefined : length
    }
    case signatures.locator64:
      return bytes.length < 20 ? undefined : 20
    default:
      throw brokenZip('no record of a zip archive', position)
  }
}
