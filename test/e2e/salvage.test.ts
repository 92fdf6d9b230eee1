import { createCipheriv, createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { dataPrefix } from '../../src/catalog/keys.ts'
import { decodeVolumesList } from '../../src/catalog/volumes-list.ts'
import { backup } from '../../src/commands/backup.ts'
import { findBackup } from '../../src/commands/repository/find.ts'
import { openersFor } from '../../src/commands/repository/identities.ts'
import { openChain } from '../../src/commands/repository/open-chain.ts'
import type { VolumeRecord } from '../../src/domain/manifest.ts'
import { displayPath } from '../../src/sources/directory/byte-paths.ts'
import { createTreeView } from '../../src/sources/directory/tree-view.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { describeTree, randomNumbers } from '../fixtures/odd-tree.ts'
import { treeDifferences } from '../fixtures/tree-difference.ts'
import type { CliResult } from './cli.ts'
import { contextOf } from './in-process.ts'
import { type Extent, type Harm, lostTo } from './salvage-oracle.ts'
import { type Workspace, workspace } from './workspace.ts'

const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

/** Bytes that do not compress, the same for the same seed. */
function noise(seed: number, bytes: number): Buffer {
  const key = createHash('sha256').update(String(seed)).digest()
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(bytes))
}

interface Built {
  readonly ids: readonly string[]
  readonly volumes: ReadonlyMap<string, readonly VolumeRecord[]>
}

async function extentsOf(space: Workspace, store: MemoryStore, id: string): Promise<Extent[]> {
  const context = contextOf(space, { local: store })
  const found = await findBackup(context, id)
  const { links } = await openChain(context, found, await openersFor(context, found.chain))
  const extents: Extent[] = []
  for await (const { link, entry } of createTreeView(links).files())
    extents.push({ path: entry.path, id: link.id, offset: entry.offset, length: entry.length })
  return extents
}

function put(space: Workspace, directory: string, name: string, bytes: number): void {
  mkdirSync(space.path('source', directory), { recursive: true })
  writeFileSync(space.path('source', directory, name), noise(Number.parseInt(name, 36), bytes))
}

async function back(space: Workspace, store: MemoryStore): Promise<string> {
  const { errors, results } = await backup(contextOf(space, { local: store }), [], backing)
  expect(errors).toEqual([])
  return (results[0] as { id: string }).id
}

/** A full backup of 42 MB that does not compress and increments on it, until there are so many objects. */
async function build(space: Workspace, store: MemoryStore, objects: number): Promise<Built> {
  space.configure({ job: ['levels: {0: monthly, 1: otherwise}', 'parallel: 1'] })
  for (let number = 0; number < 300; number += 1) put(space, `base${number % 20}`, `f${number}`, 100_000)
  put(space, 'large', 'two', 12_000_000)
  const ids: string[] = []
  while (store.objects.size < objects) {
    ids.push(await back(space, store))
    if (store.objects.size < objects)
      for (const name of ['a', 'b', 'c']) put(space, `step${ids.length}`, name, 8_000)
  }
  const volumes = new Map<string, readonly VolumeRecord[]>()
  for (const id of ids) {
    const prefix = dataPrefix('tree', id)
    const list = [...store.objects.keys()].find((key) => key.startsWith(`${prefix}/volumes-`)) ?? ''
    volumes.set(id, decodeVolumesList(store.objects.get(list)?.body ?? new Uint8Array(), prefix))
  }
  return { ids, volumes }
}

/** The repository on a disk, where the command line finds it. */
function write(space: Workspace, store: MemoryStore): void {
  for (const [key, { body }] of store.objects) {
    mkdirSync(dirname(join(space.repository, key)), { recursive: true })
    writeFileSync(join(space.repository, key), body)
  }
}

function harm(space: Workspace, key: string, way: Harm['way'], share: number): Harm {
  const file = join(space.repository, key)
  const bytes = readFileSync(file)
  const at = Math.floor(share * bytes.length)
  if (way === 'flip') {
    bytes[at] = (bytes[at] ?? 0) ^ 0x10
    writeFileSync(file, bytes)
  } else if (way === 'truncate') truncateSync(file, at)
  else rmSync(file)
  return { key, way, at }
}

/** Damages so many of the objects. */
function harmSome(space: Workspace, keys: readonly string[], count: number, seed: number): Harm[] {
  const random = randomNumbers(seed)
  const left = [...keys].sort()
  return Array.from({ length: count }, (_, number) => {
    const [key = ''] = left.splice(Math.floor(random() * left.length), 1)
    return harm(space, key, (['flip', 'truncate', 'delete'] as const)[number % 3] ?? 'flip', random())
  })
}

async function salvaged(
  space: Workspace,
  what: string,
  to: string,
  ...options: string[]
): Promise<CliResult> {
  const own = ['restore', what, '--salvage', '--to', to, '--yes', '--identity', space.identity]
  return space.run([...own, ...options])
}

