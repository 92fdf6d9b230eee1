import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateKeys } from '../../src/commands/keygen.ts'
import { useMinio } from '../e2e/s3/bucket.ts'
import { type Workspace, workspace } from '../e2e/workspace.ts'
import { holdfast, type Ran } from './in-this-process.ts'

const minio = useMinio({ lock: true })
const timeout = 300_000

function good(ran: Ran): Ran {
  const said = ran.stderr === '' ? ran.stdout : ran.stderr
  expect({ exit: ran.exitCode, said }).toEqual({ exit: 0, said })
  return ran
}

const twoOf = (space: Workspace) => [
  `one: {type: filesystem, path: ${space.path('one')}}`,
  `two: {type: filesystem, path: ${space.path('two')}}`,
]
const filesUnder = (directory: string) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** What keeps backups well after they were made, each once as people see it and once as programs do. */
test('a second destination is filled, damaged, and healed', { timeout }, async () => {
  const space = await workspace()
  space.configure({ destinations: twoOf(space), to: 'one, two' })
  const run = (...argv: string[]) => holdfast(argv, { cwd: space.root })
  writeFileSync(space.path('source/a'), 'first')
  good(await run('backup', '--destination', 'one'))
  writeFileSync(space.path('source/b'), 'second')
  good(await run('backup', '--destination', 'one'))

  expect(good(await run('sync', '--dry-run')).stdout).toContain('two')
  const copied = good(await run('sync', '--destination', 'two', '--json')).json.results[0]
  expect(copied).toMatchObject({ destination: 'two', status: 'success', failed: [] })
  expect(copied.copied).toHaveLength(2)
  expect(good(await run('verify', '--destination', 'two', '--json')).json.results).toHaveLength(2)

  const [victim = ''] = filesUnder(space.path('two/data')).filter((file) => file.includes('/tree/'))
  rmSync(victim)
  const broken = await run('verify', '--destination', 'two', '--json')
  expect({ exit: broken.exitCode, code: broken.json.errors[0]?.code }).toEqual({
    exit: 5,
    code: expect.stringMatching(/^(object-missing|verification-failed)$/),
  })
  const asked = await run('sync', '--destination', 'two', '--json')
  expect(asked.json.errors.map(({ code }) => code)).toEqual(['confirmation-needed'])
  const healed = good(await run('sync', '--destination', 'two', '--yes', '--json')).json.results[0]
  expect(healed.healed).toHaveLength(1)
  good(await run('verify', '--destination', 'two'))
  expect(good(await run('sync', '--destination', 'two')).stdout).toContain('two')
})

test('keys are rotated, and one backup is shredded everywhere', { timeout }, async () => {
  const space = await workspace()
  const next = await generateKeys(space.path('next'), new Date())
  const destinations = twoOf(space)
  space.configure({ destinations, to: 'one, two', job: ['levels: {0: otherwise}'] })
  const run = (...argv: string[]) => holdfast(argv, { cwd: space.root })
  const wraps = () => filesUnder(space.path('one/keys')).length
  writeFileSync(space.path('source/a'), 'first')
  good(await run('backup'))
  const { id } = good(await run('backup', '--json')).json.results[0]
  space.configure({ destinations, to: 'one, two', encryption: [`recipients: [${next.recipient}]`] })

  const unproven = await run('rekey', '--drop-old', '--yes', '--json', '--identity', space.identity)
  expect(unproven.exitCode).not.toBe(0)
  expect(wraps()).toBeGreaterThanOrEqual(2)
  const added = good(await run('rekey', '--json', '--identity', space.identity)).json.results
  expect(added.map(({ destination, failed }) => [destination, failed])).toEqual([
    ['one', 0],
    ['two', 0],
  ])
  const both = space.write('both.txt', `${space.read('keys/identity.txt')}${space.read('next/identity.txt')}`)
  good(await run('rekey', '--drop-old', '--yes', '--identity', both))
  expect(wraps()).toBe(2)
  good(await run('restore', id, '--to', 'out', '--yes', '--identity', space.path('next/identity.txt')))
  expect(space.read('out/a')).toBe('first')

  const refused = await run('shred', id, '--json')
  expect(refused.json.errors.map(({ code }) => code)).toEqual(['confirmation-needed'])
  good(await run('shred', id, '--yes'))
  expect(wraps()).toBe(1)
  const gone = await run('restore', id, '--to', 'gone', '--yes', '--json', '--identity', both)
  expect(gone.json.errors).toMatchObject([{ code: 'shredded' }])
  good(await run('sync', '--yes'))
  expect(wraps()).toBe(1)
})

test('doctor tries the rights of each role', { timeout }, async () => {
  const space = await workspace()
  const { bucket, endpoint, region, environment } = minio()
  space.configure({
    destinations: [
      `s3: {type: s3, bucket: ${bucket}, prefix: care, endpoint: "${endpoint}", region: ${region}, path-style: true, object-lock: {mode: governance, for: 1d}}`,
    ],
    to: 's3',
    encryption: ['none'],
  })
  const run = (...argv: string[]) => holdfast(argv, { cwd: space.root, env: environment })
  for (const role of ['backup', 'drill', 'cleanup']) {
    const shown = await run('doctor', '--role', role)
    expect(shown.stdout).toContain(`which the ${role} role need not`)
    expect(shown.stdout).toContain('"Effect": "Deny",')
    const missing = await holdfast(['doctor', '--role', role, '--json'], {
      cwd: space.root,
      env: { ...environment, AWS_SECRET_ACCESS_KEY: 'wrong' },
    })
    expect(missing.json.errors).toMatchObject([{ code: 'doctor-found-errors' }])
  }
})
