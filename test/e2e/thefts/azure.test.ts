import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateKeys } from '../../../src/commands/keygen.ts'
import { describeTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { containerOf } from '../../services/azure-sas.ts'
import { type Azurite, startAzurite } from '../../services/azurite.ts'
import type { AzureRole } from '../azure/published-sas.ts'
import { rolePlace } from '../azure/role-place.ts'
import { answerOf, publishedThefts } from './published-thefts.ts'

let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite.stop())

const forged = '{"forged": true}'
const root = 'prod'

/** A backup that was drilled, and its container with the signature of a role. */
async function robbed(role: AzureRole, job: readonly string[] = []) {
  const place = await rolePlace(azurite, { job, copy: true })
  const { space, ranAs, backups, sasOf } = place
  const as = async (which: AzureRole, ...args: string[]) => {
    const ran = await ranAs(which, args)
    expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
    return ran.json
  }
  const { id } = (await as('backup', 'backup')).results[0] as { id: string }
  await as('drill', 'drill', '--destination', 'box', '--identity', space.identity)
  const before = describeTree(space.source)
  const container = containerOf(azurite, backups, sasOf(role))
  const under = async (branches = /^/) => {
    const names: string[] = []
    for await (const { name } of container.listBlobsFlat({ prefix: `${root}/` }))
      if (branches.test(name.slice(root.length + 1))) names.push(name)
    return names
  }
  const reads = async (branches: RegExp) =>
    answerOf((await under(branches)).map((name) => () => container.getBlobClient(name).downloadToBuffer()))
  const puts = (names: readonly string[]) =>
    answerOf(names.map((name) => () => container.getBlockBlobClient(name).upload(forged, forged.length)))
  const deletes = (names: readonly string[]) =>
    answerOf(names.map((name) => () => container.getBlobClient(name).delete()))
  await generateKeys(space.path('thief'), new Date())
  /** The thief runs Holdfast himself, with signing keys of his own. */
  const stolen = async (...args: string[]) => {
    const file = space.write('thief.yml', space.read('holdfast.yml').replace(/^ {2}trust: .*\n/m, ''))
    const env = {
      SIGNING_KEY: space.read(`thief/${role}-signing.key`),
      HOLDFAST_STATE_DIR: space.path('state-thief'),
    }
    const ran = await ranAs(role, [...args, '--config', file], { env })
    expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
  }
  const restores = async (which = id) => {
    const to = space.path(`out-${which}`)
    await as(
      'drill',
      'restore',
      which,
      '--to',
      to,
      '--destination',
      'box',
      '--identity',
      space.identity,
      '--yes',
    )
    expect(treeDifferences(describeTree(to), before)).toEqual([])
  }
  return { ...place, as, id, under, reads, puts, deletes, stolen, restores }
}

describe('thefts from a container', { timeout: 600_000 }, () => {
  test('with the signature of the backup role nothing is opened, replaced or deleted, and what is added does not count', async () => {
    const { space, as, ranAs, id, under, reads, puts, deletes, stolen, restores } = await robbed('backup')
    const acted = {
      'reads data': await reads(/^data\//),
      'reads wrapped keys': await reads(/^keys\//),
      'deletes objects': await deletes(await under()),
      'writes over what is there': await puts(await under()),
      'adds a proof': await puts([`${root}/proofs/tree/${id}/20270101T000000.000Z.json`]),
      'adds a backup signed by himself': await answerOf([() => stolen('backup', '--level', '0')]),
    }
    expect(acted).toEqual(publishedThefts('backup', 'Azure'))

    const to = space.path('opened')
    const opening = ['restore', id, '--to', to, '--destination', 'box', '--yes']
    const opened = await ranAs('backup', [...opening, '--identity', space.path('keys/state-identity.txt')])
    expect(opened.json.errors).toMatchObject([{ code: 'identity-wrong' }])
    const { results } = await as('drill', 'list', '--destination', 'box')
    expect(results.map((each) => [each.id === id, each.signed, each.proven])).toEqual([
      [true, true, true],
      [false, false, false],
    ])
    const forgedOne = await ranAs('drill', [
      'restore',
      results[1]?.id,
      '--to',
      to,
      '--identity',
      space.identity,
      '--yes',
    ])
    expect(forgedOne.json.errors).toMatchObject([{ code: 'signature-untrusted' }])
    await restores()
    expect((await as('backup', 'backup')).results[0]).toMatchObject({ parent: id })
  })

  test('with the signature of the drill role nothing changes, and what is added does not verify', async () => {
    const robbery = await robbed('drill', ['retention: {keep-last: 1, require-proofs: 1}'])
    const { space, as, id, under, puts, deletes, stolen, restores } = robbery
    const newer = (await as('backup', 'backup', '--level', '0')).results[0]
    const acted = {
      'deletes objects': await deletes(await under()),
      'writes over backups': await puts(await under(/^(manifests|data|keys|state|holdfast|RESTORE)/)),
      'adds to backups': await puts(
        ['manifests/tree/x.json', `data/tree/${id}/x`, `keys/tree/${id}/9.age`].map(
          (key) => `${root}/${key}`,
        ),
      ),
      'adds a proof signed by himself': await answerOf([
        () => stolen('drill', newer.id, '--destination', 'box', '--identity', space.identity),
      ]),
      'writes over a proof': await puts(await under(/^proofs\/tree\//)),
    }
    expect(acted).toEqual(publishedThefts('drill', 'Azure'))
    const listed = (await as('drill', 'list', '--destination', 'box')).results
    expect(listed.map((each) => [each.id, each.proven])).toEqual([
      [id, true],
      [newer.id, false],
    ])
    expect((await as('cleanup', 'cleanup', '--destination', 'box')).results[0].deleted).toEqual([])
    await restores()
  })

  test('with the signature of the cleanup role what goes is told, and comes back from elsewhere', async () => {
    const robbery = await robbed('cleanup', ['retention: {keep-last: 1, require-proofs: 1}', 'every: 24h'])
    const { as, ranAs, id, under, reads, puts, deletes, restores } = robbery
    const acted: Record<string, string> = {
      'reads data and keys': await reads(/^(data|keys)\//),
      'adds a proof or data': await puts(
        [`proofs/tree/${id}/20270101T000000.000Z.json`, `data/tree/${id}/x`].map((key) => `${root}/${key}`),
      ),
      'writes over data': await puts(await under(/^data\/tree\/.*\/(?!x$)[^/]*$/)),
    }
    const newer = (await as('backup', 'backup', '--level', '0')).results[0]
    acted['deletes every proof that is not locked'] = await deletes(await under(/^proofs\//))
    expect((await as('cleanup', 'cleanup', '--destination', 'box')).results[0].deleted).toEqual([])
    acted['deletes everything that is not locked'] = await deletes(await under())
    expect(acted).toEqual(publishedThefts('cleanup', 'Azure'))
    const status = await ranAs('drill', ['status'])
    expect([status.exitCode, status.json.results.map(({ state }) => state)]).toEqual([4, ['missing', 'ok']])
    const synced = await as('backup', 'sync', '--from', 'copy', '--destination', 'box')
    expect(synced.results).toMatchObject([{ destination: 'box', status: 'success' }])
    await restores(newer.id)
  })
})