interface Listed {
  readonly path: string
  readonly why: string
  readonly object?: string
}

function listed(file: string | undefined): Listed[] {
  if (file === undefined) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Listed)
}

/** What came back is what was there, but for the files that are named as lost. */
function expectAllBut(
  space: Workspace,
  to: string,
  lost: readonly string[],
  tree: Map<string, string>,
): void {
  const whole = new Map([...tree].map(([path, what]) => [displayPath(path), what]))
  for (const path of lost) expect(whole.delete(path)).toBe(true)
  const found = new Map([...describeTree(space.path(to))].map(([path, what]) => [displayPath(path), what]))
  expect(treeDifferences(found, whole)).toEqual([])
}

test('30 of 500 objects damaged: a backup comes back but for exactly what lay in damaged frames', {
  timeout: 300_000,
}, async () => {
  const space = await workspace()
  const store = createMemoryStore('local')
  const { ids, volumes } = await build(space, store, 500)
  const [full = ''] = ids
  const last = ids.at(-1) ?? ''
  const extents = await extentsOf(space, store, last)
  const tree = describeTree(space.source)
  write(space, store)
  const keys = [...store.objects.keys()]
  // The backup's own key and manifest are needed to know anything; the rest of its chain is as good a target as all others.
  const fair = keys.filter(
    (key) =>
      !/^(holdfast\.json|RESTORE\.md|leases\/)/.test(key) && !key.includes(last) && !key.includes(full),
  )
  const big = keys.filter((key) => key.startsWith(`data/tree/${full}/tree/`)).sort()
  const small = keys.filter((key) => key.startsWith(`data/tree/${last}/tree/`))
  const meta = keys.filter((key) => key.startsWith(`data/tree/${last}/meta-`))
  const harms = [
    harm(space, big[0] ?? '', 'flip', 0.3),
    harm(space, big[1] ?? '', 'truncate', 0.6),
    harm(space, small[0] ?? '', 'flip', 0.5),
    harm(space, meta[0] ?? '', 'delete', 0),
    harm(space, `manifests/tree/${full}.json`, 'flip', 0.5),
    ...harmSome(space, fair, 25, 5),
  ]
  expect(new Set(harms.map(({ key }) => key)).size).toBe(30)
  expect(keys.length).toBeGreaterThanOrEqual(500)
  const out = await salvaged(space, last, 'out', '--json')
  const [result] = out.json.results
  const expected = lostTo(harms, extents, volumes)
  const lost = listed(result.lostFile)
  expect(lost.map(({ path }) => path).sort()).toEqual(expected.sort())
  expect(expected.length).toBeGreaterThan(50)
  expect(expected.length).toBeLessThan(extents.length - 50)
  expectAllBut(space, 'out', expected, tree)
  for (const { object } of lost) expect([...big, ...small]).toContain(object)
  expect(out.exitCode).toBe(3)
  expect(out.json.errors.map(({ code }) => code)).toEqual(['salvaged-partly'])
  expect(result.lostCount).toBe(expected.length)
  expect(result.files).toBe(extents.length - expected.length)
})

type Kind = 'root' | 'pages' | 'list' | 'meta' | 'manifest' | 'wrap' | 'volume'

/** Keys of one backup's objects. */
function keyOf(space: Workspace, id: string, kind: Kind): string {
  const patterns: Record<Kind, RegExp> = {
    root: /\/index\/root-/,
    pages: /\/index\/0/,
    list: /\/volumes-/,
    meta: /\/meta-/,
    manifest: /^manifests/,
    wrap: /^keys/,
    volume: /\/tree\/0/,
  }
  const key = space.keysUnder('').find((each) => each.includes(id) && patterns[kind].test(each))
  if (key === undefined) throw new Error(`no ${kind} of ${id}`)
  return key
}

/** Two backups of a small tree with what is not just files: a link, a hard link, holes, odd names. */
async function small(): Promise<{ space: Workspace; full: string; last: string; pristine: () => void }> {
  const space = await workspace()
  space.configure({ job: ['levels: {0: monthly, 1: otherwise}'] })
  const store = createMemoryStore('local')
  for (let number = 0; number < 30; number += 1) put(space, `d${number % 3}`, `f${number}`, 3_000)
  put(space, 'large', 'nine', 9_000_000)
  linkSync(space.path('source', 'd0', 'f0'), space.path('source', 'd0', 'g0'))
  symlinkSync('d0/f0', space.path('source', 'symbolic'))
  writeFileSync(space.path('source', 'new\nline ü'), 'odd')
  const full = await back(space, store)
  put(space, 'd1', 'f1', 4_000)
  put(space, 'step', 'new', 5_000)
  rmSync(space.path('source', 'd2', 'f2'))
  const last = await back(space, store)
  return {
    space,
    full,
    last,
    pristine() {
      rmSync(space.repository, { recursive: true, force: true })
      rmSync(space.path('state', 'cache'), { recursive: true, force: true })
      rmSync(space.path('out'), { recursive: true, force: true })
      write(space, store)
    },
  }
}

