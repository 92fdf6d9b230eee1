import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IndexFile } from '../../../src/domain/index-entry.ts'
import type { Chain, RestoreResult } from '../../../src/domain/source.ts'
import { systemClock } from '../../../src/process/clock.ts'
import { createDirectorySource } from '../../../src/sources/directory/source.ts'
import { createTreeView } from '../../../src/sources/directory/tree-view.ts'
import { backUp, type FakeBackup, sourceContext } from '../../fakes/capture.ts'
import { MemoryIndex } from '../../fakes/memory-index.ts'
import { describeTree, isRoot } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'

let work: string
let tree: string
let target: string
let full: FakeBackup
let increment: FakeBackup
let chain: Chain

const write = (name: string, text = `content of ${name}`): void => fs.writeFileSync(join(tree, name), text)
const make = (name: string): void => void fs.mkdirSync(join(tree, name), { recursive: true })
const source = () =>
  createDirectorySource({ path: tree, exclude: [], oneFileSystem: false, onUnreadable: 'partial' })

beforeEach(async () => {
  work = fs.mkdtempSync(join(tmpdir(), 'holdfast-restore-'))
  tree = join(work, 'tree')
  target = join(work, 'parent/target')
  fs.mkdirSync(tree)
  for (const name of ['etc/nginx', 'etc/empty', 'home/user', 'var']) make(name)
  for (const name of ['etc/hosts', 'etc/nginx/a.conf', 'etc/nginx/b.conf', 'home/user/old', 'var/log'])
    write(name)
  write('var/large', 'x'.repeat(9_000_000))
  fs.linkSync(join(tree, 'etc/hosts'), join(tree, 'var/hosts-link'))
  fs.symlinkSync('../etc/hosts', join(tree, 'home/link'))
  fs.chmodSync(join(tree, 'home/user'), 0o2751)
  fs.utimesSync(join(tree, 'etc/nginx'), 1_600_000_000, 1_600_000_000.5)
  fs.utimesSync(tree, 1_500_000_000, 1_500_000_000.25)
  fs.chmodSync(tree, 0o751)
  // Younger files are dumped twice: the kernel's time stamps lag behind the clock.
  await systemClock.sleep(50)
  full = await backUp(source(), join(work, '0.tar'))
  write('home/user/new')
  fs.rmSync(join(tree, 'home/user/old'))
  write('etc/nginx/b.conf', 'second version')
  fs.utimesSync(tree, 1_500_000_000, 1_500_000_000.75)
  increment = await backUp(source(), join(work, '1.tar'), { level: 1, parent: full.parent })
  chain = [full.link, increment.link]
})
afterEach(() => fs.rmSync(work, { recursive: true }))

function restore(
  options: { include?: string[]; overwrite?: boolean; of?: Chain; to?: string; signal?: AbortSignal } = {},
): Promise<RestoreResult> {
  return source().restore(sourceContext(options.signal), options.of ?? chain, {
    target: { type: 'directory', path: options.to ?? target },
    include: options.include ?? [],
    overwrite: options.overwrite ?? false,
  })
}

const same = (path: string): string[] => treeDifferences(describeTree(path), describeTree(tree))
/** What is in a directory, staging directories included. */
const names = (path: string): string[] => fs.readdirSync(path).sort()

