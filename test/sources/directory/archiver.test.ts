import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IndexEntry } from '../../../src/domain/index-entry.ts'
import { timeText } from '../../../src/sources/directory/archiver/entry-of.ts'
import { createDirectorySource } from '../../../src/sources/directory/source.ts'
import { createComplaints } from '../../../src/sources/directory/verdict.ts'
import { contentOf, openFile } from '../../../src/sources/directory/walk/read-file.ts'
import { backUp, sourceContext } from '../../fakes/capture.ts'
import { describeTree, makeOddTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'

const base = { exclude: [], oneFileSystem: false, onUnreadable: 'partial' as const }
const noTar = { environment: { PATH: '/nowhere' } }
let work: string
let tree: string

beforeEach(() => {
  work = fs.mkdtempSync(join(tmpdir(), 'holdfast-archiver-'))
  tree = join(work, 'tree')
  fs.mkdirSync(tree)
})
afterEach(() => fs.rmSync(work, { recursive: true, force: true }))

const source = (settings = {}) => createDirectorySource({ ...base, path: tree, ...settings })

/** An index without what only GNU tar reads, and without places. */
function comparable(entries: readonly IndexEntry[]): string[] {
  return entries.map((entry) => {
    const { offset: _, length: __, attributes: ___, ...rest } = entry as unknown as Record<string, unknown>
    return JSON.stringify(rest)
  })
}

describe('without GNU tar', () => {
  it('has the index and the hashes that GNU tar gives, and comes back from the same archive', async () => {
    makeOddTree(tree, { files: 200, seed: 3 })
    fs.writeFileSync(join(tree, 'closed'), 'nobody may')
    fs.chmodSync(join(tree, 'closed'), 0)
    fs.writeFileSync(join(tree, 'old'), 'before the epoch')
    fs.utimesSync(join(tree, 'old'), -86400.5, -86400.5)
    fs.writeFileSync(join(tree, 'large'), Buffer.alloc(3_000_000, 'large '))
    // Names that are not UTF-8 are told apart below.
    const settings = { exclude: ['lat*', 'bytes'] }
    const gnu = await backUp(source(settings), join(work, 'gnu.tar'))
    const own = await backUp(source(settings), join(work, 'own.tar'), noTar)
    expect(own.findings).toEqual([])
    expect(own.result).toMatchObject({ evidence: 'stream', unread: [], files: gnu.result.files })
    expect(comparable(own.index.entries)).toEqual(comparable(gnu.index.entries))
    expect(own.link.description).toEqual({ type: 'directory', format: 'tar', tool: 'archiver' })

    const target = join(work, 'target')
    const options = { target: { type: 'directory' as const, path: target }, include: [], overwrite: false }
    await source().restore(sourceContext(), [own.link], options)
    const restored = join(work, 'of-gnu')
    await source().restore(sourceContext(), [gnu.link], {
      ...options,
      target: { type: 'directory', path: restored },
    })
    const [found, expected] = [describeTree(target), describeTree(restored)]
    for (const { path } of gnu.index.entries.filter((entry) => 'attributes' in entry)) {
      found.delete(path)
      expected.delete(path)
    }
    expect(treeDifferences(found, expected)).toEqual([])

    const scratch = join(work, 'scratch')
    fs.mkdirSync(scratch)
    const { checks } = await source().drill(sourceContext(), [own.link], { scratch })
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    const contents = await source().contents?.(sourceContext(), [own.link])
    expect(contents).toMatchObject([{ result: 'passed' }])
  }, 60_000)

  it('says which names archiver cannot write, and keeps the rest', async () => {
    fs.writeFileSync(Buffer.concat([Buffer.from(`${tree}/`), Buffer.from([0xff])]), 'bytes')
    fs.writeFileSync(join(tree, 'text'), 'text')
    const backup = await backUp(source(), join(work, 'own.tar'), noTar)
    expect(backup.result).toMatchObject({ files: 1, unread: ['\\377'] })
    expect(backup.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'name-unstorable warning',
      'unread-paths error',
    ])
    await expect(backUp(source({ onUnreadable: 'fail' }), join(work, '2.tar'), noTar)).rejects.toMatchObject({
      code: 'unread-paths',
    })
  })

  it('stays on one file system, and takes the mount point along', async () => {
    const backup = await backUp(
      createDirectorySource({ ...base, path: '/dev', oneFileSystem: true }),
      join(work, 'own.tar'),
      noTar,
    )
    const paths = backup.index.entries.map(({ path }) => path)
    expect(paths).toContain('shm')
    expect(paths.filter((path) => path.startsWith('shm/'))).toEqual([])
  })

  it('stops with the signal, and closes what it had opened', async () => {
    const path = join(tree, 'large')
    fs.writeFileSync(path, Buffer.alloc(20_000_000))
    const controller = new AbortController()
    const base = sourceContext(controller.signal)
    const context = {
      ...base,
      ...noTar,
      repository: '0123456789abcdef',
      level: 0,
      index: { add: () => undefined },
      allowUnread: [],
    }
    const capture = await source().capture(context)
    const reading = async () => {
      for await (const _ of capture.streams[0]?.open() ?? []) {
        expect(fs.readdirSync('/proc/self/fd').map(openedAs)).toContain(path)
        controller.abort(new Error('stop'))
      }
    }
    await expect(reading()).rejects.toThrow('stop')
    await expect.poll(() => fs.readdirSync('/proc/self/fd').map(openedAs)).not.toContain(path)
  })
})

