import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeTree, makeOddTree, mutateTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { hasTool, toolsPath } from '../../services/find-tool.ts'
import { expectError } from '../expect-error.ts'
import { type Workspace, workspace } from '../workspace.ts'

const env = { PATH: toolsPath, RCLONE_CONFIG_DISK_TYPE: 'local' }

async function run(space: Workspace, ...args: string[]) {
  const ran = await space.run([...args, '--json'], { env })
  expect(ran.json.errors).toEqual([])
  expect(ran.exitCode).toBe(0)
  return ran.json.results
}

/** A workspace whose job goes to `disk:` through rclone. */
async function prepare(job: readonly string[]): Promise<Workspace> {
  const space = await workspace()
  space.configure({
    destinations: [`away: {type: rclone, remote: "disk:${space.repository}"}`],
    to: 'away',
    job,
  })
  makeOddTree(space.source, { files: 60, seed: 5 })
  return space
}

describe.skipIf(!hasTool('rclone'))('rclone as a destination', { timeout: 240_000 }, () => {
  test('takes a backup and its increment, proves, restores and cleans them up', async () => {
    const space = await prepare([
      'levels: {0: monthly, 1: otherwise}',
      'retention: {keep-last: 1, require-proofs: 1}',
    ])
    const [full] = await run(space, 'backup')
    expect(full).toMatchObject({ level: 0, destinations: [{ name: 'away', status: 'success' }] })
    mutateTree(space.source, { changes: 15, seed: 6 })
    const [increment] = await run(space, 'backup')
    expect(increment).toMatchObject({ level: 1, parent: full.id })
    await run(space, 'restore', 'tree', '--to', space.path('out'), '--identity', space.identity, '--yes')
    expect(treeDifferences(describeTree(space.path('out')), describeTree(space.source))).toEqual([])

    const [again] = await run(space, 'backup', '--level', '0')
    expect(await run(space, 'drill', again.id, '--identity', space.identity)).toMatchObject([
      { id: again.id, result: 'passed' },
    ])
    expectError(await space.run(['cleanup', '--json'], { env }), 7, 'exclusive-needed')
    const [cleaned] = await run(space, 'cleanup', '--exclusive')
    expect(cleaned.deleted.map(({ id }: { id: string }) => id).sort()).toEqual([full.id, increment.id].sort())
    expect((await run(space, 'list')).map(({ id }) => id)).toEqual([again.id])
    expect(space.keysUnder('data/').filter((key) => !key.includes(again.id))).toEqual([])
    expect(space.keysUnder('.holdfast-tmp/')).toEqual([])
  })

  test('keeps no other destination from its cleanup where it needs --exclusive', async () => {
    const space = await workspace()
    space.configure({
      destinations: [
        `away: {type: rclone, remote: "disk:${space.path('away')}"}`,
        `near: {type: filesystem, path: ${space.repository}}`,
      ],
      to: 'away, near',
      job: ['retention: {keep-last: 1}'],
    })
    makeOddTree(space.source, { files: 10, seed: 5 })
    const [old] = await run(space, 'backup', '--level', '0')
    const [kept] = await run(space, 'backup', '--level', '0')
    const ran = await space.run(['cleanup', '--json'], { env })
    expectError(ran, 7, 'exclusive-needed')
    expect(ran.json.results).toMatchObject([
      { destination: 'near', deleted: [{ id: old.id }], kept: [{ id: kept.id }] },
    ])
    const [away, near] = await run(space, 'cleanup', '--exclusive')
    expect(away).toMatchObject({ destination: 'away', deleted: [{ id: old.id }] })
    expect(near).toMatchObject({ destination: 'near', deleted: [] })
  })

  test('works from a URL and keys alone, without any configuration', async () => {
    const space = await prepare([])
    rmSync(space.path('holdfast.yml'))
    const url = `rclone:disk:${space.repository}`
    const [backup] = await run(
      space,
      'backup',
      space.source,
      '--destination',
      url,
      '--recipient',
      space.keys.recipient,
    )
    expect(await run(space, 'list', '--destination', url)).toMatchObject([{ id: backup.id, complete: true }])
    const away = ['--destination', url, '--identity', space.identity]
    expect(await run(space, 'verify', backup.id, '--depth', 'checksum', ...away)).toMatchObject([
      { result: 'passed', damaged: [] },
    ])
    await run(space, 'restore', backup.id, '--to', space.path('out'), '--yes', ...away)
    expect(treeDifferences(describeTree(space.path('out')), describeTree(space.source))).toEqual([])
  })

  test('an unknown remote, and no rclone at all, are errors that say what to do', async () => {
    const space = await prepare([])
    space.configure({ destinations: ['away: {type: rclone, remote: "nosuch:bucket"}'], to: 'away' })
    const unknown = await space.run(['backup', '--json'], { env })
    expect(expectError(unknown, 1, 'store-unreachable').hint).toContain('rclone config')
    const without = await space.run(['list', '--json'], { env: { ...env, PATH: '/usr/bin:/bin' } })
    expect(expectError(without, 1, 'tool-missing').hint).toContain('apt-get install rclone')
  })

  test('its secrets are in no output, no log and no argument', async () => {
    const space = await prepare([])
    const secret = 'a-very-secret-application-key'
    const ran = await space.run(['backup', '--verbose'], {
      env: { ...env, RCLONE_CONFIG_DISK_KEY: secret, RCLONE_CONFIG_PASS: secret },
    })
    expect(ran.exitCode).toBe(0)
    expect(ran.stdout + ran.stderr).not.toContain(secret)
    const logs = space.keysUnder('logs/').map((key) => space.read(`repository/${key}`))
    expect(logs).toHaveLength(1)
    expect(logs.join('')).not.toContain(secret)
  })
})
