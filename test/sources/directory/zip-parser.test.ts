import { hash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createZipParser, type ZipMember } from '../../../src/sources/directory/zip/zip-parser.ts'

interface Part {
  readonly name: string
  readonly data: Buffer
  /** Descriptors with 64-bit fields. */
  readonly wide?: boolean
  /** Of deflate; 0 leaves the bytes as they are. */
  readonly level?: number
}

function local(name: string): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(8, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name)])
}

function central(
  name: string,
  crc: number,
  stored: number,
  size: number,
  offset: number,
  wide: boolean,
): Buffer {
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt32LE(crc, 16)
  record.writeUInt32LE(wide ? 0xffffffff : stored, 20)
  record.writeUInt32LE(wide ? 0xffffffff : size, 24)
  record.writeUInt16LE(name.length, 28)
  record.writeUInt16LE(wide ? 28 : 0, 30)
  record.writeUInt32LE(wide ? 0xffffffff : offset, 42)
  const extra = Buffer.alloc(wide ? 28 : 0)
  if (wide) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    for (const [index, value] of [size, stored, offset].entries())
      extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index)
  }
  return Buffer.concat([record, Buffer.from(name), extra])
}

function descriptor(crc: number, stored: number, size: number, wide: boolean): Buffer {
  const bytes = Buffer.alloc(wide ? 24 : 16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  if (wide) {
    bytes.writeBigUInt64LE(BigInt(stored), 8)
    bytes.writeBigUInt64LE(BigInt(size), 16)
  } else {
    bytes.writeUInt32LE(stored, 8)
    bytes.writeUInt32LE(size, 12)
  }
  return bytes
}

/** An archive as it is written into a pipe: sizes follow the data. */
function archiveOf(parts: readonly Part[]): Buffer {
  const bytes: Buffer[] = []
  const records: Buffer[] = []
  let offset = 0
  for (const { name, data, wide = false, level = 6 } of parts) {
    const stored = deflateRawSync(data, { level })
    const member = Buffer.concat([
      local(name),
      stored,
      descriptor(crc32(data), stored.length, data.length, wide),
    ])
    records.push(central(name, crc32(data), stored.length, data.length, offset, wide))
    bytes.push(member)
    offset += member.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([...bytes, ...records, end])
}

function parse(archive: Buffer, step = archive.length): ZipMember[] {
  const members: ZipMember[] = []
  const parser = createZipParser((member) => void members.push(member))
  for (let at = 0; at < archive.length; at += step) parser.write(archive.subarray(at, at + step))
  parser.end()
  return members
}

const random = Buffer.concat(
  Array.from({ length: 100 }, (_, index) => hash('sha512', String(index), 'buffer')),
)
const parts: Part[] = [
  { name: 'one', data: Buffer.from('one') },
  { name: 'wide', data: random, wide: true },
  { name: 'last', data: Buffer.from('last') },
]

test('finds every member, however the bytes are cut', () => {
  const archive = archiveOf(parts)
  const whole = parse(archive)
  expect(whole.map(({ name, size, crc }) => ({ name, size, crc }))).toEqual(
    parts.map(({ name, data }) => ({ name, size: data.length, crc: crc32(data) })),
  )
  expect(whole.map(({ offset }) => offset)).toEqual([
    0,
    whole[0]?.length,
    (whole[0]?.length ?? 0) + (whole[1]?.length ?? 0),
  ])
  for (const step of [1, 3, 16, 29, 1000]) expect(parse(archive, step)).toEqual(whole)
})

test('is not misled by archives within an archive', () => {
  const inner = archiveOf([{ name: 'inner', level: 0, data: archiveOf(parts) }])
  // Not deflated: the records of the inner one stand in the outer one as they are.
  const outer = archiveOf([{ name: 'outer', level: 0, data: inner }])
  expect(outer.indexOf('PK\x07\x08', outer.indexOf('inner'))).toBeGreaterThan(0)
  expect(parse(outer, 100).map(({ name, size }) => ({ name, size }))).toEqual([
    { name: 'outer', size: inner.length },
  ])
})

test('refuses what is not whole, and a directory that lists something else', () => {
  const archive = archiveOf(parts)
  for (const length of [10, 40, 100, archive.length - 30, archive.length - 1])
    expect(() => parse(archive.subarray(0, length))).toThrow('the zip archive is not whole')
  expect(() => parse(Buffer.concat([archive, Buffer.from('more')]))).toThrow('bytes after the end')
  expect(() => parse(Buffer.from('no archive at all'))).toThrow('no record of a zip archive')
  const other = Buffer.from(archive)
  other.write('eno', other.lastIndexOf('one'), 'latin1')
  expect(() => parse(other)).toThrow('its directory does not list what is in it')
})
