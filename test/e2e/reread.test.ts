import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import type { CommandContext } from '../../src/commands/context.ts'
import { proof } from '../../src/commands/proof.ts'
import { report } from '../../src/commands/report.ts'
import { status } from '../../src/commands/status.ts'
import type { VerifyOptions } from '../../src/commands/verify/options.ts'
import { drill, verify } from '../../src/commands/verify.ts'
import type { Store } from '../../src/domain/store.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import type { RereadResult } from '../../src/report/reread.ts'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts'
import { contextOf } from './in-process.ts'
import { type Workspace, workspace } from './workspace.ts'

const day = 86_400_000
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

/** A place to run commands in, on any day after the first. */
interface Site {
  readonly space: Workspace
  readonly store: MemoryStore
  on(days: number, stores?: Readonly<Record<string, Store>>): CommandContext
}

async function site(): Promise<Site> {
  const space = await workspace()
  space.configure({ job: ['verify: {every: 7d}'] })
  const store = createMemoryStore('local')
  return {
    space,
    store,
    on(days, stores = { local: store }) {
      const context = contextOf(space, stores)
      return { ...context, clock: { ...context.clock, now: () => new Date(begin + days * day) } }
    },
  }
}

async function backUp({ space, on }: Site, days: number): Promise<string> {
  writeFileSync(space.path('source', `file${days}`), randomBytes(1000))
  const { results, errors } = await backup(on(days), [], backing)
  expect(errors).toEqual([])
  return (results[0] as { id: string }).id
}

const daily: VerifyOptions = { depth: 'checksum', sample: { part: 'today', of: 30 } }

async function reread(context: CommandContext): Promise<RereadResult> {
  const { results } = await report(context, [])
  return (results[0] as { reread: RereadResult }).reread
}

