import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import type { CommandContext } from '../../src/commands/context.ts'
import type { Outcome } from '../../src/commands/outcome.ts'
import { status } from '../../src/commands/status.ts'
import type { VerifyOptions } from '../../src/commands/verify/options.ts'
import { drill, verify } from '../../src/commands/verify.ts'
import type { Finding } from '../../src/domain/finding.ts'
import type { Store } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { contextOf } from './in-process.ts'
import { type Workspace, workspace } from './workspace.ts'

const hour = 3_600_000
const day = 24 * hour
const begin = Date.parse('2026-10-01T05:23:00Z')
const minute = { timeout: 120_000 }

const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

interface Site {
  readonly space: Workspace
  readonly stores: Readonly<Record<string, MemoryStore>>
  /** Findings that were told. */
  readonly told: Finding[]
  on(days: number, stores?: Readonly<Record<string, Store>>): CommandContext
}

/** Jobs of directories of their own, each with lines of its own. */
async function site(jobs: Readonly<Record<string, string>>, to = ['local']): Promise<Site> {
  const space = await workspace()
  const lines = Object.entries(jobs).map(([name, more]) => {
    mkdirSync(space.path(`source-${name}`))
    writeFileSync(space.path(`source-${name}`, 'file'), name)
    return `  ${name}:\n    source: {type: directory, path: ${space.path(`source-${name}`)}}\n    to: [${to.join(', ')}]\n    ${more}\n`
  })
  const destinations = to.map((name) => `  ${name}: {type: filesystem, path: ${space.path(name)}}\n`)
  space.write(
    'holdfast.yml',
    `version: 1\ndestinations:\n${destinations.join('')}encryption:\n  recipients: [${space.keys.recipient}]\njobs:\n${lines.join('')}`,
  )
  const stores = Object.fromEntries(to.map((name) => [name, createMemoryStore(name)]))
  const told: Finding[] = []
  return {
    space,
    stores,
    told,
    on(days, others = stores) {
      const context = contextOf(space, others)
      return {
        ...context,
        reporter: { on: (event) => void (event.type === 'finding' && told.push(event.finding)) },
        clock: { ...context.clock, now: () => new Date(begin + days * day) },
      }
    },
  }
}

async function backUp({ on }: Site, days: number): Promise<void> {
  const { errors } = await backup(on(days), [], backing)
  expect(errors).toEqual([])
}

const due: VerifyOptions = { due: true }

/** `job at destination: what became of it`, in order. */
function told({ results }: Outcome): string[] {
  return (results as { job: string; destination: string; result?: string; status?: string }[]).map(
    ({ job, destination, result, status: word }) => `${job} at ${destination}: ${result ?? word}`,
  )
}

test('takes what is due and says of the rest why it is not', minute, async () => {
  const here = await site({
    daily: 'verify: {every: 1d}',
    weekly: 'verify: {every: 7d}',
    always: 'every: 30d',
  })
  await backUp(here, 0)
  const first = await drill(here.on(0), [], due)
  expect(first.exitCode).toBe(0)
  expect(told(first)).toEqual([
    'daily at local: passed',
    'weekly at local: passed',
    'always at local: passed',
  ])
  const next = await drill(here.on(1), [], due)
  expect(told(next)).toEqual([
    'daily at local: passed',
    'always at local: passed',
    'weekly at local: not-due',
  ])
  expect(next.results[2]).toEqual({
    job: 'weekly',
    destination: 'local',
    depth: 'restore',
    status: 'not-due',
    lastProof: expect.stringMatching(/^2026-10-01T05:2/),
    proofAge: expect.any(Number),
    reason: 'last passed 24 h ago, wanted every 7 d',
  })
  // A schedule that is two hours early does not miss its week.
  const week = await drill(here.on(7 - 2 / 24), ['weekly'], due)
  expect(told(week)).toEqual(['weekly at local: passed'])
  const none = await drill(here.on(7), ['weekly'], due)
  expect({ exitCode: none.exitCode, told: told(none) }).toEqual({
    exitCode: 0,
    told: ['weekly at local: not-due'],
  })
  expect((await status(here.on(8), ['weekly'], {})).results[0]).toMatchObject({ state: 'unsigned' })
})

test(
  'stops beginning drills when the budget is used up, and who was left is first next time',
  minute,
  async () => {
    const verify = 'verify: {every: 1d, budget: 1h}'
    const here = await site({ a: verify, b: verify, c: verify, free: 'verify: {every: 1d}' })
    await backUp(here, 0)
    // Each look at the clock takes ten minutes of the run.
    const slowly = (days: number): CommandContext => {
      const context = here.on(days)
      let time = 0
      return {
        ...context,
        clock: {
          ...context.clock,
          monotonic: () => (time += 10 * 60_000),
          sleep: () => new Promise(() => undefined),
        },
      }
    }
    const first = await drill(slowly(0), [], due)
    expect(first.exitCode).toBe(0)
    const left = told(first).filter((line) => line.endsWith(': left'))
    expect(left.length).toBeGreaterThan(0)
    expect(told(first)).toContain('a at local: passed')
    expect(told(first)).toContain('free at local: passed')
    expect(first.results.at(-1)).toMatchObject({
      job: 'c',
      status: 'left',
      lastProof: null,
      reason: expect.stringMatching(/^never passed; the budget of 1 h was used up after 1 h \d\d min/),
    })
    // Never proven is overdue already: a warning, which names the job.
    expect(first.warnings).toMatchObject(left.map(() => ({ code: 'budget-used', severity: 'warning' })))
    expect(first.warnings.at(-1)?.message).toMatch(/^c at local was left out/)
    const next = await drill(slowly(1), [], due)
    expect(told(next)[0]).toBe(left[0]?.replace('left', 'passed'))
  },
)

