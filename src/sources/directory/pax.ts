import { createHash } from 'node:crypto'
import { brokenTar } from './damage.ts'

/** Segments of data in a sparse file: offset and length pairs, ascending. */
export type SparseMap = readonly (readonly [offset: number, length: number])[]

/** What a member's extended header says. */
export interface PaxRecords {
  path?: string
  linkpath?: string
  mtime?: string
  size?: number
  uid?: number
  gid?: number
  dumpdir?: Buffer
  attributes?: [key: string, value: Buffer][]
  sparse?: SparseRecords
}

interface SparseRecords {
  major?: number
  minor?: number
  name?: string
  realSize?: number
  map?: (readonly [number, number])[]
  /** The offset of a 0.0 map whose length has not come yet. */
  pending?: number
}

function number(value: string, offset: number): number {
  const parsed = Number(value)
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(parsed))
    throw brokenTar('a bad number in an extended header', offset)
  return parsed
}

function sparseRecord(sparse: SparseRecords, key: string, value: string, offset: number): void {
  switch (key) {
    case 'GNU.sparse.major':
      sparse.major = number(value, offset)
      break
    case 'GNU.sparse.minor':
      sparse.minor = number(value, offset)
      break
    case 'GNU.sparse.name':
      sparse.name = value
      break
    case 'GNU.sparse.size':
    case 'GNU.sparse.realsize':
      sparse.realSize = number(value, offset)
      break
    case 'GNU.sparse.offset':
      sparse.pending = number(value, offset)
      break
    case 'GNU.sparse.numbytes':
      sparse.map ??= []
      sparse.map.push([sparse.pending ?? 0, number(value, offset)])
      break
    case 'GNU.sparse.map': {
      const numbers = value.split(',').map((part) => number(part, offset))
      sparse.map = Array.from({ length: numbers.length / 2 }, (_, index) => [
        numbers[2 * index] as number,
        numbers[2 * index + 1] as number,
      ])
      break
    }
  }
}

function record(into: PaxRecords, key: string, value: Buffer, offset: number): void {
  switch (key) {
    case 'mtime':
      into.mtime = value.toString('latin1')
      break
    case 'path':
      into.path = value.toString('latin1')
      break
    case 'linkpath':
      into.linkpath = value.toString('latin1')
      break
    case 'size':
      into.size = number(value.toString('latin1'), offset)
      break
    case 'uid':
      into.uid = number(value.toString('latin1'), offset)
      break
    case 'gid':
      into.gid = number(value.toString('latin1'), offset)
      break
    case 'GNU.dumpdir':
      into.dumpdir = Buffer.from(value)
      break
    default:
      if (key.startsWith('GNU.sparse.')) {
        into.sparse ??= {}
        sparseRecord(into.sparse, key, value.toString('latin1'), offset)
      } else if (/^(SCHILY|LIBARCHIVE|RHT)\.(xattr|acl|selinux|fflags)/.test(key)) {
        into.attributes ??= []
        into.attributes.push([key, Buffer.from(value)])
      }
  }
}

/**
 * Adds the records of an extended header's data to `into`. Strict: a length that does not fit is `source-truncated`.
 */
export function parsePax(data: Buffer, into: PaxRecords, offset: number): void {
  let position = 0
  while (position < data.length) {
    let length = 0
    let index = position
    for (; index < data.length && data[index] !== 32; index += 1) {
      const digit = (data[index] as number) - 48
      if (digit < 0 || digit > 9) throw brokenTar('a bad extended header', offset)
      length = length * 10 + digit
    }
    const end = position + length
    const equals = data.indexOf(61, index)
    if (end > data.length || end <= index || data[end - 1] !== 10 || equals < 0 || equals >= end)
      throw brokenTar('a bad extended header', offset)
    record(into, data.toString('latin1', index + 1, equals), data.subarray(equals + 1, end - 1), offset)
    position = end
  }
}

/** SHA-256 over extended attributes and ACLs in order of their names; undefined where there are none. */
export function attributesHash(records: PaxRecords): string | undefined {
  if (records.attributes === undefined) return undefined
  const hash = createHash('sha256')
  for (const [key, value] of records.attributes.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    hash.update(`${key.length}:${key}${value.length}:`, 'latin1').update(value)
  }
  return hash.digest('hex')
}
