import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TarMember } from '../../../src/sources/directory/tar-member.ts'
import { createTarParser } from '../../../src/sources/directory/tar-parser.ts'

let work: string
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'holdfast-parser-'))
})
afterAll(() => rmSync(work, { recursive: true }))

function parse(data: Buffer, cuts: readonly number[] = [65536]): TarMember[] {
  const members: TarMember[] = []
  const parser = createTarParser({ onMember: (member) => members.push(member) })
  for (let at = 0, turn = 0; at < data.length; turn += 1) {
    const length = cuts[turn % cuts.length] as number
    parser.write(data.subarray(at, at + length))
    at += length
  }
  parser.end()
  expect(parser.position).toBe(data.length)
  return members
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex')

function makeTree(): string {
  const tree = mkdtempSync(join(work, 'tree-'))
  mkdirSync(join(tree, 'd'))
  writeFileSync(join(tree, 'd/empty'), '')
  writeFileSync(join(tree, 'd/block'), Buffer.alloc(512, 7))
  writeFileSync(join(tree, 'd/large'), Buffer.alloc(300_001, 8))
  writeFileSync(join(tree, `d/${'long'.repeat(60)}`), 'long')
  symlinkSync('t'.repeat(300), join(tree, 'd/link'))
  const handle = join(tree, 'd/sparse')
  writeFileSync(handle, 'x')
  truncateSync(handle, 1_000_000)
  execFileSync('dd', ['if=/dev/zero', `of=${handle}`, 'bs=1', 'count=3', 'seek=500000', 'conv=notrunc'], {
    stdio: 'ignore',
  })
  writeFileSync(handle, 'middle', { flag: 'r+' })
  return tree
}

function archive(tree: string, ...args: string[]): Buffer {
  return execFileSync('tar', ['-c', '-f', '-', '--sort=name', ...args, '-C', tree, '.'], {
    maxBuffer: 64 * 1024 * 1024,
  })
}

describe('tar parser', () => {
  const expected = (tree: string) =>
    Object.fromEntries(
      ['empty', 'block', 'large', 'sparse', 'long'.repeat(60)].map((name) => [
        `d/${name}`,
        sha256(readFileSync(join(tree, 'd', name))),
      ]),
    )

  it.each([
    ['posix', ['--format=posix']],
    ['posix, sparse 1.0', ['--format=posix', '--sparse']],
    ['posix, sparse 0.1', ['--format=posix', '--sparse', '--sparse-version=0.1']],
    ['posix, sparse 0.0', ['--format=posix', '--sparse', '--sparse-version=0.0']],
    ['gnu', ['--format=gnu']],
    ['posix, incremental', ['--format=posix', '--sparse', '--listed-incremental=LIST']],
  ])('reads what GNU tar writes: %s', (name, args) => {
    const tree = makeTree()
    const list = join(work, `list-${name.length}`)
    const data = archive(tree, ...args.map((arg) => arg.replace('LIST', list)))
    const members = parse(data)
    const hashes = Object.fromEntries(
      members.filter(({ kind }) => kind === 'file').map(({ path, sha256: hash }) => [path, hash]),
    )
    expect(hashes).toEqual(expected(tree))
    expect(members.find(({ path }) => path === 'd/link')).toMatchObject({
      kind: 'symlink',
      target: 't'.repeat(300),
      size: 0,
    })
    expect(members.find(({ path }) => path === 'd/sparse')?.size).toBe(1_000_000)
    expect(members[0]).toMatchObject({ kind: 'directory', path: '', offset: 0 })
    // Members lie one behind the other without a gap, and each slice is an archive of its own.
    let end = 0
    for (const { offset, length, path } of members) {
      expect(offset).toBe(end)
      end = offset + length
      expect(
        parse(Buffer.concat([data.subarray(offset, end), Buffer.alloc(1024)])).map((member) => member.path),
      ).toEqual([path])
    }
  })

  it('gives the same for every way of cutting the stream', () => {
    const tree = makeTree()
    const data = archive(tree, '--format=posix', '--sparse')
    const whole = parse(data, [data.length])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 }), (cuts) => {
        expect(parse(data, cuts)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
    expect(parse(data, [1])).toEqual(whole)
  })

  it('never takes a damaged or cut stream for a whole one without noticing what it can', () => {
    const data = archive(makeTree(), '--format=posix', '--sparse')
    const parser = () => createTarParser({ onMember: () => undefined })
    for (let length = 0; length < data.length - 10240; length += 511) {
      const cut = parser()
      cut.write(data.subarray(0, length))
      expect(() => cut.end()).toThrowError(expect.objectContaining({ code: 'source-truncated' }))
    }
    const garbage = parser()
    expect(() => garbage.write(Buffer.from('this is not tar'.repeat(100)))).toThrowError(
      expect.objectContaining({ code: 'source-truncated' }),
    )
    const trailing = parser()
    expect(() => trailing.write(Buffer.concat([data, Buffer.from('x')]))).toThrowError(/bytes after the end/)
  })

  it('finds every flipped bit in a header', () => {
    const data = archive(makeTree(), '--format=posix')
    const reference = parse(data)
    const file = reference.find(({ path }) => path === 'd/block') as TarMember
    const header = file.offset + file.length - 1024
    for (let bit = 0; bit < 512 * 8; bit += 7) {
      // The byte behind the checksum's terminator means nothing.
      if (bit >> 3 === 155) continue
      const damaged = Buffer.from(data)
      damaged[header + (bit >> 3)] = (damaged[header + (bit >> 3)] as number) ^ (1 << (bit & 7))
      expect(() => parse(damaged), `bit ${bit}`).toThrowError()
    }
  })

  it('survives random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 512, maxLength: 4096 }), (bytes) => {
        const parser = createTarParser({ onMember: () => undefined })
        expect(() => {
          parser.write(bytes)
          parser.end()
        }).toThrowError()
      }),
      { numRuns: 300 },
    )
  })

  it('reads numbers too large for octal', () => {
    const tree = makeTree()
    const data = archive(tree, '--format=gnu', '--owner=:3000000000', '--group=:4000000000', '--mtime=@-17')
    expect(parse(data)[0]).toMatchObject({ uid: 3_000_000_000, gid: 4_000_000_000, mtime: '-17' })
  })

  it('refuses a sparse map that does not fit', () => {
    const data = archive(makeTree(), '--format=posix', '--sparse')
    const at = data.indexOf('GNU.sparse.realsize=1000000')
    expect(at).toBeGreaterThan(0)
    const damaged = Buffer.from(data)
    damaged.write('GNU.sparse.realsize=0000002', at)
    expect(() => parse(damaged)).toThrowError(/sparse map/)
  })
})