test('side objects that are lost cost nothing that is in the volumes', { timeout: 120_000 }, async () => {
  const { space, full, last, pristine } = await small()
  const tree = describeTree(space.source)
  const losses: readonly (readonly [string, Kind])[][] = [
    [[last, 'root']],
    [[last, 'pages']],
    [
      [full, 'root'],
      [last, 'list'],
    ],
    [
      [full, 'pages'],
      [last, 'meta'],
      [full, 'meta'],
    ],
    [
      [last, 'root'],
      [last, 'meta'],
      [full, 'list'],
    ],
    [
      [full, 'manifest'],
      [full, 'root'],
    ],
    [],
  ]
  for (const loss of losses) {
    pristine()
    const keys = loss.map(([id, kind]) => keyOf(space, id, kind))
    for (const key of keys) harm(space, key, 'delete', 0)
    const out = await salvaged(space, last, 'out', '--json')
    expect({ loss, lost: out.json.results[0]?.lost, errors: out.json.errors }).toEqual({
      loss,
      lost: [],
      errors: [],
    })
    expect(out.exitCode).toBe(0)
    // Of an object that nothing names any more, only the beginning of its name is known.
    const named = out.json.results[0].damaged as string[]
    for (const key of keys) expect(named.some((each) => key.startsWith(each))).toBe(true)
    expectAllBut(space, 'out', [], tree)
  }
})

test('what is lost is named, and an older version never takes its place', { timeout: 120_000 }, async () => {
  const { space, full, last, pristine } = await small()
  const tree = describeTree(space.source)
  const lose = async (loss: readonly (readonly [string, Kind])[]) => {
    pristine()
    for (const [id, kind] of loss) harm(space, keyOf(space, id, kind), 'delete', 0)
    const out = await salvaged(space, last, 'out', '--json')
    return { out, lost: listed(out.json.results[0]?.lostFile) }
  }
  const ofLast = ['d1/f1', 'step/new']
  const ofFull = [...tree.keys()].filter(
    (path) => !ofLast.includes(path) && tree.get(path)?.startsWith('d') !== true,
  )

  // A parent whose volumes are gone: all that did not change since; and the changed file in its new version only.
  const gone = await lose([[full, 'wrap']])
  expectAllBut(
    space,
    'out',
    gone.lost.map(({ path }) => path),
    tree,
  )
  expect(gone.lost.length).toBeGreaterThan(30)
  expect(gone.lost.map(({ path }) => path)).not.toContain('d1/f1')
  expect(gone.lost[0]?.why).toContain('keys')

  // The volume of the increment: the older version of a changed file stays away.
  const own = await lose([[last, 'volume']])
  expect(own.lost.map(({ path }) => path).sort()).toEqual(ofLast)
  expectAllBut(space, 'out', ofLast, tree)
  expect(own.out.exitCode).toBe(3)
  expect(ofFull.length).toBeGreaterThan(0)

  // Neither index nor volume: names are in the list of neither, and that is said.
  const nameless = await lose([
    [last, 'root'],
    [last, 'volume'],
  ])
  expect(nameless.lost.map(({ path }) => path)).toContain('an unknown number of files without a name')

  // Without its own key nothing is known of a backup: nothing is made.
  pristine()
  harm(space, keyOf(space, last, 'wrap'), 'delete', 0)
  const none = await salvaged(space, last, 'out', '--json')
  expect(none.json.errors.map(({ code }) => code)).toEqual(['object-missing'])
  expect(none.exitCode).toBe(5)
  expect(existsSync(space.path('out'))).toBe(false)
})

test('a salvage fills a new directory, chosen paths alone if asked', { timeout: 60_000 }, async () => {
  const { space, last, pristine } = await small()
  pristine()
  harm(space, keyOf(space, last, 'volume'), 'truncate', 0.9)
  const chosen = await salvaged(space, 'tree', 'out', '--json', '--include', 'd0')
  expect(chosen.exitCode).toBe(0)
  expect(chosen.json.results[0]).toMatchObject({ files: 11, lostCount: 0 })
  for (const [options, code] of [
    [['--overwrite'], 'usage'],
    [[], 'target-not-empty'],
  ] as const) {
    const refused = await salvaged(space, 'tree', 'out', '--json', ...options)
    expect(refused.json.errors.map((error) => error.code)).toEqual([code])
  }
  const piped = await salvaged(space, 'tree', '-')
  expect(piped.exitCode).toBe(2)
})
