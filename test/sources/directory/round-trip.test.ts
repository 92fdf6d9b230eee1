import { mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDirectorySource } from '../../../src/sources/directory/source.ts'
import { backUp, type FakeBackup, sourceContext } from '../../fakes/capture.ts'
import { describeTree, makeOddTree, mutateTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'

const settings = { exclude: [], oneFileSystem: false, onUnreadable: 'partial' as const }
let work: string
let tree: string

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-directory-'))
  tree = join(work, 'tree')
  await mkdir(tree)
})
afterEach(async () => rm(work, { recursive: true, force: true }))

async function proveRestore(
  backups: readonly FakeBackup[],
  expected: ReadonlyMap<string, string>,
  holes = false,
): Promise<void> {
  const source = createDirectorySource({ ...settings, path: tree })
  const chain = backups.map(({ link }) => link)
  const target = join(work, 'target')
  const options = { target: { type: 'directory' as const, path: target }, include: [], overwrite: false }
  const restored = await source.restore(sourceContext(), chain, options)
  expect(restored.warnings).toEqual([])
  expect(treeDifferences(describeTree(target, { holes }), expected)).toEqual([])
  await rm(target, { recursive: true })

  const scratch = join(work, 'scratch')
  await mkdir(scratch)
  const drilled = await source.drill(sourceContext(), chain, { scratch })
  expect(drilled.checks.filter(({ result }) => result !== 'passed')).toEqual([])
  expect(drilled.checks.map(({ name }) => name)).toEqual(['files', 'hashes', 'metadata', 'no extra files'])
  await rm(scratch, { recursive: true })
  expect(
    ((await source.contents?.(sourceContext(), chain)) ?? []).every(({ result }) => result === 'passed'),
  ).toBe(true)
}

describe('a directory with everything in it', () => {
  it('comes back exactly, holes, attributes and odd names included', async () => {
    makeOddTree(tree, { files: 300, seed: 1 })
    const before = describeTree(tree, { holes: true })
    const source = createDirectorySource({ ...settings, path: tree })
    const full = await backUp(source, join(work, '0.tar'))
    expect(full.findings).toEqual([])
    expect(full.result).toMatchObject({ evidence: 'stream', unread: [] })
    expect(full.level).toBe(0)
    const kinds = [...before.values()].filter((line) => !line.startsWith('40000 '))
    expect(full.result.files).toBe(kinds.length)
    await proveRestore([full], before, true)
  }, 30_000)

  it('keeps a sparse file beyond 8 GiB sparse', async () => {
    const path = join(tree, 'huge')
    const size = 9 * 1024 ** 3 + 123
    const handle = await open(path, 'w')
    await handle.write('beyond eight gibibytes', 8.5 * 1024 ** 3)
    await handle.truncate(size)
    await handle.close()
    const source = createDirectorySource({ ...settings, path: tree })
    const full = await backUp(source, join(work, '0.tar'))
    expect((await stat(full.file)).size).toBeLessThan(100_000)
    expect(full.index.entries.at(-1)).toMatchObject({
      path: 'huge',
      size,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const target = join(work, 'target')
    const options = { target: { type: 'directory' as const, path: target }, include: [], overwrite: false }
    await source.restore(sourceContext(), [full.link], options)
    const restored = await stat(join(target, 'huge'))
    expect(restored.size).toBe(size)
    expect(restored.blocks * 512).toBeLessThan(1_000_000)
    const copy = await open(join(target, 'huge'))
    const { buffer } = await copy.read(Buffer.alloc(22), 0, 22, 8.5 * 1024 ** 3)
    await copy.close()
    expect(buffer.toString()).toBe('beyond eight gibibytes')
  })

  it.each([11, 12, 13, 14])(
    'comes back from a chain of increments after random changes (seed %i)',
    async (seed) => {
      makeOddTree(tree, { files: 80, seed })
      const source = createDirectorySource({ ...settings, path: tree })
      const chain = [await backUp(source, join(work, '0.tar'))]
      for (let level = 1; level <= 3; level += 1) {
        mutateTree(tree, { changes: 25, seed: seed * 10 + level })
        const parent = (chain.at(-1) as FakeBackup).parent
        const increment = await backUp(source, join(work, `${level}.tar`), { level, parent })
        expect(increment.fullBecause).toBeUndefined()
        expect(increment.level).toBe(level)
        expect((await stat(increment.file)).size).toBeLessThan(60_000_000)
        chain.push(increment)
        const wanted = describeTree(tree)
        await proveRestore(chain, wanted)
      }
    },
    60_000,
  )
})
