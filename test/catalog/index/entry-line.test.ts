import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEntry, encodeEntry } from '../../../src/catalog/index/entry-line.ts'
import type { IndexEntry, IndexFile } from '../../../src/domain/index-entry.ts'
import { anyEntry } from './arbitrary-entries.ts'

const file: IndexFile = {
  kind: 'file',
  path: 'a/b',
  mode: 0o644,
  uid: 0,
  gid: 0,
  mtime: '1795255199.826293125',
  offset: 512,
  length: 1024,
  size: 3,
  sha256: 'ab'.repeat(32),
}

describe('index record', () => {
  test('comes back as it was, whatever the bytes', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const line = encodeEntry(entry)
        expect(line).not.toContain('\n')
        expect(decodeEntry(line)).toEqual(entry)
      }),
      { numRuns: 2000 },
    )
  })

  test('is readable where the name is', () => {
    expect(encodeEntry({ ...file, path: Buffer.from('b/café').toString('latin1') })).toBe(
      `{"k":"f","n":"b/café","m":420,"u":0,"g":0,"t":"1795255199.826293125","o":512,"l":1024,"s":3,"h":"${'ab'.repeat(32)}"}`,
    )
    expect(encodeEntry({ kind: 'unchanged', path: '\xff' })).toBe('{"k":"u","N":"/w=="}')
  })

  test.each([
    ['absolute path', { path: '/etc' }],
    ['path that climbs', { path: 'a/../../b' }],
    ['empty path of a file', { path: '' }],
    ['path with NUL', { path: 'a\0b' }],
    ['path that is not bytes', { path: 'a\u0101' }],
    ['negative offset', { offset: -1 }],
    ['fractional size', { size: 1.5 }],
    ['mtime that is no number', { mtime: 'now' }],
    ['short hash', { sha256: 'ab' }],
    ['mode beyond the bits', { mode: 0o10000 }],
  ])('with an impossible value is not written: %s', (_name, change) => {
    expect(() => encodeEntry({ ...file, ...change })).toThrow(expect.objectContaining({ code: 'internal' }))
  })

  test('of a hard link that climbs out of the tree is not written', () => {
    const entry: IndexEntry = { ...file, kind: 'hardlink', target: '../x' }
    expect(() => encodeEntry(entry)).toThrow(expect.objectContaining({ code: 'internal' }))
  })

  const line = encodeEntry(file)
  test.each([
    ['not JSON', line.slice(0, -1)],
    ['an array', '[]'],
    ['null', 'null'],
    ['unknown kind', line.replace('"k":"f"', '"k":"x"')],
    ['no kind', line.replace('"k":"f",', '')],
    ['no path', line.replace('"n":"a/b",', '')],
    ['two paths', line.replace('"n":"a/b"', '"n":"a/b","N":"YQ=="')],
    ['bad base64', line.replace('"n":"a/b"', '"N":"Y"')],
    ['lone surrogate', line.replace('"a/b"', '"\\ud800"')],
    ['path that climbs', line.replace('a/b', '../b')],
    ['number as text', line.replace('"s":3', '"s":"3"')],
    ['mtime as number', line.replace('"1795255199.826293125"', '1795255199')],
    ['hash as number', line.replace(`"${'ab'.repeat(32)}"`, '1')],
    ['device of one part', line.replace('"s":3', '"s":3,"v":[1]')],
    ['device as text', line.replace('"s":3', '"s":3,"v":"ab"')],
    ['symlink without target', line.replace('"k":"f"', '"k":"l"')],
    ['target that is a number', line.replace('"s":3', '"s":3,"r":1')],
    ['attributes as number', line.replace('"s":3', '"s":3,"a":7')],
  ])('is refused when damaged: %s', (_name, damaged) => {
    expect(() => decodeEntry(damaged)).toThrow(expect.objectContaining({ code: 'index-damaged' }))
  })
})
