import { expect, test } from 'vitest'
import { waitFor, waitForFile } from './wait-for.ts'
import { type Workspace, workspace } from './workspace.ts'

/** A source that says when it runs, and then waits until the file `go` is there. */
async function waitingSpace(): Promise<Workspace> {
  const space = await workspace()
  const wait = `while [ ! -e ${space.path('go')} ]; do sleep 0.1; done`
  const script = `echo data; touch ${space.path('started')}; ${wait}`
  space.configure({ source: ['type: command', `run: [sh, -c, "${script}"]`] })
  return space
}

const quick = ['type: command', 'run: [echo, data]']

test.for([
  ['SIGINT', 130, 'interrupted'],
  ['SIGTERM', 143, 'terminated'],
] as const)(
  '%s ends a backup within 7 s, and the next run goes on at once',
  { timeout: 120_000 },
  async ([signal, exitCode, code]) => {
    const space = await waitingSpace()
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
    // It need not wait until a lease of 60 s has run out.
    expect(next.milliseconds).toBeLessThan(30_000)
  },
)

test('a second run is busy, may skip, or waits', { timeout: 120_000 }, async () => {
  const space = await waitingSpace()
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
  const waiting = space.start(['backup', '--events', '--on-busy', 'wait'])
  await waitFor(() => waiting.heard().includes('waiting-for-lease'), 'the second run to wait')
  space.write('go', '')
  const waited = await waiting.ended
  expect(waited.exitCode).toBe(0)
  const done = await first.ended
  expect(done.json.errors).toEqual([])
  const ids = (await space.run(['list', '--json'])).json.results.map(({ id }) => id)
  expect(ids).toHaveLength(2)
  expect(ids).toContain(done.json.results[0].id)
})
