import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateKeys } from '../../src/commands/keygen.ts'
import { expectError } from './expect-error.ts'
import { type Workspace, workspace } from './workspace.ts'

async function backedUp(configure?: (space: Workspace) => void): Promise<Workspace> {
  const space = await workspace()
  configure?.(space)
  writeFileSync(space.path('source/a'), 'content')
  const ran = await space.run(['backup', '--json'])
  expect(ran.json.errors).toEqual([])
  return space
}

const restoring = (space: Workspace, ...args: string[]) =>
  space.run(['restore', 'tree', '--to', space.path('out'), '--yes', '--json', ...args])

test('a wrong identity, a missing one, and one that is no identity', async () => {
  const space = await backedUp()
  await generateKeys(space.path('other'), new Date())
  expectError(await restoring(space, '--identity', space.path('other/identity.txt')), 1, 'identity-wrong')
  expectError(await restoring(space), 2, 'identity-missing')
  expectError(await restoring(space, '--identity', space.path('nowhere')), 2, 'identity-missing')
  expectError(await restoring(space, '--identity', space.path('source/a')), 2, 'key-invalid')
  expect(existsSync(space.path('out'))).toBe(false)
  const drilled = await space.run(['drill', '--json', '--identity', space.path('other/identity.txt')])
  expectError(drilled, 1, 'identity-wrong')
  expect(space.keysUnder('proofs/')).toEqual([])
})

test('a missing variable is named with its line, and only when its value is needed', async () => {
  const space = await backedUp()
  space.configure({ encryption: [`recipients: [${space.keys.recipient}]`, `identity: \${MY_IDENTITY}`] })
  const error = expectError(await restoring(space), 2, 'config-variable-missing')
  expect(`${error.message} ${error.hint}`).toContain('MY_IDENTITY')
  const listed = await space.run(['list', '--json'])
  expect(listed.exitCode).toBe(0)
  const given = await space.run(['restore', 'tree', '--to', space.path('out'), '--yes', '--json'], {
    env: { MY_IDENTITY: space.read('keys/identity.txt') },
  })
  expect(given.json.errors).toEqual([])
  expect(space.read('out/a')).toBe('content')
})

test('a signature that nobody trusts is refused, and --force sets that aside', async () => {
  const space = await backedUp()
  space.configure({ top: ['signing:', `  trust: ["${space.keys.backupSigning}"]`] })
  const args = ['--identity', space.identity]
  const id = (await space.run(['list', '--json'])).json.results[0].id
  const refused = await space.run(['restore', id, '--to', space.path('out'), '--yes', '--json', ...args])
  expectError(refused, 7, 'signature-untrusted')
  expect(existsSync(space.path('out'))).toBe(false)
  const forced = await restoring(space, ...args, '--force')
  expect(forced.json.errors).toEqual([])
  expect(space.read('out/a')).toBe('content')
})

test('what needs a yes and has no terminal is refused', async () => {
  const space = await backedUp()
  const args = ['restore', 'tree', '--to', space.path('out'), '--identity', space.identity, '--json']
  const error = expectError(await space.run(args), 7, 'confirmation-needed')
  expect(error.hint).toContain('--yes')
  expect(existsSync(space.path('out'))).toBe(false)
})
