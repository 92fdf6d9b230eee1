import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateKeys } from '../../src/commands/keygen.ts'
import { expectError } from './expect-error.ts'
import { type Workspace, workspace } from './workspace.ts'

const timeout = 300_000
const increments = ['levels: {0: monthly, 1: otherwise}']

async function backUp(space: Workspace, content: string) {
  writeFileSync(space.path('source', content), content)
  const ran = await space.run(['backup', '--json'])
  expect(ran.json.errors).toEqual([])
  return {
    ...ran.json.results[0],
    warnings: [...(ran.json.results[0].warnings ?? []), ...ran.json.warnings],
  } as {
    id: string
    level: number
    warnings: { code: string; message: string }[]
  }
}

test('recipients that changed between levels: the chain opens with both identities, an error names the backup', {
  timeout,
}, async () => {
  const space = await workspace()
  space.configure({ job: increments })
  const full = await backUp(space, 'a')
  const next = await generateKeys(space.path('new'), new Date())
  space.configure({ job: increments, encryption: [`recipients: [${next.recipient}]`] })
  const child = await backUp(space, 'b')
  expect([full.level, child.level]).toEqual([0, 1])

  const restoring = (identity: string) =>
    space.run(['restore', 'tree', '--to', space.path('out'), '--yes', '--json', '--identity', identity])
  const one = expectError(await restoring(space.path('new/identity.txt')), 1, 'identity-wrong')
  expect(one.message).toContain(full.id)
  const other = expectError(await restoring(space.identity), 1, 'identity-wrong')
  expect(other.message).toContain(child.id)

  // verify says it backup by backup.
  const verified = await space.run(['verify', '--json', '--identity', space.identity])
  expect(verified.exitCode).toBe(5)
  const states = verified.json.results.map(({ id, result, checks }) => [id, result, checks[1].found])
  expect(states).toEqual([
    [full.id, 'passed', '1 of 1 open'],
    [child.id, 'failed', '0 of 1 open; for other keys: 1.age; no identity here opens one'],
  ])

  const both = space.write('both.txt', `${space.read('keys/identity.txt')}${space.read('new/identity.txt')}`)
  expect((await restoring(both)).json.errors).toEqual([])
  expect([space.read('out/a'), space.read('out/b')]).toEqual(['a', 'b'])
  const drilled = await space.run(['drill', '--json', '--identity', both])
  expect(drilled.json.results).toMatchObject([{ id: child.id, result: 'passed' }])
})

test('a lost state identity costs a full backup, loudly, and nothing else', { timeout }, async () => {
  const space = await workspace()
  space.configure({ job: increments })
  await backUp(space, 'a')
  rmSync(space.path('state'), { recursive: true })
  const second = await backUp(space, 'b')
  expect(second.level).toBe(0)
  const warning = second.warnings.find(({ code }) => code === 'full-instead')
  expect(warning?.message).toMatch(
    /full backup instead of an increment: the state of .* cannot be used: the state identity here/,
  )
  // The next one builds on it again.
  expect((await backUp(space, 'c')).level).toBe(1)
  const restored = await space.run([
    ...['restore', 'tree', '--to', space.path('out'), '--yes', '--json', '--identity', space.identity],
  ])
  expect(restored.json.errors).toEqual([])
  expect(space.read('out/c')).toBe('c')
})

test('verify: an identity that opens nothing fails although the passphrase does; wraps for others are named', {
  timeout,
}, async () => {
  const space = await workspace()
  const other = await generateKeys(space.path('other'), new Date())
  space.configure({ encryption: [`recipients: [${other.recipient}]`, 'passphrase: correct horse battery'] })
  await backUp(space, 'a')
  const failed = await space.run(['verify', '--json', '--identity', space.identity])
  expect(failed.exitCode).toBe(5)
  expect(failed.json.results[0].checks[1]).toMatchObject({
    result: 'failed',
    found: '1 of 2 open; for other keys: 1.age; no identity here opens one',
  })
  const passed = await space.run(['verify', '--json', '--identity', space.path('other/identity.txt')])
  expect(passed.json.results[0].checks[1]).toMatchObject({ result: 'passed', found: '2 of 2 open' })
  space.configure({ encryption: [`recipients: [${other.recipient}]`, 'passphrase: another one'] })
  const wrong = await space.run(['verify', '--json', '--identity', space.path('other/identity.txt')])
  expect(wrong.json.results[0].checks[1].found).toContain('the passphrase opens none')
})

test('one destination that cannot be asked, or a backup that does not open, does not hold back the rest', {
  timeout,
}, async () => {
  const space = await workspace()
  await backUp(space, 'a')
  const next = await generateKeys(space.path('new'), new Date())
  const both = space.write('both.txt', `${space.read('keys/identity.txt')}${space.read('new/identity.txt')}`)
  const stranger = await generateKeys(space.path('stranger'), new Date())
  space.configure({ encryption: [`recipients: [${stranger.recipient}]`], job: ['levels: {0: otherwise}'] })
  const shut = await backUp(space, 'b')
  space.configure({
    destinations: [
      `local: {type: filesystem, path: ${space.repository}}`,
      `away: {type: filesystem, path: ${space.path('nowhere')}}`,
    ],
    to: 'away, local',
    encryption: [`recipients: [${next.recipient}]`],
  })
  const ran = await space.run(['rekey', '--drop-old', '--yes', '--json', '--identity', both])
  expect(ran.exitCode).toBe(3)
  expect(ran.json.errors.map(({ code }) => code)).toEqual(['repository-missing', 'identity-wrong'])
  expect(ran.json.errors[1]?.context).toMatchObject({ job: 'tree', id: shut.id, destination: 'local' })
  expect(ran.json.results).toMatchObject([
    { destination: 'local', backups: 2, added: 1, dropped: 1, failed: 1 },
  ])
  expect(space.keysUnder(`keys/tree/${shut.id}/`)).toEqual([`keys/tree/${shut.id}/1.age`])
})