const countOf = ({ objects }: MemoryStore) =>
  [...objects.keys()].filter((key) => /^(?:data|state)\//.test(key)).length

test('thirty daily parts read everything back once; a day that is missed is named', minute, async () => {
  const here = await site()
  await backUp(here, 0)
  const objects = countOf(here.store)
  expect(objects).toBeGreaterThan(4)
  for (let days = 1; days <= 30; days++) {
    expect((await verify(here.on(days), [], daily)).exitCode).toBe(0)
  }
  const all = await reread(here.on(30))
  expect(all).toMatchObject({ objects, readObjects: objects, newObjects: 0, overdueObjects: 0, missed: [] })
  expect(all.readBytes).toBe(all.bytes)
  expect(all.rotation).toBe(30)

  // Without a day on which there was anything to read, that day is the one that was missed.
  const withObjects = [...here.store.objects.keys()]
  const days = Array.from({ length: 30 }, (_, index) => index + 1)
  const logs = withObjects.filter((key) => key.includes('-verify-'))
  expect(logs).toHaveLength(30)
  const busy = logs.find((key) => {
    const { objects } = JSON.parse(Buffer.from(here.store.objects.get(key)?.body ?? '').toString())
    return objects > 0
  })
  const missing = /-verify-(\d{4})(\d\d)(\d\d)T/
    .exec(busy ?? '')
    ?.slice(1)
    .join('-')
  const lost = here.store.objects.get(busy ?? '')
  here.store.objects.delete(busy ?? '')
  const gap = await reread(here.on(31))
  expect(gap).toMatchObject({ objects, missed: [{ day: missing, of: 30 }] })
  expect(gap.overdueObjects).toBe(gap.missed[0]?.objects)
  expect(gap.readObjects + gap.overdueObjects).toBe(objects)
  expect(days).toContain((Date.parse(`${missing}T05:23:00Z`) - begin) / day)
  const told = await status(here.on(31), [], {})
  expect(told.warnings).toMatchObject([
    { code: 'reread-overdue', hint: expect.stringMatching(/--sample \d+\/30/) },
  ])
  expect(told.warnings[0]?.message).toContain(`missed: ${missing} (part ${gap.missed[0]?.part} of 30`)

  // Made up for by hand, it is no gap any more.
  const part = gap.missed[0]?.part ?? 0
  await verify(here.on(31), [], { depth: 'checksum', sample: { part, of: 30 } })
  expect(await reread(here.on(31))).toMatchObject({ readObjects: objects, overdueObjects: 0, missed: [] })
  expect(lost).toBeDefined()
})

test('what is new is not overdue, and what nobody reads is after thirty days', minute, async () => {
  const here = await site()
  const id = await backUp(here, 0)
  const objects = countOf(here.store)
  expect(await reread(here.on(0))).toMatchObject({
    objects,
    readObjects: 0,
    newObjects: objects,
    overdueObjects: 0,
    oldest: { id, everRead: false, since: new Date(begin).toISOString() },
    lastReading: null,
  })
  expect(await reread(here.on(30))).toMatchObject({ newObjects: objects, overdueObjects: 0 })
  const late = await reread(here.on(31))
  expect(late).toMatchObject({ newObjects: 0, overdueObjects: objects, overdueBytes: late.bytes })
  // Nobody rotates: it is a figure, and no alarm.
  expect((await status(here.on(31), [], {})).warnings).toEqual([])
  expect((await status(here.on(31), [], {})).results[0]).not.toHaveProperty('reread')

  await verify(here.on(32), [], { depth: 'checksum' })
  expect(await reread(here.on(32))).toMatchObject({ readObjects: objects, overdueObjects: 0, rotation: null })
  expect((await status(here.on(32), [], {})).results[0]).toMatchObject({ reread: { readObjects: objects } })
  await verify(here.on(40), [], { depth: 'exists' })
  expect(await reread(here.on(63))).toMatchObject({ overdueObjects: objects })
})

test('a drill and a look at contents read all that a restore needs, along the chain', minute, async () => {
  const here = await site()
  await backUp(here, 0)
  await backUp(here, 1)
  const objects = countOf(here.store)
  const state = [...here.store.objects.keys()].filter((key) => key.startsWith('state/')).length
  expect(state).toBeGreaterThan(0)
  const read = new Set<string>()
  const watched: Store = {
    ...here.store,
    get: (key, ...rest) => here.store.get(read.add(key) && key, ...rest),
  }
  const drilled = await drill(here.on(2, { local: watched }), ['tree'], {})
  expect(drilled.exitCode).toBe(0)
  expect([...here.store.objects.keys()].filter((key) => key.startsWith('data/') && !read.has(key))).toEqual(
    [],
  )
  expect(await reread(here.on(2))).toMatchObject({ objects, readObjects: objects - state, newObjects: state })
  expect((await verify(here.on(20), [], { depth: 'contents' })).exitCode).toBe(0)
  expect(await reread(here.on(50))).toMatchObject({ readObjects: objects - state, overdueObjects: state })
})

test(
  'damage is not read back whole, and an unsigned log shows nothing where trust is set',
  minute,
  async () => {
    const here = await site()
    await backUp(here, 0)
    const objects = countOf(here.store)
    const [volume = ''] = [...here.store.objects.keys()].filter((key) => key.includes('/tree/0'))
    const kept = here.store.objects.get(volume)
    if (kept) kept.body[0] = (kept.body[0] ?? 0) ^ 1
    expect((await verify(here.on(1), [], {})).exitCode).toBe(5)
    expect(await reread(here.on(1))).toMatchObject({ readObjects: 0, newObjects: objects })
    if (kept) kept.body[0] = (kept.body[0] ?? 0) ^ 1
    expect((await verify(here.on(1.5), [], {})).exitCode).toBe(0)
    expect(await reread(here.on(1.5))).toMatchObject({ readObjects: objects })

    const { space } = here
    const signing = (key: string) => [
      'signing:',
      `  key: $${'{'}file:${space.path('keys', key)}}`,
      `  trust: ["${space.keys.drillSigning}", "${space.keys.backupSigning}"]`,
    ]
    space.configure({ top: signing('backup-signing.key') })
    await backUp(here, 2)
    const trusted = new Set([...here.store.objects.keys()].filter((key) => key.startsWith('manifests/')))
    expect(trusted.size).toBe(2)
    expect(await reread(here.on(2))).toMatchObject({ readObjects: 0 })
    space.configure({ top: signing('drill-signing.key') })
    await verify(here.on(3), [], {})
    expect(await reread(here.on(3))).toMatchObject({ readObjects: countOf(here.store) })
  },
)

test('who may only read verifies nonetheless, and is told that it was not recorded', minute, async () => {
  const here = await site()
  await backUp(here, 0)
  const readable: Store = {
    ...here.store,
    put: async (key) => {
      throw new HoldfastError('store-unwritable', `local refuses ${key}`)
    },
  }
  const context = here.on(1, { local: readable })
  const told: string[] = []
  const outcome = await verify(
    {
      ...context,
      reporter: { on: (event) => void (event.type === 'finding' && told.push(event.finding.code)) },
    },
    [],
    {},
  )
  expect(outcome.exitCode).toBe(0)
  expect(told).toContain('reading-not-recorded')
  expect(await reread(here.on(1))).toMatchObject({ readObjects: 0 })
})

test('an auditor reads the figures, whole or not', minute, async () => {
  const here = await site()
  await backUp(here, 0)
  await drill(here.on(1), ['tree'], {})
  await verify(here.on(1), [], {})
  const documentOn = async (days: number, framework: 'iso27001' | 'soc2') => {
    const { results } = await proof(here.on(days), [], { export: framework })
    return (results[0] as { document: string }).document
  }
  const objects = countOf(here.store)
  const good = await documentOn(2, 'iso27001')
  expect(good).toContain('**Is every stored object read back within 30 days?** Yes: of ')
  expect(good).toContain(`${objects} were read back whole within 30 days, and 0 are newer than that.`)
  expect(good).toMatch(new RegExp(`\\| tree \\| local \\| ${objects} \\| .* \\| ${objects} \\| 0 \\| 0 \\|`))
  const late = await documentOn(40, 'soc2')
  expect(late).toContain(`Not all: of ${objects} objects`)
  expect(late).toContain(`tree at local, ${objects} objects overdue.`)
})