describe('a whole restore', () => {
  it('makes the target the root itself, its mode and time included', async () => {
    const result = await restore()
    expect(same(target)).toEqual([])
    expect(result).toMatchObject({ files: 8, warnings: [] })
    expect(names(join(work, 'parent'))).toEqual(['target'])
  })

  it('takes an empty directory, refuses a filled one, replaces it when told to', async () => {
    fs.mkdirSync(target, { recursive: true })
    await restore()
    expect(same(target)).toEqual([])
    fs.writeFileSync(join(target, 'mine'), 'precious')
    await expect(restore()).rejects.toMatchObject({ code: 'target-not-empty', exitStatus: 7 })
    expect(fs.readFileSync(join(target, 'mine'), 'utf8')).toBe('precious')
    await restore({ overwrite: true })
    expect(same(target)).toEqual([])
    expect(names(join(work, 'parent'))).toEqual(['target'])
  })

  it.runIf(isRoot)('fills a mount point, which cannot be renamed', async () => {
    fs.mkdirSync(target, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', 'none', target])
    try {
      await restore()
      expect(same(target)).toEqual([])
      fs.writeFileSync(join(target, 'mine'), 'x')
      await expect(restore()).rejects.toMatchObject({ code: 'target-not-empty' })
      await restore({ overwrite: true })
      expect(same(target)).toEqual([])
    } finally {
      execFileSync('umount', [target])
    }
  })

  it('leaves the target as it was when the stream is damaged, cut, or ends in an error', async () => {
    fs.mkdirSync(target, { recursive: true })
    fs.writeFileSync(join(target, 'mine'), 'precious')
    const data = fs.readFileSync(increment.file)
    const last = increment.index.entries.at(-1) as IndexFile
    const end = last.offset + last.length
    const streams: Record<string, () => Readable> = {
      cut: () => Readable.from([data.subarray(0, end - 100)]),
      empty: () => Readable.from([]),
      'error at the end': () =>
        Readable.from(
          (async function* () {
            yield data.subarray(0, data.length - 100)
            throw new Error('damaged volume')
          })(),
        ),
      garbage: () => Readable.from([Buffer.from('garbage'.repeat(1000))]),
    }
    for (const [what, open] of Object.entries(streams)) {
      const broken = [full.link, { ...increment.link, open }]
      expect(
        await restore({ of: broken, overwrite: true }).then(
          () => 'restored',
          () => 'refused',
        ),
        what,
      ).toBe('refused')
      expect(names(target), what).toEqual(['mine'])
      expect(names(join(work, 'parent')), what).toEqual(['target'])
    }
  })

  it('leaves the target as it was when it is stopped', async () => {
    const controller = new AbortController()
    const data = fs.readFileSync(full.file)
    const slow = (): Readable =>
      Readable.from(
        (async function* () {
          yield data.subarray(0, 100_000)
          controller.abort(new Error('stop now'))
          yield data.subarray(100_000)
        })(),
      )
    await expect(restore({ of: [{ ...full.link, open: slow }], signal: controller.signal })).rejects.toThrow(
      'stop now',
    )
    expect(names(join(work, 'parent'))).toEqual([])
  })

  it('says when nothing can be written there', async () => {
    fs.writeFileSync(join(work, 'file'), '')
    await expect(restore({ to: join(work, 'file/below/target') })).rejects.toMatchObject({
      code: 'target-unwritable',
    })
  })

  it('writes a full backup as an archive that plain tar reads', async () => {
    const file = join(work, 'out.tar')
    const options = { target: { type: 'file' as const, path: file }, include: [], overwrite: false }
    await source().restore(sourceContext(), [full.link], options)
    expect(fs.readFileSync(file).equals(fs.readFileSync(full.file))).toBe(true)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    expect(execFileSync('tar', ['-t', '-f', file], { encoding: 'utf8' })).toContain('./etc/hosts\n')
    await expect(source().restore(sourceContext(), [full.link], options)).rejects.toMatchObject({
      code: 'target-not-empty',
    })
    await source().restore(sourceContext(), [full.link], { ...options, overwrite: true })
    await expect(
      source().restore(sourceContext(), chain, { ...options, overwrite: true }),
    ).rejects.toMatchObject({ code: 'usage' })
    const broken = {
      ...full.link,
      open: () =>
        Readable.from([Buffer.from('x')], { read: undefined }).destroy(new Error('gone')) as Readable,
    }
    await expect(
      source().restore(sourceContext(), [broken], { ...options, overwrite: true }),
    ).rejects.toThrow('gone')
    expect(fs.readFileSync(file).equals(fs.readFileSync(full.file))).toBe(true)
    let bytes = 0
    const stream = new Writable({
      write(chunk: Buffer, _, done) {
        bytes += chunk.length
        done()
      },
    })
    await source().restore(sourceContext(), [full.link], { ...options, target: { type: 'stdout', stream } })
    expect(bytes).toBe(fs.statSync(full.file).size)
    const nowhere = { ...options, target: { type: 'default' as const } }
    await expect(source().restore(sourceContext(), chain, nowhere)).rejects.toMatchObject({ code: 'usage' })
  })
})

describe('a restore of some paths', () => {
  it('brings one file with the directories above it, and fetches little', async () => {
    const result = await restore({ include: ['home/user/new'] })
    expect(result.files).toBe(1)
    expect(names(target)).toEqual(['home'])
    expect(names(join(target, 'home/user'))).toEqual(['new'])
    expect(fs.readFileSync(join(target, 'home/user/new'), 'utf8')).toBe('content of home/user/new')
    for (const directory of ['', 'home', 'home/user']) {
      const [own, original] = [fs.statSync(join(target, directory)), fs.statSync(join(tree, directory))]
      expect([own.mode, own.mtimeMs, own.uid]).toEqual([original.mode, original.mtimeMs, original.uid])
    }
    expect(full.fetched.bytes + increment.fetched.bytes).toBeLessThan(10_000)
  })

  it('finds unchanged files in older backups, and takes trees and patterns over links', async () => {
    const result = await restore({ include: ['etc/**', '**/new', 'home/l*'] })
    expect(result.files).toBe(5)
    const wanted = new Map([...describeTree(tree)].filter(([path]) => !/^var|old$/.test(path)))
    const found = describeTree(target)
    // The other name of the hard link was not asked for.
    const alone = (listing: Map<string, string>) =>
      new Map([...listing].map(([path, line]) => [path, line.replace(/ with \S+/, '')]))
    expect(treeDifferences(alone(found), alone(wanted))).toEqual([])
    expect(names(join(target, 'etc'))).toEqual(['empty', 'hosts', 'nginx'])
  })

  it('makes a hard link without the name it is linked to', async () => {
    const result = await restore({ include: ['var/hosts-link'] })
    expect(result.files).toBe(1)
    expect(fs.readFileSync(join(target, 'var/hosts-link'), 'utf8')).toBe('content of etc/hosts')
    expect(names(target)).toEqual(['var'])
    await restore({ include: ['etc/hosts', 'var/hosts-link'], to: join(work, 'both') })
    expect(fs.statSync(join(work, 'both/etc/hosts')).ino).toBe(
      fs.statSync(join(work, 'both/var/hosts-link')).ino,
    )
  })

  it('fills an existing target, and puts nothing in place of what is there unless told to', async () => {
    fs.mkdirSync(join(target, 'etc/nginx'), { recursive: true })
    fs.writeFileSync(join(target, 'etc/mine'), 'mine')
    await restore({ include: ['etc/hosts'] })
    expect(names(join(target, 'etc'))).toEqual(['hosts', 'mine', 'nginx'])
    fs.writeFileSync(join(target, 'etc/nginx/a.conf'), 'edited')
    await expect(restore({ include: ['etc/nginx'] })).rejects.toMatchObject({ code: 'target-not-empty' })
    expect(names(join(target, 'etc/nginx'))).toEqual(['a.conf'])
    fs.mkdirSync(join(target, 'etc/nginx/b.conf/in-the-way'), { recursive: true })
    await restore({ include: ['etc/nginx'], overwrite: true })
    expect(fs.readFileSync(join(target, 'etc/nginx/a.conf'), 'utf8')).toBe('content of etc/nginx/a.conf')
    expect(fs.readFileSync(join(target, 'etc/nginx/b.conf'), 'utf8')).toBe('second version')
    expect(names(join(target, 'etc'))).toEqual(['hosts', 'mine', 'nginx'])
    expect(names(target)).toEqual(['etc'])
  })

  it('says what matched nothing, and what is there instead', async () => {
    await expect(restore({ include: ['etc/hosts', 'etc/ngnix/*.conf'] })).rejects.toMatchObject({
      code: 'path-not-found',
      message: 'nothing in the backup matches etc/ngnix/*.conf',
      hint: expect.stringContaining('etc holds empty, hosts, nginx'),
    })
    await expect(restore({ include: ['home/user/old'] })).rejects.toMatchObject({ code: 'path-not-found' })
    await expect(restore({ include: ['../etc'] })).rejects.toMatchObject({ code: 'usage' })
    expect(fs.existsSync(target)).toBe(false)
  })

  it('puts nothing in place when a file is not what the index says', async () => {
    const data = fs.readFileSync(full.file)
    const at = data.indexOf('content of etc/nginx/a.conf')
    data[at] = 0x58
    const damaged = {
      ...full.link,
      read: async (_: string, offset: number, length: number) => data.subarray(offset, offset + length),
    }
    await expect(restore({ of: [damaged, increment.link], include: ['etc/nginx'] })).rejects.toMatchObject({
      code: 'object-damaged',
      exitStatus: 5,
      context: { path: 'etc/nginx/a.conf' },
    })
    expect(fs.existsSync(target)).toBe(false)
    expect(names(join(work, 'parent'))).toEqual([])
    await restore({ of: [damaged, increment.link], include: ['etc/nginx/b.conf'] })
  })

  it('says when the index names an unchanged file that no backup holds, or when there is none', async () => {
    const index = new MemoryIndex()
    index.entries.push(...increment.index.entries, { kind: 'unchanged', path: 'var/phantom' })
    const broken = [full.link, { ...increment.link, index }]
    await expect(restore({ of: broken, include: ['var'] })).rejects.toMatchObject({ code: 'index-damaged' })
    const { index: _, ...without } = increment.link
    await expect(restore({ of: [full.link, without], include: ['var'] })).rejects.toMatchObject({
      code: 'index-damaged',
    })
  })
})

describe('the tree view', () => {
  it('is the tree at the last link, each file with the link that holds it', async () => {
    const seen: string[] = []
    for await (const { link, entry } of createTreeView(chain).files())
      seen.push(`${link.level} ${entry.path}`)
    expect(seen).toEqual([
      '0 etc/hosts',
      '0 etc/nginx/a.conf',
      '1 etc/nginx/b.conf',
      '0 home/link',
      '1 home/user/new',
      '0 var/hosts-link',
      '0 var/large',
      '0 var/log',
    ])
    const below: string[] = []
    for await (const { entry } of createTreeView(chain, { under: 'etc/nginx' }).files())
      below.push(entry.path)
    expect(below).toEqual(['etc/nginx/a.conf', 'etc/nginx/b.conf'])
  })
})

describe('a drill', () => {
  async function drill(of: Chain) {
    const scratch = fs.mkdtempSync(join(work, 'scratch-'))
    const result = await source().drill(sourceContext(), of, { scratch })
    expect(names(scratch)).toEqual([])
    return Object.fromEntries(result.checks.map((check) => [check.name, check]))
  }
  /** The chain, its last index changed. */
  function altered(change: (entry: IndexFile) => IndexFile | undefined): Chain {
    const index = new MemoryIndex()
    for (const entry of full.index.entries) {
      const other = entry.kind === 'directory' || entry.kind === 'unchanged' ? entry : change(entry)
      if (other !== undefined) index.entries.push(other)
    }
    return [{ ...full.link, index }]
  }

  it('passes for what is whole, and counts', async () => {
    const scratch = fs.mkdtempSync(join(work, 'scratch-'))
    const result = await source().drill(sourceContext(), chain, { scratch })
    expect(result).toMatchObject({ evidence: 'stream', files: 15 })
    expect(result.checks.every((check) => check.result === 'passed')).toBe(true)
  })

  it.each<[string, string, (entry: IndexFile) => IndexFile | undefined, RegExp]>([
    [
      'hashes',
      'another hash',
      (entry) => ({ ...entry, ...(entry.sha256 === undefined ? {} : { sha256: '0'.repeat(64) }) }),
      /6 differences: etc\/hosts: its content differs/,
    ],
    ['metadata', 'another mode', (entry) => ({ ...entry, mode: 0o777 }), /mode 0644, expected 0777/],
    ['metadata', 'another time', (entry) => ({ ...entry, mtime: '1.5' }), /time .*, expected 1.5/],
    ['files', 'another size', (entry) => ({ ...entry, size: entry.size + 1 }), /bytes, expected/],
    [
      'files',
      'another link text',
      (entry) => (entry.kind === 'symlink' ? { ...entry, target: 'x' } : entry),
      /points elsewhere/,
    ],
    [
      'files',
      'a lost hard link',
      (entry) => (entry.kind === 'hardlink' ? { ...entry, kind: 'file' } : entry),
      /became a hard link/,
    ],
    [
      'no extra files',
      'a file too many',
      (entry) => (entry.path === 'var/log' ? undefined : entry),
      /1 difference: var\/log/,
    ],
  ])('fails %s for %s', async (name, _, change, found) => {
    const checks = await drill(altered(change))
    expect(checks[name]).toMatchObject({ result: 'failed', found: expect.stringMatching(found) })
  })

  it.runIf(isRoot)('fails for other extended attributes', async () => {
    const checks = await drill(altered((entry) => ({ ...entry, attributes: 'x' })))
    expect(checks.metadata).toMatchObject({
      result: 'failed',
      found: expect.stringMatching(/other extended attributes/),
    })
  })

  it('fails when two names of one file became two files', async () => {
    write('etc/hosts')
    fs.rmSync(join(tree, 'var/hosts-link'))
    write('var/hosts-link', 'content of etc/hosts')
    const split = await backUp(source(), join(work, '2.tar'))
    const index = new MemoryIndex()
    for (const entry of split.index.entries) {
      const linked: IndexFile | undefined =
        entry.path === 'var/hosts-link' && entry.kind === 'file'
          ? { ...entry, kind: 'hardlink', target: 'etc/hosts', size: 0 }
          : undefined
      index.entries.push(linked ?? entry)
    }
    const checks = await drill([{ ...split.link, index }])
    expect(checks.files).toMatchObject({
      result: 'failed',
      found: '1 difference: var/hosts-link: no longer a hard link to the same file',
    })
  })

  it('fails for a missing file, and when there is nothing to compare', async () => {
    const index = new MemoryIndex()
    const more: IndexFile = {
      kind: 'file',
      path: 'var/zz',
      size: 1,
      mode: 0,
      uid: 0,
      gid: 0,
      mtime: '1',
      offset: 0,
      length: 0,
    }
    index.entries.push(...full.index.entries, more)
    expect((await drill([{ ...full.link, index }])).files).toMatchObject({
      result: 'failed',
      found: '1 difference: var/zz: missing',
    })
    const nothing = await drill([{ ...full.link, index: new MemoryIndex() }])
    expect(
      Object.values(nothing).some(
        ({ result, found }) => result === 'failed' && found === 'nothing was compared',
      ),
    ).toBe(true)
  })
})

describe('contents', () => {
  const contents = async (of: Chain) => (await source().contents?.(sourceContext(), of)) ?? []

  it('holds the streams against the index without restoring', async () => {
    expect((await contents(chain)).map(({ result }) => result)).toEqual(['passed', 'passed'])
    const index = new MemoryIndex()
    index.entries.push(
      ...full.index.entries.map((entry) => (entry.path === 'etc/hosts' ? { ...entry, sha256: 'x' } : entry)),
    )
    expect(await contents([{ ...full.link, index }])).toEqual([
      expect.objectContaining({
        result: 'failed',
        found: '1 difference: etc/hosts: differs from the index',
      }),
    ])
    const short = new MemoryIndex()
    short.entries.push(...increment.index.entries.filter(({ path }) => path !== 'home/user/new'), {
      kind: 'unchanged',
      path: 'zz',
    })
    const [check] = await contents([{ ...increment.link, index: short }])
    expect(check?.found).toMatch(
      /2 differences: home\/user\/new: not in the index; zz: in the index, not in the stream/,
    )
  })
})