function openedAs(fd: string): string {
  try {
    return fs.readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return ''
  }
}

describe('a file that changes while it is read', () => {
  async function read(path: string, change: () => void) {
    const complaints = createComplaints()
    const file = await openFile(Buffer.from(path))
    change()
    const chunks: Buffer[] = []
    for await (const chunk of contentOf(file, 'file', complaints)) chunks.push(Buffer.from(chunk))
    return { content: Buffer.concat(chunks), complaints }
  }

  it('is cut off where it grew, and filled with zeros where it shrank', async () => {
    const path = join(tree, 'file')
    fs.writeFileSync(path, 'a'.repeat(1000))
    const grown = await read(path, () => fs.appendFileSync(path, 'more'))
    expect(grown.content.toString()).toBe('a'.repeat(1000))
    expect([...grown.complaints.changed]).toEqual(['file'])
    fs.writeFileSync(path, 'b'.repeat(600_000))
    const shrunk = await read(path, () => fs.truncateSync(path, 300_000))
    expect(shrunk.content.length).toBe(600_000)
    expect(shrunk.content.subarray(0, 300_000).toString()).toBe('b'.repeat(300_000))
    expect(shrunk.content.subarray(300_000).every((byte) => byte === 0)).toBe(true)
    expect([...shrunk.complaints.shrank]).toEqual(['file'])
    const same = await read(path, () => undefined)
    expect([...same.complaints.changed, ...same.complaints.shrank]).toEqual([])
  })

  it('is an unread path where the disk refuses', async () => {
    const complaints = createComplaints()
    const file = await openFile(Buffer.from(join(tree)))
    const stats = { ...file.stats, size: 10n } as typeof file.stats
    const chunks: Buffer[] = []
    // A directory opens, and cannot be read.
    for await (const chunk of contentOf({ ...file, stats }, 'file', complaints)) chunks.push(chunk)
    expect(Buffer.concat(chunks)).toEqual(Buffer.alloc(10))
    expect([...complaints.unread]).toEqual(['file'])
  })
})

it('writes times as GNU tar does', () => {
  const cases: [bigint, string][] = [
    [0n, '0'],
    [1_795_255_199_826_293_125n, '1795255199.826293125'],
    [1_500_000_000n, '1.5'],
    [-1_500_000_000n, '-1.5'],
    [-250_000_000n, '-0.25'],
    [-2_000_000_000n, '-2'],
  ]
  for (const [nanoseconds, text] of cases) expect(timeText(nanoseconds)).toBe(text)
})
