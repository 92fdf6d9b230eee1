import { expect, test } from 'vitest'
import { drillLogKey, runLogKey, verifyLogKey } from '../../../src/catalog/keys.ts'
import { createObject } from '../../../src/catalog/object-io.ts'
import { removeOldLogs } from '../../../src/commands/cleanup/old-logs.ts'
import type { Cleanable } from '../../../src/commands/cleanup/plan.ts'
import { createMemoryStore } from '../../fakes/memory-store.ts'

const signal = new AbortController().signal
const job = 'home'
const [kept, gone] = ['20260101T030000Z-L0-aaaaaa', '20260102T030000Z-L0-bbbbbb']

test('logs of verifications go after 90 days, others when their backup is gone as well', async () => {
  const store = createMemoryStore('local')
  const keys = [
    runLogKey(job, kept),
    runLogKey(job, gone),
    drillLogKey(job, kept, '20260103T030000.000Z'),
    drillLogKey(job, gone, '20260103T030000.000Z'),
    verifyLogKey(job, kept, '20260103T030000.000Z'),
    verifyLogKey(job, kept, '20260401T030000.000Z'),
    verifyLogKey(job, gone, '20260401T030000.000Z'),
    `logs/${job}/notes.txt`,
  ]
  for (const key of keys) await createObject(store, key, Buffer.from('{}'), signal)
  const destination = {
    store,
    catalogue: { points: [{ id: kept }], damaged: [] },
    storeNow: new Date('2026-04-20T00:00:00Z'),
  } as unknown as Cleanable
  const deletion = { now: destination.storeNow, signal, assertHeld: () => undefined }
  expect(await removeOldLogs(destination, job, deletion)).toBe(3)
  expect([...store.objects.keys()].sort()).toEqual(
    keys.filter((_, index) => ![1, 3, 4].includes(index)).sort(),
  )
})
