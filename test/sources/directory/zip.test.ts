import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChainLink } from '../../../src/domain/source.ts'
import { HoldfastError } from '../../../src/errors/error.ts'
import { createDirectorySource } from '../../../src/sources/directory/source.ts'
import { backUp, sourceContext } from '../../fakes/capture.ts'
import { describeTree, makeOddTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'

const soak = process.env.HOLDFAST_SOAK === '1'
const base = { exclude: [], oneFileSystem: false, onUnreadable: 'partial' as const, format: 'zip' as const }
let work: string
let tree: string

beforeEach(() => {
  work = fs.mkdtempSync(join(tmpdir(), 'holdfast-zip-'))
  tree = join(work, 'tree')
  fs.mkdirSync(tree)
})
afterEach(() => fs.rmSync(work, { recursive: true, force: true }))

const source = (settings = {}) => createDirectorySource({ ...base, path: tree, ...settings })
const into = (path: string, include: readonly string[] = []) => ({
  target: { type: 'directory' as const, path },
  include,
  overwrite: false,
})

async function makeTree(): Promise<void> {
  fs.mkdirSync(join(tree, 'empty', 'below'), { recursive: true })
  fs.mkdirSync(join(tree, 'sub'))
  fs.writeFileSync(join(tree, 'sub', 'small'), 'small\n')
  fs.writeFileSync(join(tree, 'sub', 'nothing'), '')
  fs.writeFileSync(join(tree, 'large'), Buffer.alloc(3_000_000, 'large '))
  fs.writeFileSync(join(tree, 'c:drive'), 'no drive')
  fs.writeFileSync(join(tree, 'ünï\ncode'), 'odd')
  fs.symlinkSync('sub/small', join(tree, 'link'))
  fs.chmodSync(join(tree, 'sub', 'small'), 0o4711)
  fs.chmodSync(join(tree, 'empty'), 0o500)
  fs.utimesSync(join(tree, 'sub', 'nothing'), 1_000_000_000.25, 1_000_000_000.25)
  // What looks like the records of an archive, in an archive.
  const { file } = await backUp(source(), join(work, 'inner.zip'))
  fs.copyFileSync(file, join(tree, 'inner.zip'))
}

describe('a zip archive of a directory', () => {
  it('comes back with owners and times, whole, in parts, and through a drill', async () => {
    await makeTree()
    const before = describeTree(tree)
    const backup = await backUp(source(), join(work, 'tree.zip'))
    expect(backup.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'zip-holds-less warning',
    ])
    expect(backup.result).toMatchObject({ evidence: 'stream', unread: [], files: 7 })
    expect(backup.level).toBe(0)
    expect(backup.link.streams[0]).toMatchObject({ mediaType: 'application/zip', sha256: expect.any(String) })

    const target = join(work, 'target')
    const restored = await source().restore(sourceContext(), [backup.link], into(target))
    expect(restored).toMatchObject({ files: 7, warnings: [] })
    expect(treeDifferences(describeTree(target), before)).toEqual([])

    const parts = join(work, 'parts')
    await source().restore(sourceContext(), [backup.link], into(parts, ['sub/small', 'empty']))
    expect(fs.readFileSync(join(parts, 'sub', 'small'), 'utf8')).toBe('small\n')
    expect(fs.statSync(join(parts, 'sub', 'small')).mode & 0o7777).toBe(0o4711)
    expect(fs.readdirSync(parts).sort()).toEqual(['empty', 'sub'])

    const scratch = join(work, 'scratch')
    fs.mkdirSync(scratch)
    const { checks } = await source().drill(sourceContext(), [backup.link], { scratch })
    expect(checks.map(({ name, result }) => `${name} ${result}`)).toEqual([
      'files passed',
      'hashes passed',
      'metadata passed',
      'no extra files passed',
    ])
    expect(await source().contents?.(sourceContext(), [backup.link])).toMatchObject([
      { result: 'passed', found: '11 records' },
    ])
  })

  it('is read by unzip, with modes and links', async () => {
    await makeTree()
    const { file } = await backUp(source({ exclude: ['c:*', '*code'] }), join(work, 'tree.zip'))
    const out = join(work, 'unzipped')
    execFileSync('unzip', ['-q', file, '-d', out])
    expect(fs.readFileSync(join(out, 'large'))).toEqual(fs.readFileSync(join(tree, 'large')))
    expect(fs.readlinkSync(join(out, 'link'))).toBe('sub/small')
    expect(fs.statSync(join(out, 'sub', 'small')).mode & 0o777).toBe(0o711)
    expect(fs.readdirSync(join(out, 'empty'))).toEqual(['below'])
  })

  it('says once what it cannot hold, and which names', async () => {
    makeOddTree(tree, { files: 60, seed: 5 })
    const { findings, result } = await backUp(source(), join(work, 'tree.zip'))
    const [names, unread, lesser] = findings
    expect(findings.map(({ code }) => code)).toEqual(['name-unstorable', 'unread-paths', 'zip-holds-less'])
    expect(names?.names).toContain('names/back\\slash')
    expect(unread?.names).toEqual(result.unread)
    expect(lesser?.message).toContain('no owners, hard links, attributes, ACLs and holes')
    expect(lesser?.names).toContain('special/fifo: left out')
    expect(lesser?.names).toContain('links/second: a file of its own')
  })

  it('is always a full one', async () => {
    fs.writeFileSync(join(tree, 'file'), 'content')
    expect(source().incremental).toBe(false)
    const first = await backUp(source(), join(work, '0.zip'))
    const { level, fullBecause } = await backUp(source(), join(work, '1.zip'), {
      level: 1,
      parent: first.parent,
    })
    expect({ level, fullBecause }).toEqual({ level: 0, fullBecause: 'a zip archive is always full' })
  })

  it('holds an empty directory, and is a file where a file is asked for', async () => {
    const backup = await backUp(source(), join(work, 'tree.zip'))
    await source().restore(sourceContext(), [backup.link], into(join(work, 'target')))
    expect(fs.readdirSync(join(work, 'target'))).toEqual([])
    const file = {
      target: { type: 'file' as const, path: join(work, 'copy.zip') },
      include: [],
      overwrite: false,
    }
    await source().restore(sourceContext(), [backup.link], file)
    expect(fs.readFileSync(join(work, 'copy.zip'))).toEqual(fs.readFileSync(backup.file))
    const contents = await source().contents?.(sourceContext(), [backup.link])
    expect(contents).toMatchObject([{ result: 'passed' }])
  })

  // Half a minute of deflating zeros; the records themselves are those of `zip-parser.test.ts`.
  if (soak) {
    it('holds a file of more than 4 GiB', async () => {
      const handle = fs.openSync(join(tree, 'huge'), 'w')
      fs.writeSync(handle, 'beyond', 2 ** 32 + 1000)
      fs.ftruncateSync(handle, 2 ** 32 + 123_456)
      fs.closeSync(handle)
      const { link, file } = await backUp(source(), join(work, 'tree.zip'))
      expect(await source().contents?.(sourceContext(), [link])).toMatchObject([{ result: 'passed' }])
      expect(execFileSync('unzip', ['-tq', file], { encoding: 'utf8' })).toContain('No errors')
    }, 600_000)
  }
})

