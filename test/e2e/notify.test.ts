import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listener } from '../services/listener.ts'
import { type Workspace, workspace } from './workspace.ts'

const timeout = 180_000

const every = 'on: [start, success, failure, recovery, stale, proof-failed, anomaly]'

/** A job whose data is a file that the test writes, and which fails while there is none. */
async function withHook(space: Workspace, job: readonly string[] = []) {
  const hook = await listener()
  space.configure({
    source: ['type: command', `run: [cat, ${space.path('data')}]`],
    top: [`notifiers: {hook: {type: webhook, url: "${hook.url}/hook", ${every}}}`],
    job: ['notify: [hook]', ...job],
  })
  return { hook, events: () => hook.json().map(({ command, events }) => `${command}: ${events.join('+')}`) }
}

test('a run is told of at its start and at its end, with sizes and where it went', { timeout }, async () => {
  const space = await workspace()
  const { hook, events } = await withHook(space)
  space.write('data', 'x'.repeat(10_000))
  expect((await space.run(['backup'])).exitCode).toBe(0)
  expect(events()).toEqual(['backup: start', 'backup: success'])
  expect(hook.json()[1]).toMatchObject({
    job: 'tree',
    status: 'success',
    level: 0,
    sourceBytes: 10_000,
    destinations: [{ name: 'local', status: 'success' }],
    errors: [],
  })
  expect(hook.json()[0].runId).toBe(hook.json()[1].runId)
})

test('the first success after a failure is a recovery, on a host that knows of nothing too', {
  timeout,
}, async () => {
  const space = await workspace()
  const { hook, events } = await withHook(space)
  expect((await space.run(['backup'])).exitCode).toBe(1)
  space.write('data', 'there')
  rmSync(space.path('state'), { recursive: true })
  expect((await space.run(['backup'])).exitCode).toBe(0)
  expect((await space.run(['backup'])).exitCode).toBe(0)
  expect(events().filter((event) => !event.endsWith('start'))).toEqual([
    'backup: failure',
    'backup: success+recovery',
    'backup: success',
  ])
  expect(hook.json()[1]).toMatchObject({ status: 'failed', errors: [{ code: 'tool-failed' }] })
})

test('a failure that no store could keep a log of is followed by a recovery too', { timeout }, async () => {
  const space = await workspace()
  const { events } = await withHook(space)
  space.write('data', 'there')
  writeFileSync(space.repository, 'in the way')
  expect((await space.run(['backup'])).exitCode).not.toBe(0)
  rmSync(space.repository)
  expect((await space.run(['backup'])).exitCode).toBe(0)
  expect(events()).toEqual(['backup: failure', 'backup: start', 'backup: success+recovery'])
})

test('a size that a guard doubts is an anomaly', { timeout }, async () => {
  const space = await workspace()
  const { events } = await withHook(space, [
    'guards: {size-change: {limit: 10%, then: warn}}',
    'compression: none',
  ])
  space.write('data', 'x'.repeat(10_000))
  await space.run(['backup'])
  space.write('data', 'x'.repeat(50_000))
  expect((await space.run(['backup'])).exitCode).toBe(0)
  expect(events().at(-1)).toBe('backup: success+anomaly')
})

test('who cannot be told costs no backup, and neither does a variable that is not set', {
  timeout,
}, async () => {
  const space = await workspace()
  const refusing = await listener(() => ({ status: 500, text: 'out of order' }))
  space.write('data', 'x')
  space.configure({
    source: ['type: command', `run: [cat, ${space.path('data')}]`],
    top: [
      'notifiers:',
      `  broken: {type: webhook, url: "${refusing.url}/s3cret-path", on: [success]}`,
      '  unset: {type: slack, url: "${SLACK_URL}"}',
      `metrics: {textfile: "${space.path('data')}/no/file.prom"}`,
    ],
    job: ['notify: [broken, unset]'],
  })
  const ran = await space.run(['backup', '--json'])
  expect(ran.exitCode).toBe(0)
  expect(ran.json.warnings.map(({ code, message }) => `${code}: ${message}`).sort()).toEqual([
    `notification-failed: the metrics of tree are not up to date: metrics were not written to ${space.path('data')}/no/file.prom: ENOTDIR`,
    'notification-failed: the notifier broken was not told: it answered 500: out of order',
    expect.stringMatching(/^notification-failed: the notifier unset cannot be used: .*SLACK_URL/),
  ])
  expect(ran.stdout + ran.stderr).not.toContain('s3cret-path')
})

