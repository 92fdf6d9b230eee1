import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workspace } from './workspace.ts'

const drillArgs = (identity: string) => ['drill', '--json', '--identity', identity]

test('checks of one’s own are part of the drill and of its proof', { timeout: 180_000 }, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/report'), 'forty-two')
  const checks = [
    '{file: report, min: 9, max: 9}',
    '{name: says so, run: [cat, report], equals: forty-two}',
    '{file: ledger}',
    '{name: refuses, run: ["false"]}',
    '{name: too many, run: [echo, "7"], max: 6}',
  ]
  space.configure({ job: [`verify: {depth: restore, checks: [${checks.join(', ')}]}`] })
  await space.run(['backup'])
  const failed = await space.run(drillArgs(space.identity))
  expect(failed.exitCode).toBe(5)
  const [result] = failed.json.results
  expect(result).toMatchObject({ result: 'failed', proof: expect.stringContaining('proofs/tree/') })
  const verdicts = Object.fromEntries(
    (result.checks as { name: string; result: string }[]).map(({ name, result: verdict }) => [name, verdict]),
  )
  expect(verdicts).toMatchObject({
    files: 'passed',
    hashes: 'passed',
    report: 'passed',
    'says so': 'passed',
    ledger: 'failed',
    refuses: 'failed',
    'too many': 'failed',
  })
})

test('a check that asks a database of a directory is an error of the configuration, not of the backup', {
  timeout: 180_000,
}, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'a')
  space.configure({ job: ['verify: {depth: restore, checks: [{sql: "select 1", min: 1}]}'] })
  await space.run(['backup'])
  const ran = await space.run(drillArgs(space.identity))
  expect({ exit: ran.exitCode, code: ran.json.errors[0]?.code }).toEqual({ exit: 2, code: 'usage' })
  expect(space.keysUnder('proofs/')).toEqual([])
})

test('a drill stops when its budget is used up, and proves nothing', { timeout: 180_000 }, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'a')
  space.configure({ job: ['verify: {depth: restore, budget: 1s, checks: [{run: [sleep, "30"]}]}'] })
  await space.run(['backup'])
  const ran = await space.run(drillArgs(space.identity))
  expect({ exit: ran.exitCode, code: ran.json.errors[0]?.code }).toEqual({ exit: 1, code: 'timeout' })
  expect(space.keysUnder('proofs/')).toEqual([])
})

test('leases lie where lease-destination says, log files rotate once a command', {
  timeout: 180_000,
}, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'a')
  mkdirSync(space.path('logs'))
  space.configure({
    destinations: [
      `local: {type: filesystem, path: ${space.repository}, lease-destination: locks}`,
      `locks: {type: filesystem, path: ${space.path('locks')}}`,
    ],
    to: 'local',
    job: [`log: {file: ${space.path('logs/run.log')}, keep: 3}`, 'retention: {keep-last: 1}'],
  })
  expect((await space.run(['backup'])).exitCode).toBe(0)
  expect((await space.run(['backup'])).exitCode).toBe(0)
  expect((await space.run(['cleanup'])).exitCode).toBe(0)
  expect(space.keysUnder('leases/')).toEqual([])
  expect(existsSync(space.path('locks/leases/job~tree.json'))).toBe(true)
  expect(readdirSync(space.path('logs')).sort()).toEqual(['run.log', 'run.log.1'])
  expect(space.read('logs/run.log')).toMatch(/^\S+ - INFO - tree: backup started/)
})

test('without a configuration verify takes what the destination holds, and what goes by rules says that it has none', {
  timeout: 180_000,
}, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'a')
  space.configure()
  await space.run(['backup'])
  const elsewhere = { cwd: space.path('source') }
  const verified = await space.run(['verify', '--json', '--destination', space.repository], elsewhere)
  expect(verified.exitCode).toBe(0)
  expect(verified.json.results).toMatchObject([{ job: 'tree', result: 'passed' }])
  for (const command of ['status', 'cleanup']) {
    const ran = await space.run([command, '--json', '--destination', space.repository], elsewhere)
    expect({ exit: ran.exitCode, code: ran.json.errors[0]?.code }).toEqual({ exit: 2, code: 'usage' })
  }
})

test('a log names no content: it can be read without a key', { timeout: 180_000 }, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'a')
  const inside = space.path('source/backups')
  space.configure({ destinations: [`local: {type: filesystem, path: ${inside}}`] })
  const ran = await space.run(['backup', '--json'])
  const [warning] = ran.json.results[0].warnings
  expect(warning).toMatchObject({ code: 'destination-inside-source', names: [inside] })
  const [log = ''] = readdirSync(`${inside}/logs/tree`)
  const stored = JSON.parse(space.read(`source/backups/logs/tree/${log}`))
  expect(stored.result.warnings).toMatchObject([{ code: 'destination-inside-source' }])
  expect(stored.result.warnings[0]).not.toHaveProperty('names')
})
