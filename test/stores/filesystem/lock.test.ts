import { execFileSync } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../../src/process/clock.ts'
import { createFileLock } from '../../../src/stores/filesystem/lock.ts'
import { expectCode } from '../../conformance/store-suite.ts'
import { createInstantClock } from '../../fakes/instant-clock.ts'
import { temporaryRoot } from './directory-fixture.ts'

test('lets one in at a time, of several locks on one file', async () => {
  const path = join(await temporaryRoot(), 'lock')
  const locks = [1, 2, 3].map(() => createFileLock(path, 0o600, systemClock))
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await systemClock.sleep(2)
    inside--
  }
  await Promise.all(locks.flatMap((lock) => [1, 2, 3, 4].map(() => lock(undefined, work))))
  expect({ most, inside }).toEqual({ most: 1, inside: 0 })
})

test('is given back after an error, which is passed on', async () => {
  const path = join(await temporaryRoot(), 'lock')
  const lock = createFileLock(path, 0o600, systemClock)
  const error = new Error('inside')
  await expect(lock(undefined, () => Promise.reject(error))).rejects.toBe(error)
  expect(await createFileLock(path, 0o600, systemClock)(undefined, async () => 'in')).toBe('in')
})

test('waits for half a minute, then says what to look for', async () => {
  const path = join(await temporaryRoot(), 'lock')
  const clock = createInstantClock()
  await createFileLock(
    path,
    0o600,
    systemClock,
  )(undefined, async () => {
    const waiting = createFileLock(path, 0o600, clock)(undefined, async () => 'in')
    const error = await expectCode(waiting, 'store-stalled')
    expect(error.retryable).toBe(true)
    expect(error.hint).toContain(path)
  })
  expect(clock.monotonic()).toBeGreaterThan(30_000)
})

test('stops waiting at the signal', async () => {
  const path = join(await temporaryRoot(), 'lock')
  const reason = new Error('cancelled')
  const controller = new AbortController()
  await createFileLock(
    path,
    0o600,
    systemClock,
  )(undefined, async () => {
    const waiting = createFileLock(path, 0o600, systemClock)(controller.signal, async () => 'in')
    setTimeout(() => controller.abort(reason), 30)
    await expect(waiting).rejects.toBe(reason)
  })
  const lock = createFileLock(path, 0o600, systemClock)
  await expect(lock(controller.signal, async () => 'in')).rejects.toBe(reason)
})

test('says which file is no lock', async () => {
  const root = await temporaryRoot()
  const missing = createFileLock(join(root, 'no/such/lock'), 0o600, systemClock)
  await expectCode(
    missing(undefined, async () => 'in'),
    'store-unwritable',
  )
  const path = join(root, 'lock')
  await writeFile(path, 'somebody wrote a letter here '.repeat(100))
  await chmod(path, 0o600)
  const error = await expectCode(
    createFileLock(path, 0o600, systemClock)(undefined, async () => 'in'),
    'store-unwritable',
  )
  expect(error.hint).toContain(path)
})

test('costs no warning on the terminal', () => {
  const program = `import { createFileLock } from ${JSON.stringify(new URL('../../../src/stores/filesystem/lock.ts', import.meta.url).href)}`
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `${program}; console.log(typeof createFileLock)`],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    },
  )
  expect(output).toBe('function\n')
})