test('a drill that fails and one that passes again are told of', { timeout }, async () => {
  const space = await workspace()
  const hook = await listener()
  const configure = (drill: string) =>
    space.configure({
      source: ['type: command', `run: [cat, ${space.path('data')}]`, `drill: {run: [${drill}]}`],
      encryption: [`recipients: [${space.keys.recipient}]`, `identity-file: ${space.identity}`],
      top: [`notifiers: {hook: {type: webhook, url: "${hook.url}", on: [proof-failed, recovery]}}`],
      job: ['notify: [hook]'],
    })
  configure('grep, something-else')
  space.write('data', 'x')
  await space.run(['backup'])
  expect((await space.run(['drill'])).exitCode).toBe(5)
  configure('grep, x')
  expect((await space.run(['drill'])).exitCode).toBe(0)
  expect(hook.json().map(({ command, job, events }) => ({ command, job, events }))).toEqual([
    { command: 'drill', job: 'tree', events: ['proof-failed'] },
    { command: 'drill', job: 'tree', events: ['success', 'recovery'] },
  ])
})

test('cleanup and status tell as well; the same state is told once a day', { timeout }, async () => {
  const space = await workspace()
  const { hook, events } = await withHook(space, ['every: 24h', 'retention: {keep-last: 1}'])
  space.write('data', 'x')
  await space.run(['backup'])
  await space.run(['backup'])
  const before = hook.heard.length
  expect((await space.run(['cleanup', '--dry-run'])).exitCode).toBe(0)
  expect((await space.run(['cleanup'])).exitCode).toBe(0)
  expect((await space.run(['status'])).exitCode).toBe(0)
  const late = (hours: number) => ({
    env: { HOLDFAST_NOW: new Date(Date.now() + hours * 3_600_000).toISOString() },
  })
  for (const hours of [48, 49, 80]) expect((await space.run(['status'], late(hours))).exitCode).toBe(4)
  expect(events().slice(before)).toEqual(['cleanup: success', 'status: stale', 'status: stale'])
  expect(hook.json()[before]).toMatchObject({ facts: { Deleted: '1', Kept: '1' } })
  expect(hook.json()[before + 1].errors[0].message).toMatch(
    /^tree at local is stale: the last backup is from 2 d ago$/,
  )
})

test('metrics of all commands stand in one file', { timeout }, async () => {
  const space = await workspace()
  const gateway = await listener()
  const file = space.path('node', 'holdfast.prom')
  space.configure({
    source: ['type: command', `run: [cat, ${space.path('data')}]`],
    encryption: [`recipients: [${space.keys.recipient}]`, `identity-file: ${space.identity}`],
    top: [`metrics: {textfile: "${file}", pushgateway: "${gateway.url}"}`],
    job: ['every: 24h'],
  })
  space.write('data', 'x'.repeat(1000))
  expect((await space.run(['backup', '--dry-run'])).exitCode).toBe(0)
  expect(existsSync(file)).toBe(false)
  await space.run(['backup'])
  await space.run(['drill'])
  await space.run(['status'])
  rmSync(space.path('data'))
  await space.run(['backup'])
  const text = readFileSync(file, 'utf8')
  for (const line of [
    'holdfast_backup_success{backup_job="tree"} 0',
    'holdfast_backup_source_bytes{backup_job="tree"} 1000',
    'holdfast_verify_success{backup_job="tree",depth="restore",destination="local"} 1',
    'holdfast_status_good{backup_job="tree",destination="local"} 1',
  ]) {
    expect(text).toContain(`${line}\n`)
  }
  expect(gateway.heard.map(({ path }) => path)).toEqual(
    Array.from({ length: 4 }, () => '/metrics/job/holdfast/backup_job/tree'),
  )
})

test('a job that is not due rings no bell', { timeout }, async () => {
  const space = await workspace()
  const { events } = await withHook(space, ['every: 24h'])
  space.write('data', 'x')
  await space.run(['backup'])
  expect((await space.run(['backup', '--due'])).exitCode).toBe(0)
  expect(events()).toEqual(['backup: start', 'backup: success'])
})