describe('a damaged zip archive', () => {
  /** A link of which a file's bytes are other ones, and reading the other file fails as a damaged volume does. */
  async function damagedLink(): Promise<{ link: ChainLink; lostPath: string }> {
    await makeTree()
    const { link, file, index } = await backUp(source(), join(work, 'tree.zip'))
    const entry = index.entries.find(({ path }) => path === 'large')
    if (entry?.kind !== 'file') throw new Error('no such file')
    const bytes = fs.readFileSync(file)
    const at = entry.offset + 500
    bytes[at] = (bytes[at] as number) ^ 0xff
    fs.writeFileSync(file, bytes)
    return { link, lostPath: entry.path }
  }

  it('is never put in place, and contents names the file', async () => {
    const { link } = await damagedLink()
    const target = join(work, 'target')
    await expect(source().restore(sourceContext(), [link], into(target))).rejects.toMatchObject({
      code: 'object-damaged',
    })
    expect(fs.existsSync(target)).toBe(false)
    const contents = await source().contents?.(sourceContext(), [link])
    expect(contents).toMatchObject([
      { result: 'failed', found: expect.stringContaining('1 difference: large: differs from the index') },
    ])
  })

  it('is salvaged but for that file', async () => {
    const { link, lostPath } = await damagedLink()
    const target = join(work, 'target')
    const salvage = source().salvage
    const result = await salvage?.(sourceContext(), [{ id: link.id, link, why: () => undefined }], {
      target,
      include: [],
    })
    expect(result?.lost.map(({ path }) => path)).toEqual([lostPath])
    fs.rmSync(join(tree, lostPath))
    const times = (lines: ReadonlyMap<string, string>) => new Map([...lines].filter(([path]) => path !== ''))
    expect(treeDifferences(times(describeTree(target)), times(describeTree(tree)))).toEqual([])
  })

  it('is an error where a read fails, not a short file', async () => {
    await makeTree()
    const { link } = await backUp(source(), join(work, 'tree.zip'))
    const failing: ChainLink = {
      ...link,
      read: () => Promise.reject(new HoldfastError('object-missing', 'a volume is missing')),
    }
    const target = join(work, 'target')
    const options = into(target, ['large'])
    await expect(source().restore(sourceContext(), [failing], options)).rejects.toMatchObject({
      code: 'object-missing',
    })
    expect(fs.existsSync(target)).toBe(false)
  })
})
