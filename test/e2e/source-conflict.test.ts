import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { backup } from '../../src/commands/backup.ts'
import type { Source } from '../../src/domain/source.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { createMemoryStore } from '../fakes/memory-store.ts'
import { contextOf } from './in-process.ts'
import { type Workspace, workspace } from './workspace.ts'

const backing = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

/** The workspace's source, whose first runs end in the middle as those of a standby that gives way to its primary. */
function conflicting(space: Workspace, times: number) {
  const store = createMemoryStore('local')
  const context = contextOf(space, { local: store })
  let runs = 0
  const source = (...given: Parameters<typeof context.drivers.source>): Source => {
    const real = context.drivers.source(...given)
    return {
      ...real,
      async capture(capturing) {
        runs += 1
        const capture = await real.capture(capturing)
        if (runs > times) return capture
        const broken = () =>
          Readable.from(
            (async function* () {
              yield Buffer.alloc(1000)
              throw new HoldfastError('source-conflict', 'the standby cancelled the dump', {
                retryable: true,
              })
            })(),
          )
        return { ...capture, streams: capture.streams.map((stream) => ({ ...stream, open: broken })) }
      },
    }
  }
  return { context: { ...context, drivers: { ...context.drivers, source } }, runs: () => runs, store }
}

async function space(): Promise<Workspace> {
  const made = await workspace()
  made.write('source/a', 'a'.repeat(5000))
  return made
}

it('a run that its source cancelled begins anew, and only the whole one is listed', async () => {
  const { context, runs, store } = conflicting(await space(), 2)
  const outcome = await backup(context, [], backing)
  expect(outcome).toMatchObject({ errors: [], exitCode: 0 })
  expect(runs()).toBe(3)
  expect([...store.objects.keys()].filter((key) => key.startsWith('manifests/'))).toHaveLength(1)
})

it('a third conflict in a row is the error of the run', async () => {
  const { context, runs, store } = conflicting(await space(), 9)
  const outcome = await backup(context, [], backing)
  expect(outcome.errors).toMatchObject([{ code: 'source-conflict' }])
  expect(outcome.exitCode).toBe(1)
  expect(runs()).toBe(3)
  expect([...store.objects.keys()].filter((key) => key.startsWith('manifests/'))).toEqual([])
})
