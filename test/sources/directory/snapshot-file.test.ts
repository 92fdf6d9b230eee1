import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDumpdir, writeDumpdir } from '../../../src/sources/directory/dumpdir.ts'
import { parseSnapshotFile, writeSnapshotFile } from '../../../src/sources/directory/snapshot-file.ts'
import { keepArchived, pruneMovedDirectories } from '../../../src/sources/directory/snapshot-prune.ts'
import { decodeState, encodeState, selectionChange } from '../../../src/sources/directory/state.ts'
import { makeOddTree } from '../../fixtures/odd-tree.ts'

let work: string
let real: Buffer
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'holdfast-snapshot-'))
  mkdirSync(join(work, 'tree'))
  makeOddTree(join(work, 'tree'), { files: 50, seed: 3 })
  execFileSync(
    'tar',
    ['-c', '-f', '/dev/null', `--listed-incremental=${join(work, 'list')}`, '-C', join(work, 'tree'), '.'],
    { stdio: 'ignore' },
  )
  real = readFileSync(join(work, 'list'))
})
afterAll(() => {
  chmodSync(work, 0o700)
  rmSync(work, { recursive: true })
})

const signal = new AbortController().signal
const selection = { path: '/srv', exclude: ['*.tmp'], oneFileSystem: false, leaveOut: [] }

describe('snapshot file', () => {
  it('comes out as GNU tar wrote it', () => {
    const snapshot = parseSnapshotFile(real)
    expect(snapshot.directories.length).toBeGreaterThan(50)
    expect(writeSnapshotFile(snapshot).equals(real)).toBe(true)
  })

  it('round-trips any names and numbers', () => {
    const text = fc.string({
      unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
      minLength: 1,
    })
    const number = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n }).map(String)
    const directory = fc.record({
      nfs: fc.constantFrom('0', '1'),
      seconds: number,
      nanoseconds: number,
      device: number,
      inode: number,
      name: text,
      names: fc.array(fc.record({ code: fc.constantFrom('Y', 'N', 'D'), name: text })).map(writeDumpdir),
    })
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 62n }), fc.array(directory), (time, directories) => {
        const snapshot = { header: 'GNU tar-1.35-2', time, directories }
        expect(parseSnapshotFile(writeSnapshotFile(snapshot))).toEqual(snapshot)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses cut files, other formats and garbage', () => {
    const unusable = expect.objectContaining({ code: 'state-unusable' })
    const { directories } = parseSnapshotFile(real)
    for (let length = 0; length < real.length; length += 97) {
      let whole: number | undefined
      try {
        whole = parseSnapshotFile(real.subarray(0, length)).directories.length
      } catch (error) {
        expect(error).toEqual(unusable)
      }
      // A cut just between two records cannot be seen here; the state's own hash sees it.
      if (whole !== undefined) expect(whole).toBeLessThan(directories.length)
    }
    expect(() => parseSnapshotFile(Buffer.from('GNU tar-1.34-1\n1\0'))).toThrowError(unusable)
    expect(() => parseSnapshotFile(Buffer.from('1\0'.repeat(10)))).toThrowError(unusable)
  })

  it('drops directories that are not what they were, and follows changed device numbers', async () => {
    const tree = join(work, 'tree')
    const snapshot = parseSnapshotFile(real)
    const rebooted = {
      ...snapshot,
      directories: snapshot.directories.map((directory) => ({
        ...directory,
        device: '4711',
        ...(directory.name === './a/sub' ? { inode: '1' } : {}),
        ...(directory.name === './empty' ? { name: './not-there' } : {}),
      })),
    }
    const pruned = await pruneMovedDirectories(rebooted, tree, signal)
    const names = pruned.directories.map(({ name }) => name)
    expect(names).not.toContain('./a/sub')
    expect(names).not.toContain('./not-there')
    expect(pruned.directories).toHaveLength(snapshot.directories.length - 2)
    expect(new Set(pruned.directories.map(({ device }) => device))).toEqual(
      new Set(snapshot.directories.map(({ device }) => device)),
    )
  })

  it('keeps only what reached the archive, and moves its time back', () => {
    const snapshot = parseSnapshotFile(real)
    const kept = keepArchived(snapshot, {
      hasDirectory: (path) => path !== 'empty',
      missing: (path) => (path === 'a' ? new Set(['first']) : undefined),
    })
    expect(snapshot.time - kept.time).toBe(20_000_000n)
    expect(kept.directories.map(({ name }) => name)).not.toContain('./empty')
    const list = kept.directories.find(({ name }) => name === './a')?.names as Buffer
    expect([...readDumpdir(list)].map(({ code, name }) => code + name)).toEqual(['Dsub', 'Dsub-y'])
  })
})

describe('state', () => {
  it('round-trips', () => {
    const state = { selection, linked: [['a\xff', 'b\n']], snapshot: parseSnapshotFile(real) }
    expect(decodeState(encodeState(state))).toEqual(state)
  })

  it('refuses what is not a state', () => {
    for (const bytes of [
      '',
      '{}',
      '{"format":2,"type":"directory"}\n',
      '{"format":1,"type":"directory"}\nGNU',
    ])
      expect(() => decodeState(Buffer.from(bytes))).toThrowError(
        expect.objectContaining({ code: 'state-unusable' }),
      )
  })

  it('says what changed', () => {
    expect(selectionChange(selection, { ...selection, exclude: ['*.tmp'] })).toBeUndefined()
    expect(selectionChange(selection, { ...selection, path: '/other' })).toBe('the path changed')
    expect(selectionChange(selection, { ...selection, oneFileSystem: true })).toBe('one-file-system changed')
    expect(selectionChange(selection, { ...selection, exclude: [] })).toBe(
      'the list of what is left out changed',
    )
    expect(selectionChange(selection, { ...selection, leaveOut: ['/srv/x'] })).toMatch(/left out/)
  })
})
