import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createBlockHash } from '../../../src/sources/directory/block-hash.ts'
import type { TarMember } from '../../../src/sources/directory/tar-member.ts'
import { createTarParser } from '../../../src/sources/directory/tar-parser.ts'

const mebibyte = 1024 * 1024
const gibibyte = 1024 * mebibyte
const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) fs.rmSync(root, { recursive: true })
})

/** What docs/format.md says, word by word, of a file that fits into memory. */
function byTheBook(content: Buffer): string {
  const state = createHash('sha256')
  const number = (value: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(BigInt(value))
    return bytes
  }
  for (let at = 0; at < content.length; at += mebibyte) {
    const block = Buffer.alloc(mebibyte)
    content.copy(block, 0, at, at + mebibyte)
    if (block.some((byte) => byte !== 0)) {
      state.update(number(at / mebibyte)).update(createHash('sha256').update(block).digest())
    }
  }
  return state.update(number(content.length)).digest('hex')
}

describe('the hash of blocks', () => {
  it('is that of the document, however the data is cut and wherever holes are left', () => {
    const size = 5 * mebibyte + 1234
    const extent = fc.record({ gap: fc.nat(900_000), length: fc.integer({ min: 1, max: 900_000 }) })
    const pieces = fc.integer({ min: 1, max: 700_000 })
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 6 }), pieces, (extents, piece) => {
        const content = Buffer.alloc(size)
        const map: [number, number][] = []
        let at = 0
        for (const { gap, length } of extents) {
          const start = at + gap
          const end = Math.min(size, start + length)
          if (start >= size) break
          map.push([start, end - start])
          // Every third extent is zeros that are stored as data.
          if (map.length % 3 !== 0) randomBytes(end - start).copy(content, start)
          at = end
        }
        map.push([size, 0])
        const hash = createBlockHash(map, size)
        const data = Buffer.concat(map.map(([start, length]) => content.subarray(start, start + length)))
        for (let from = 0; from < data.length; from += piece) hash.update(data.subarray(from, from + piece))
        expect(hash.digest()).toBe(byTheBook(content))
      }),
      { numRuns: 40, seed: 5 },
    )
  })

  it('of a real file of 20 GiB of holes is the same after a restore, and another for one other byte', () => {
    const root = fs.mkdtempSync(join(tmpdir(), 'holdfast-holes-'))
    roots.push(root)
    const [original, copy] = [join(root, 'original'), join(root, 'copy')]
    for (const directory of [original, copy]) fs.mkdirSync(directory)
    const file = fs.openSync(join(original, 'image'), 'w')
    fs.ftruncateSync(file, 20 * gibibyte)
    for (const at of [0, 7 * gibibyte + 5, 20 * gibibyte - 9000])
      fs.writeSync(file, randomBytes(9000), 0, 9000, at)
    fs.closeSync(file)
    const archive = (directory: string) =>
      execFileSync('tar', ['-c', '--format=posix', '--sparse', '-C', directory, 'image'], {
        maxBuffer: gibibyte,
      })
    const memberOf = (bytes: Buffer): TarMember | undefined => {
      const members: TarMember[] = []
      const parser = createTarParser({ onMember: (member) => members.push(member) })
      parser.write(bytes)
      parser.end()
      return members[0]
    }
    const first = archive(original)
    const member = memberOf(first)
    expect(member).toMatchObject({
      size: 20 * gibibyte,
      blocksSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(member).not.toHaveProperty('sha256')
    execFileSync('tar', ['-x', '-C', copy], { input: first })
    expect(memberOf(archive(copy))?.blocksSha256).toBe(member?.blocksSha256)
    const changed = fs.openSync(join(copy, 'image'), 'r+')
    fs.writeSync(changed, Buffer.from('x'), 0, 1, 13 * gibibyte)
    fs.closeSync(changed)
    expect(memberOf(archive(copy))?.blocksSha256).not.toBe(member?.blocksSha256)
  })
})
