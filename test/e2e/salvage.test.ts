import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { dataPrefix } from '../../src/catalog/keys.ts'
import { decodeVolumesList } from '../../src/catalog/volumes-list.ts'
import { backup } from '../../src/commands/backup.ts'
import { findBackup } from '../../src/commands/repository/find.ts'
import { openersFor } from '../../src/commands/repository/identities.ts'
import { openChain } from '../../src/commands/repository/open-chain.ts'
import type { VolumeRecord } from '../../src/domain/manifest.ts'
import { createTreeView } from '../../src/sources/directory/tree-view.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { describeTree, randomNumbers } from '../fixtures/odd-tree.ts'
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

function noise(random: () => number, bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, () => random() * 256))
}

interface Built {
  readonly ids: readonly string[]
  readonly trees: ReadonlyMap<string, Map<string, string>>
  readonly extents: ReadonlyMap<string, readonly Extent[]>
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

/** A full backup of 30 MB that does not compress and increments on it, until there are so many objects. */
async function build(space: Workspace, store: MemoryStore, objects: number): Promise<Built> {
  space.configure({ job: ['levels: {0: monthly, 1: otherwise}'] })
  const random = randomNumbers(11)
  const put = (directory: string, name: string, bytes: number) => {
    mkdirSync(space.path('source', directory), { recursive: true })
    writeFileSync(space.path('source', directory, name), noise(random, bytes))
  }
  for (let number = 0; number < 300; number += 1) put(`base${number % 20}`, `f${number}`, 100_000)
  put('large', 'two', 12_000_000)
  const ids: string[] = []
  const trees = new Map<string, Map<string, string>>()
  const extents = new Map<string, readonly Extent[]>()
  const volumes = new Map<string, readonly VolumeRecord[]>()
  while (store.objects.size < objects) {
    const { errors, results } = await backup(contextOf(space, { local: store }), [], backing)
    expect(errors).toEqual([])
    const { id } = results[0] as { id: string }
    ids.push(id)
    trees.set(id, describeTree(space.source))
    extents.set(id, await extentsOf(space, store, id))
    const prefix = dataPrefix('tree', id)
    const list = [...store.objects.keys()].find((key) => key.startsWith(`${prefix}/volumes-`)) ?? ''
    volumes.set(id, decodeVolumesList(store.objects.get(list)?.body ?? new Uint8Array(), prefix))
    for (const name of ['a', 'b', 'c']) put(`step${ids.length}`, name, 8_000)
  }
  return { ids, trees, extents, volumes }
}

/** Damages so many objects, any but those that every command needs. */
function harmSome(space: Workspace, keys: readonly string[], count: number, seed: number): Harm[] {
  const random = randomNumbers(seed)
  const left = keys.filter((key) => !/^(holdfast\.json|RESTORE\.md|leases\/)/.test(key))
  return Array.from({ length: count }, (_, number) => {
    const [key = ''] = left.splice(Math.floor(random() * left.length), 1)
    const file = join(space.repository, key)
    const bytes = readFileSync(file)
    const way = (['flip', 'truncate', 'delete'] as const)[number % 3] ?? 'flip'
    const at = Math.floor(random() * bytes.length)
    if (way === 'flip') {
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      writeFileSync(file, bytes)
    } else if (way === 'truncate') truncateSync(file, at)
    else rmSync(file)
    return { key, way, at }
  })
}

function listed(space: Workspace, file: string | undefined): { path: string; object?: string }[] {
  if (file === undefined) return []
  return readFileSync(space.path(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('30 of 500 objects damaged: each backup comes back but for exactly what lay in damaged frames', {
  timeout: 300_000,
}, async () => {
  const space = await workspace()
  const store = createMemoryStore('local')
  const { ids, trees, extents, volumes } = await build(space, store, 500)
  for (const [key, { body }] of store.objects) {
    mkdirSync(dirname(join(space.repository, key)), { recursive: true })
    writeFileSync(join(space.repository, key), body)
  }
  const harms = harmSome(space, [...store.objects.keys()].sort(), 30, 5)
  console.log(store.objects.size, ids.length, harms)
  const [full = ''] = ids
  for (const id of [ids.at(-1) ?? '', full]) {
    const out = await space.run([
      'restore',
      id,
      '--salvage',
      '--to',
      `out-${id}`,
      '--yes',
      '--json',
      '--identity',
      space.identity,
    ])
    console.log(out.stdout.slice(0, 3000), out.milliseconds)
    const expected = lostTo(harms, extents.get(id) ?? [], volumes)
    const lost = listed(space, out.json.results[0].lostFile).map(({ path }) => path)
    console.log(lost.length, expected.length)
    expect(lost.sort()).toEqual(expected.sort())
    const tree = describeTree(space.path(`out-${id}`))
    const whole = new Map(trees.get(id))
    for (const path of lost) whole.delete(path)
    expect([...tree].sort()).toEqual([...whole].sort())
  }
})
