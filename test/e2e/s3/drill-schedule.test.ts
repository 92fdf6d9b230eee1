import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type S3Service, startVersitygw } from '../../services/s3.ts'
import { expectError } from '../expect-error.ts'
import { workspace } from '../workspace.ts'

let gateway: S3Service
beforeAll(async () => {
  gateway = await startVersitygw()
})
afterAll(async () => gateway.stop())

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

test('drills by their schedule decide what cleanup may do in a bucket', { timeout: 300_000 }, async () => {
  const space = await workspace()
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = gateway.environment
  space.configure({
    destinations: [
      `bucket: {type: s3, bucket: ${gateway.bucket}, prefix: of/drills, endpoint: "${gateway.endpoint}", region: ${gateway.region}, path-style: true, access-key-id: ${id}, secret-access-key: ${secret}}`,
    ],
    to: 'bucket',
    job: [
      'levels: {0: otherwise}',
      'retention: {keep-last: 1, require-proofs: 1}',
      'verify: {every: 7d, budget: 1h, checks: [{file: orders.csv, min: 10}]}',
    ],
  })
  const run = async (args: readonly string[], env?: Readonly<Record<string, string>>) =>
    space.run([...args, '--json'], env && { env })
  const due = ['drill', '--due', '--identity', space.identity]
  const backUp = async () => {
    const ran = await run(['backup'])
    expect(ran.json.errors).toEqual([])
    return ran.json.results[0].id as string
  }
  const deleted = async () => {
    const ran = await run(['cleanup'])
    expect(ran.json.errors).toEqual([])
    return ran.json.results[0].deleted.map((each: { id: string }) => each.id)
  }
  writeFileSync(space.path('source', 'orders.csv'), randomBytes(1000))
  const first = await backUp()
  const second = await backUp()
  expect(await deleted()).toEqual([])
  const proven = await run(due)
  expect(proven.json).toMatchObject({ exitCode: 0, results: [{ id: second, result: 'passed' }] })

  rmSync(space.path('source', 'orders.csv'))
  writeFileSync(space.path('source', 'other'), 'other')
  const third = await backUp()
  const failed = await run(['drill', third, '--identity', space.identity])
  expectError(failed, 5, 'verification-failed')
  expect(failed.json.errors[0]?.message).toContain('orders.csv failed: expected a file, found nothing')
  expectError(await run(['cleanup']), 7, 'drill-failed')
  // A drill that could not even begin says nothing, and lets nothing go.
  expect((await run(['drill', '--due'])).exitCode).toBe(2)
  expectError(await run(['cleanup']), 7, 'drill-failed')

  writeFileSync(space.path('source', 'orders.csv'), 'an order a line\n')
  const fourth = await backUp()
  const mended = await run(due)
  expect(mended.json).toMatchObject({
    exitCode: 0,
    results: [{ id: fourth, result: 'passed', recovered: true }],
  })
  expect((await deleted()).sort()).toEqual([first, second, third].sort())
  const waits = await run(due)
  expect(waits.json).toMatchObject({ exitCode: 0, results: [{ status: 'not-due', destination: 'bucket' }] })

  expect((await run(['verify'])).exitCode).toBe(0)
  const report = await run(['report'])
  const [{ reread }] = report.json.results
  expect(reread).toMatchObject({ readObjects: reread.objects, overdueObjects: 0 })
  expect(report.exitCode).toBe(0)
  const overdue = await run(['status'], { HOLDFAST_NOW: later(9) })
  expect(overdue.json).toMatchObject({ exitCode: 4, results: [{ state: 'unproven' }] })
  expect(overdue.json.errors[0]?.message).toContain('no drill passed lately, wanted every 7 d')
  expect((await run(['status', '--max-age', '10d'], { HOLDFAST_NOW: later(8) })).exitCode).toBe(0)
  expectError(await run(['status', '--max-age', '7d'], { HOLDFAST_NOW: later(8) }), 4, 'stale')

  // A backup of nothing proves nothing, however well it comes back.
  rmSync(space.source, { recursive: true })
  mkdirSync(space.source)
  const empty = await backUp()
  const nothing = await run(['drill', empty, '--identity', space.identity])
  expectError(nothing, 5, 'verification-failed')
  expect(nothing.json.errors[0]?.message).toContain(
    'files failed: expected at least one file, found directories alone',
  )
})
