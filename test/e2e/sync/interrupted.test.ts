import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectError } from '../expect-error.ts'
import { waitFor } from '../wait-for.ts'
import { twoDestinations } from './two.ts'

const minute = { timeout: 120_000 }

test('a destination that dies in the middle of a run is filled up, and proven there', minute, async () => {
  const space = await twoDestinations({
    source: ['type: command', 'run: [sh, dump.sh]', 'drill: {run: [sh, -c, "cat >/dev/null"]}'],
  })
  // Half of the dump, then the second destination is gone: a file stands where its directory was.
  space.write(
    'dump.sh',
    `head -c 40000000 half\n[ ! -e die ] || { sleep 2; mv two away; echo > two; }\nhead -c 40000000 half\n`,
  )
  space.write('half', randomBytes(40_000_000))
  const before = await space.backup()
  space.write('die', '')
  const dying = await space.run(['backup', '--json'])
  expect({ exit: dying.exitCode, codes: dying.json.errors.map(({ code }) => code) }).toEqual({
    exit: 3,
    codes: ['destination-failed'],
  })
  const [{ id }] = dying.json.results
  rmSync(space.path('two'))
  renameSync(space.path('away'), space.path('two'))
  expect(space.at('two', 'manifests/')).toEqual([`manifests/tree/${before}.json`])
  expect(space.at('two', `data/tree/${id}/`).length).toBeGreaterThan(0)

  // No key is needed, and what the dying run had sent is not sent again.
  renameSync(space.path('keys'), space.path('keys-away'))
  const { exit, result } = await space.sync()
  expect({ exit, copied: result.copied }).toMatchObject({ exit: 0, copied: [{ id, level: 0, from: 'one' }] })
  expect(result.copied[0].sentBytes).toBeLessThan(result.copied[0].bytes - 16_000_000)
  expect(space.at('two', 'data/')).toEqual(space.at('one', 'data/'))
  renameSync(space.path('keys-away'), space.path('keys'))

  const drilled = await space.results('drill', '--destination', 'two', '--identity', space.identity)
  expect(drilled).toMatchObject([{ id, destination: 'two', result: 'passed' }])
  const listed = await space.results('list', '--destination', 'two')
  expect(listed.find((each) => each.id === id)).toMatchObject({ complete: true, proven: true })
})

test('a sync that was killed goes on where it stopped, within its bandwidth', minute, async () => {
  const space = await twoDestinations({ two: ', bandwidth: 8MiB' })
  writeFileSync(space.path('source/large'), randomBytes(70_000_000))
  const id = await space.backup('--destination', 'one')
  const running = space.start(['sync', '--destination', 'two', '--events'])
  await waitFor(
    () => existsSync(space.path(`two/data/tree/${id}`)) && space.at('two', `data/tree/${id}/`).length >= 2,
    'the first volumes',
  )
  // Stopped it keeps its lease, however long the others take to start.
  running.signal('SIGSTOP')
  const busy = await space.run(['sync', '--destination', 'two', '--json'])
  expectError(busy, 6, 'busy')
  const skipped = await space.run(['sync', '--destination', 'two', '--on-busy', 'skip', '--json'])
  expect(skipped.json.results).toMatchObject([{ status: 'skipped', copied: [] }])
  running.killGroup()
  const killed = await running.ended
  expect(killed.stdout).toContain('"phase":"copy"')
  expect((await space.run(['list', '--destination', 'two', '--json'])).json.results).toEqual([])
  const { exit, result } = await space.sync()
  expect({ exit, ids: result.copied.map((each: { id: string }) => each.id) }).toEqual({ exit: 0, ids: [id] })
  expect(result.sentBytes).toBeLessThan(result.copied[0].bytes)
  expect(result.sentBytes / result.seconds).toBeLessThan(16 * 1024 * 1024)
})
