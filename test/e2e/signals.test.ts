import { expect, test } from 'vitest'
import { waitForFile } from './wait-for.ts'
import { type Workspace, workspace } from './workspace.ts'

/** A source that says when it runs, and then takes its time. */
async function slowSpace(seconds: number): Promise<Workspace> {
  const space = await workspace()
  space.configure({ source: slow(space, seconds) })
  return space
}

function slow(space: Workspace, seconds: number): string[] {
  return ['type: command', `run: [sh, -c, "echo data; touch ${space.path('started')}; sleep ${seconds}"]`]
}

const quick = ['type: command', 'run: [echo, data]']

test.for([
  ['SIGINT', 130, 'interrupted'],
  ['SIGTERM', 143, 'terminated'],
] as const)(
  '%s ends a backup within 7 s, and the next run goes on at once',
  { timeout: 60_000 },
  async ([signal, exitCode, code]) => {
    const space = await slowSpace(60)
    const running = space.start(['backup', '--json'])
    await waitForFile(space.path('started'))
    const sent = performance.now()
    running.signal(signal)
    const ended = await running.ended
    expect(performance.now() - sent).toBeLessThan(7_000)
    expect(ended.exitCode).toBe(exitCode)
    expect(ended.json).toMatchObject({ status: 'cancelled', exitCode, results: [], errors: [{ code }] })
    expect((await space.run(['list', '--json'])).json.results).toEqual([])
    expect(space.keysUnder('manifests/')).toEqual([])
    const lease = JSON.parse(space.read('repository/leases/job~tree.json')) as { state: string }
    expect(lease.state).toBe('free')
    space.configure({ source: quick })
    const next = await space.run(['backup', '--json'])
    expect(next.json.errors).toEqual([])
    expect(next.milliseconds).toBeLessThan(10_000)
  },
)

test('a second run is busy, may skip, or waits', { timeout: 60_000 }, async () => {
  const space = await slowSpace(12)
  const first = space.start(['backup', '--json'])
  await waitForFile(space.path('started'))
  const busy = await space.run(['backup', '--json'])
  expect({ exit: busy.exitCode, codes: busy.json.errors.map(({ code }) => code) }).toEqual({
    exit: 6,
    codes: ['busy'],
  })
  expect(busy.json.status).toBe('busy')
  const skipped = await space.run(['backup', '--json', '--on-busy', 'skip'])
  expect({ exit: skipped.exitCode, results: skipped.json.results }).toEqual({
    exit: 0,
    results: [{ job: 'tree', status: 'skipped' }],
  })
  const cleanup = await space.run(['cleanup', '--json'])
  expect(cleanup.exitCode).toBe(6)
  space.configure({ source: quick })
  const waited = await space.run(['backup', '--json', '--on-busy', 'wait'])
  expect(waited.json.errors).toEqual([])
  const done = await first.ended
  expect(done.json.errors).toEqual([])
  const ids = (await space.run(['list', '--json'])).json.results.map(({ id }) => id)
  expect(ids.sort()).toEqual([done.json.results[0].id, waited.json.results[0].id].sort())
})
