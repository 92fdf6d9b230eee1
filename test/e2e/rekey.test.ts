import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type GeneratedKeys, generateKeys } from '../../src/commands/keygen.ts'
import { expectError } from './expect-error.ts'
import { type Workspace, workspace } from './workspace.ts'

const timeout = 300_000

async function backUp(space: Workspace, content: string, ...args: string[]): Promise<string> {
  writeFileSync(space.path('source', content), content)
  const ran = await space.run(['backup', '--json', ...args])
  expect(ran.json.errors).toEqual([])
  return ran.json.results[0].id as string
}

/** New keys, and a file with the old identity and the new one. */
async function rotated(space: Workspace): Promise<GeneratedKeys & { both: string; identity: string }> {
  const keys = await generateKeys(space.path('new'), new Date())
  const both = space.write('both.txt', `${space.read('keys/identity.txt')}${space.read('new/identity.txt')}`)
  return { ...keys, both, identity: space.path('new/identity.txt') }
}

/** What every object but wraps, leases and logs is. */
function dataOf(space: Workspace): string[] {
  return space
    .keysUnder('')
    .filter((key) => !/^(keys|leases|logs)\//.test(key))
    .map(
      (key) =>
        `${key} ${createHash('sha256')
          .update(readFileSync(join(space.repository, key)))
          .digest('hex')}`,
    )
}

const restoring = (space: Workspace, identity: string, to: string) =>
  space.run(['restore', 'tree', '--to', space.path(to), '--yes', '--json', '--identity', identity])

test('a key is rotated: the new one opens everything, the old one only until --drop-old', {
  timeout,
}, async () => {
  const space = await workspace()
  const first = await backUp(space, 'a')
  const second = await backUp(space, 'b', '--level', '1')
  const before = dataOf(space)
  const next = await rotated(space)
  space.configure({ encryption: [`recipients: [${next.recipient}]`] })

  const added = await space.run(['rekey', '--json', '--identity', next.both])
  expect(added.json.errors).toEqual([])
  expect(added.json.results).toEqual([
    {
      job: 'tree',
      destination: 'local',
      ...{ backups: 2, added: 2, proven: 2, dropped: 0, locked: 0, failed: 0, unencrypted: 0, shredded: 0 },
    },
  ])
  expect(space.keysUnder('keys/')).toEqual(
    [first, second].flatMap((id) => [`keys/tree/${id}/1.age`, `keys/tree/${id}/2.age`]).sort(),
  )
  expect((await restoring(space, space.identity, 'out-old')).json.errors).toEqual([])

  const again = await space.run(['rekey', '--json', '--identity', next.both])
  expect(again.json.results).toMatchObject([{ added: 0, proven: 2 }])

  expectError(
    await space.run(['rekey', '--drop-old', '--json', '--identity', next.both]),
    7,
    'confirmation-needed',
  )
  const dropped = await space.run(['rekey', '--drop-old', '--yes', '--json', '--identity', next.both])
  expect(dropped.json.errors).toEqual([])
  expect(dropped.json.results).toMatchObject([{ added: 0, proven: 2, dropped: 2 }])
  expect(space.keysUnder('keys/')).toEqual([first, second].map((id) => `keys/tree/${id}/2.age`).sort())

  const refused = expectError(await restoring(space, space.identity, 'out'), 1, 'identity-wrong')
  expect(refused.message).toContain(first)
  expect((await restoring(space, next.identity, 'out')).json.errors).toEqual([])
  expect([space.read('out/a'), space.read('out/b')]).toEqual(['a', 'b'])
  expect(dataOf(space)).toEqual(before)
  // A job that the configuration no longer has is not forgotten in silence.
  space.write('holdfast.yml', space.read('holdfast.yml').replace('  tree:', '  other:'))
  const elsewhere = await space.run(['rekey', '--json', '--identity', next.both])
  expect(elsewhere.json.warnings).toMatchObject([{ code: 'not-rekeyed' }])
  space.configure({ encryption: [`recipients: [${next.recipient}]`] })
  const verified = await space.run(['verify', '--json', '--identity', next.identity])
  expect(verified.json.errors).toEqual([])
})

test('old wraps stay while nobody can prove the new ones', { timeout }, async () => {
  const space = await workspace()
  const id = await backUp(space, 'a')
  const next = await rotated(space)
  space.configure({ encryption: [`recipients: [${next.recipient}]`] })
  const drop = ['rekey', '--drop-old', '--yes', '--json']
  expectError(await space.run([...drop, '--identity', space.identity]), 7, 'rekey-unproven')
  expect(space.keysUnder('keys/')).toEqual([`keys/tree/${id}/1.age`])

  const added = await space.run(['rekey', '--json', '--identity', space.identity])
  expect(added.json.results).toMatchObject([{ added: 1, proven: 0 }])
  // Resumed without the new identity it knows what it wrote.
  const resumed = await space.run(['rekey', '--json', '--identity', space.identity])
  expect(resumed.json.results).toMatchObject([{ added: 0, proven: 0 }])

  // The new identity alone is enough to go on with.
  const dropped = await space.run([...drop, '--identity', next.identity])
  expect(dropped.json.results).toMatchObject([{ added: 0, proven: 1, dropped: 1 }])
  expect(space.keysUnder('keys/')).toEqual([`keys/tree/${id}/2.age`])
})

test('a wrap that was planted with another key is not taken for the new one', { timeout }, async () => {
  const space = await workspace()
  const id = await backUp(space, 'a')
  const other = await backUp(space, 'b', '--level', '0')
  const next = await rotated(space)
  space.configure({ encryption: [`recipients: [${next.recipient}]`] })
  expect((await space.run(['rekey', '--json', '--identity', next.both])).json.errors).toEqual([])
  // The wrap of another backup, for the right recipient.
  writeFileSync(
    space.path(`repository/keys/tree/${id}/2.age`),
    readFileSync(space.path(`repository/keys/tree/${other}/2.age`)),
  )
  const dropped = await space.run(['rekey', '--drop-old', '--yes', '--json', '--identity', next.both])
  expect(dropped.json.errors).toEqual([])
  expect(space.keysUnder(`keys/tree/${id}/`)).toEqual([`keys/tree/${id}/3.age`])
  const restored = await space.run([
    'restore',
    id,
    '--to',
    space.path('out'),
    '--yes',
    '--json',
    '--identity',
    next.identity,
  ])
  expect(restored.json.errors).toEqual([])
})

test('a passphrase gets a wrap of its own beside the recipients, and goes with --drop-old', {
  timeout,
}, async () => {
  const space = await workspace()
  const id = await backUp(space, 'a')
  const recipients = `recipients: [${space.keys.recipient}]`
  space.configure({ encryption: [recipients, 'passphrase: correct horse battery staple'] })
  const added = await space.run(['rekey', '--json', '--identity', space.identity])
  expect(added.json.errors).toEqual([])
  expect(added.json.results).toMatchObject([{ added: 1, proven: 1 }])
  expect(space.keysUnder('keys/')).toHaveLength(2)
  const restored = await space.run(['restore', 'tree', '--to', space.path('out'), '--yes', '--json'])
  expect(restored.json.errors).toEqual([])
  expect(space.read('out/a')).toBe('a')

  space.configure({ encryption: [recipients] })
  const dropped = await space.run(['rekey', '--drop-old', '--yes', '--json', '--identity', space.identity])
  expect(dropped.json.results).toMatchObject([{ added: 0, dropped: 1 }])
  expect(space.keysUnder('keys/')).toEqual([`keys/tree/${id}/1.age`])
})

test('what a wrong identity, no identity and no recipients come to', { timeout }, async () => {
  const space = await workspace()
  const id = await backUp(space, 'a')
  const next = await rotated(space)
  space.configure({ encryption: [`recipients: [${next.recipient}]`] })
  expectError(await space.run(['rekey', '--json']), 2, 'identity-missing')
  const wrong = expectError(
    await space.run(['rekey', '--json', '--identity', next.identity]),
    1,
    'identity-wrong',
  )
  expect(wrong.message).toContain(id)
  expectError(await space.run(['rekey', 'nothing', '--json', '--identity', next.both]), 1, 'backup-not-found')
  space.configure({ encryption: ['none'] })
  expectError(await space.run(['rekey', '--json', '--identity', next.both]), 2, 'recipient-missing')
  expect(space.keysUnder('keys/')).toEqual([`keys/tree/${id}/1.age`])
})