test(
  'a drill that fails is due again, behind those that wait longer; one that takes too long too',
  minute,
  async () => {
    const here = await site({
      bad: 'verify: {every: 7d, checks: [{file: gone}]}',
      good: 'verify: {every: 1d}',
    })
    await backUp(here, 0)
    const first = await drill(here.on(0), [], due)
    expect({ exitCode: first.exitCode, told: told(first) }).toEqual({
      exitCode: 5,
      told: ['bad at local: failed', 'good at local: passed'],
    })
    const early = await drill(here.on(0.5), [], due)
    expect(told(early)).toEqual(['bad at local: failed', 'good at local: not-due'])
    const next = await drill(here.on(1), [], due)
    expect(told(next)).toEqual(['good at local: passed', 'bad at local: failed'])

    const late = { ...here.on(2), clock: { ...here.on(2).clock, sleep: async () => undefined } }
    here.space.write(
      'holdfast.yml',
      here.space.read('holdfast.yml').replace('every: 7d,', 'every: 7d, budget: 1h,'),
    )
    const slow = await drill({ ...late, config: here.on(2).config }, ['bad'], due)
    expect(slow.errors).toMatchObject([{ code: 'timeout' }])
    const logs = [...(here.stores.local?.objects ?? [])].filter(([key]) =>
      /^logs\/bad\/.*-drill-20261003T/.test(key),
    )
    expect(logs.map(([, { body }]) => JSON.parse(Buffer.from(body).toString()))).toMatchObject([
      { command: 'drill', status: 'failed', error: { code: 'timeout' } },
    ])
  },
)

test('each destination is drilled; a proof that sync brought along is of the other one', minute, async () => {
  const here = await site({ tree: 'verify: {every: 7d}' }, ['one', 'two'])
  await backUp(here, 0)
  const only = await drill({ ...here.on(0), onlyDestinations: ['one'] }, [], due)
  expect(told(only)).toEqual(['tree at one: passed'])
  for (const [key, object] of here.stores.one?.objects ?? []) {
    if (/^(?:proofs|logs)\//.test(key)) here.stores.two?.objects.set(key, object)
  }
  const states = async (days: number) =>
    (await status(here.on(days), [], {})).results.map((result) => Reflect.get(result, 'state'))
  expect(await states(1)).toEqual(['unsigned', 'unproven'])
  const both = await drill(here.on(1), [], due)
  expect(told(both)).toEqual(['tree at two: passed', 'tree at one: not-due'])
  expect(await states(1)).toEqual(['unsigned', 'unsigned'])
})

test('a destination that cannot be asked does not keep the others from their turn', minute, async () => {
  const here = await site({ tree: 'verify: {every: 7d}', never: 'verify: {every: 7d}' }, ['one', 'two'])
  const { errors } = await backup(here.on(0), ['tree'], backing)
  expect(errors).toEqual([])
  const { one, two } = here.stores
  if (!one || !two) throw new Error('the site has two stores')
  const gone: Store = {
    ...one,
    get: async () => {
      throw new HoldfastError('store-unreachable', 'one is away')
    },
  }
  const outcome = await drill(here.on(1, { one: gone, two }), ['tree'], due)
  expect({ exitCode: outcome.exitCode, told: told(outcome) }).toEqual({
    exitCode: 3,
    told: ['tree at two: passed'],
  })
  expect(outcome.errors).toMatchObject([{ code: 'store-unreachable', context: { job: 'tree' } }])
  // What was never backed up is no success.
  const never = await drill(here.on(1), ['never'], due)
  expect(never.exitCode).toBe(1)
  expect(never.errors.map(({ code }) => code)).toEqual(['backup-not-found', 'backup-not-found'])
})

test('verify --due goes as deep as the job says, and by what was read back', minute, async () => {
  const here = await site({
    tree: 'verify: {depth: checksum, every: 7d}',
    seen: 'verify: {depth: exists, every: 7d}',
  })
  await backUp(here, 0)
  const first = await verify(here.on(0), [], due)
  expect(first.results).toMatchObject([
    { job: 'tree', depth: 'checksum', result: 'passed' },
    { job: 'seen', depth: 'exists', result: 'passed' },
  ])
  const next = await verify(here.on(2), [], due)
  expect(told(next)).toEqual(['seen at local: passed', 'tree at local: not-due'])
  expect(told(await verify(here.on(7), ['tree'], due))).toEqual(['tree at local: passed'])
})

test.each<[string, (id: string) => [string[], VerifyOptions]]>([
  ['an id', (id) => [[id], due]],
  ['--at', () => [[], { ...due, at: new Date(begin) }]],
  ['--sample', () => [[], { ...due, sample: { part: 1, of: 3 } }]],
])('refuses %s beside --due', minute, async (what, args) => {
  const here = await site({ tree: 'verify: {every: 7d}' })
  await backUp(here, 0)
  const id = [...(here.stores.local?.objects.keys() ?? [])].find((key) => key.startsWith('manifests/'))
  const [names, options] = args(id?.replace(/^.*\/|\.json$/g, '') ?? '')
  await expect(drill(here.on(1), names, options)).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining(what),
  })
})
