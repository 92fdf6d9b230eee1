import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { acquireLease } from '../../src/catalog/lease.ts'
import { currentOwner } from '../../src/catalog/lease-owner.ts'
import { systemClock } from '../../src/process/clock.ts'
import { createFilesystemStore } from '../../src/stores/filesystem/store.ts'
import { describeTree } from '../fixtures/odd-tree.ts'
import { treeDifferences } from '../fixtures/tree-difference.ts'
import { expectError } from './expect-error.ts'
import { keysUnder, type Workspace, workspace } from './workspace.ts'

const timeout = 300_000

interface Two {
  readonly space: Workspace
  readonly id: string
  readonly first: string
  readonly second: string
}

/** A backup at two destinations. */
async function two(): Promise<Two> {
  const space = await workspace()
  const [first, second] = [space.path('first'), space.path('second')]
  space.configure({
    destinations: [
      `first: {type: filesystem, path: ${first}}`,
      `second: {type: filesystem, path: ${second}}`,
    ],
    to: 'first, second',
    job: ['retention: {keep-last: 5}'],
  })
  writeFileSync(space.path('source', 'file'), 'content '.repeat(10_000))
  const ran = await space.run(['backup', '--json'])
  expect(ran.json.errors).toEqual([])
  return { space, id: ran.json.results[0].id, first, second }
}

function flip(file: string): void {
  const bytes = readFileSync(file)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] as number) ^ 0xff
  writeFileSync(file, bytes)
}

test('a restore takes the other destination where the first is damaged, or has it shredded', {
  timeout,
}, async () => {
  const { space, id, first, second } = await two()
  const opened = ['--identity', space.identity, '--yes', '--json']
  const restore = (to: string, ...more: string[]) =>
    space.run(['restore', id, '--to', space.path(to), ...opened, ...more])
  const volume = keysUnder(first, 'data/').find((key) => key.includes('/tree/0')) ?? ''
  flip(`${first}/${volume}`)
  const elsewhere = await restore('out')
  expect(elsewhere.json.errors).toEqual([])
  expect(elsewhere.json.warnings).toMatchObject([
    {
      code: 'restored-elsewhere',
      message: expect.stringContaining(`is damaged at first: ${volume}`),
      hint: expect.stringContaining('`holdfast sync --depth checksum`'),
    },
  ])
  expect(treeDifferences(describeTree(space.path('out')), describeTree(space.source))).toEqual([])
  expectError(await restore('only', '--destination', 'first'), 5, 'object-damaged')
  const stdout = await space.run(['restore', id, '--to', '-', '--identity', space.identity, '--json'])
  expect(stdout.exitCode).toBe(5)

  expect((await space.run(['shred', id, '--destination', 'first', '--yes', '--json'])).json.errors).toEqual(
    [],
  )
  const shredded = await restore('out-2')
  expect(shredded.json.errors).toEqual([])
  expect(shredded.json.warnings).toEqual([])
  expect(treeDifferences(describeTree(space.path('out-2')), describeTree(space.source))).toEqual([])

  flip(`${second}/${volume}`)
  expectError(await restore('nowhere'), 5, 'object-damaged')
  expect((await space.run(['shred', id, '--yes', '--json'])).json.errors).toEqual([])
  expectError(await restore('shredded'), 1, 'shredded')
})

test('a damaged manifest is told once, by list and by cleanup', { timeout }, async () => {
  const { space, id, first } = await two()
  const key = `manifests/tree/${id}.json`
  flip(`${first}/${key}`)
  const times = (text: string) => text.split(`${key} is damaged`).length - 1
  const listed = await space.run(['list'])
  expect(times(listed.stderr + listed.stdout)).toBe(1)
  const cleaned = await space.run(['cleanup', '--dry-run'])
  expect(times(cleaned.stderr + cleaned.stdout)).toBe(1)
  expect(cleaned.exitCode).toBe(5)
})

test('what cannot be reached is not held, and the rest is: exit 3', { timeout }, async () => {
  const { space, id, first, second } = await two()
  renameSync(second, `${second}-away`)
  writeFileSync(second, 'no directory')
  for (const [command, held] of [
    ['hold', true],
    ['release', false],
  ] as const) {
    const ran = await space.run([command, id, '--json'])
    expect({ exit: ran.exitCode, status: ran.json.status }).toEqual({ exit: 3, status: 'partial' })
    expect(ran.json.results).toMatchObject([{ destination: 'first', held }])
    expect(ran.json.errors).toMatchObject([{ context: { job: 'tree' } }])
    expect(keysUnder(first, 'holds/')).toHaveLength(held ? 1 : 0)
  }
  rmSync(second)
  renameSync(`${second}-away`, second)
  const both = await space.run(['hold', id, '--json'])
  expect(both.exitCode).toBe(0)
  expect(both.json.results).toMatchObject([{ destination: 'first' }, { destination: 'second' }])
})

test('rekey and shred say which job another run holds, with --on-busy skip', { timeout }, async () => {
  const { space, id, first } = await two()
  const store = createFilesystemStore('first', { path: first, mode: 0o600 }, { clock: systemClock })
  const lease = await acquireLease(store, 'job~tree', {
    clock: systemClock,
    owner: await currentOwner(undefined),
    onBusy: 'fail',
    signal: new AbortController().signal,
  })
  try {
    const keys = ['--identity', space.identity, '--on-busy', 'skip']
    const rekeyed = await space.run(['rekey', 'tree', ...keys, '--json'])
    expect(rekeyed.exitCode).toBe(0)
    expect(rekeyed.json.results).toEqual([{ job: 'tree', status: 'skipped' }])
    expect((await space.run(['rekey', 'tree', ...keys])).stdout).toContain(
      'skipped, another run holds the job',
    )
    const shredded = await space.run(['shred', id, '--on-busy', 'skip', '--yes', '--json'])
    expect(shredded.json.results).toEqual([{ job: 'tree', id, status: 'skipped' }])
    const text = await space.run(['shred', id, '--on-busy', 'skip', '--yes'])
    expect(text.stdout).toContain(`${id}: skipped, another run holds the job`)
    // The question that was answered beforehand stays one.
    expect(text.stderr).toContain('Destroy its keys at first, second? [confirmed]')
  } finally {
    await lease?.release()
  }
})

test('what verify and a restore advise heals what they found', { timeout }, async () => {
  const { space, first } = await two()
  const volume = keysUnder(first, 'data/').find((key) => key.includes('/tree/0')) ?? ''
  flip(`${first}/${volume}`)
  const found = await space.run(['verify', '--destination', 'first', '--json'])
  expectError(found, 5, 'verification-failed')
  const advice = /`holdfast ([^`]+)` heals it/.exec(found.json.errors[0]?.hint ?? '')?.[1] ?? 'nothing'
  const healed = await space.run([...advice.split(' '), '--yes', '--json'])
  expect(healed.json.errors).toEqual([])
  const again = await space.run(['verify', '--destination', 'first', '--json'])
  expect(again.json).toMatchObject({ exitCode: 0, errors: [] })
})
