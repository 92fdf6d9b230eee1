import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeTree, mutateTree } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { containerOf, containerSas } from '../../services/azure-sas.ts'
import { type Azurite, startAzurite } from '../../services/azurite.ts'
import type { CliResult } from '../cli.ts'
import type { AzureRole } from './published-sas.ts'
import { rolePlace } from './role-place.ts'

let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite.stop())

interface Found {
  readonly severity: string
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly command?: string
}

function findingsOf(ran: CliResult): Found[] {
  const groups = ran.json.results as unknown as { subject: string; findings: Found[] }[]
  return groups.flatMap(({ subject, findings }) => (subject.startsWith('destination') ? findings : []))
}

async function blobsOf(container: string): Promise<Map<string, string>> {
  const blobs = new Map<string, string>()
  for await (const { name, properties } of containerOf(azurite, container).listBlobsFlat())
    blobs.set(name, properties.etag)
  return blobs
}

describe('with exactly the signatures of docs/roles.md', { timeout: 300_000 }, () => {
  test('each command works with its role', async () => {
    const { space, ranAs } = await rolePlace(azurite, {
      job: ['levels: {0: monthly, 1: otherwise}', 'retention: {keep-last: 1, require-proofs: 1}'],
    })
    const as = async (role: AzureRole, ...args: string[]) => {
      const ran = await ranAs(role, args)
      expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
      return ran.json
    }
    const first = (await as('backup', 'backup')).results[0]
    mutateTree(space.source, { changes: 10, seed: 4 })
    const second = (await as('backup', 'backup')).results[0]
    expect(second).toMatchObject({ level: 1, parent: first.id })
    expect((await as('drill', 'list')).results).toHaveLength(2)
    await as('drill', 'verify', '--depth', 'contents', '--identity', space.identity)
    await as('drill', 'drill', '--identity', space.identity)
    expect((await as('drill', 'status')).results).toMatchObject([{ stale: false }])
    const out = space.path('out')
    await as('drill', 'restore', second.id, '--to', out, '--identity', space.identity, '--yes')
    expect(treeDifferences(describeTree(out), describeTree(space.source))).toEqual([])

    const third = (await as('backup', 'backup', '--level', '0')).results[0]
    await as('drill', 'drill', third.id, '--identity', space.identity)
    await as('backup', 'hold', first.id, '--reason', 'audit')
    const deleted = async () =>
      (await as('cleanup', 'cleanup')).results[0].deleted.map(({ id }: { id: string }) => id)
    expect(await deleted()).toEqual([second.id])
    await as('cleanup', 'release', first.id)
    expect(await deleted()).toEqual([first.id])
    expect((await as('cleanup', 'list')).results.map(({ id }) => id)).toEqual([third.id])
  })

  test.each([
    ['backup', ['may read data/ and keys/', 'may write proofs/ and shredded/']],
    ['drill', ['may write manifests/, data/, keys/, state/, holds/ and shredded/']],
    [
      'cleanup',
      ['may read data/, keys/ and state/', 'may write data/, keys/, state/, proofs/ and shredded/'],
    ],
  ] as const)(
    'doctor finds that %s has what it needs, and says what a SAS cannot keep from it',
    async (role, excess) => {
      const { ranAs, backups } = await rolePlace(azurite)
      expect((await ranAs('backup', ['backup'])).json.errors).toEqual([])
      const before = await blobsOf(backups)
      const places = role === 'drill' ? ['--destination', 'box'] : []
      const ran = await ranAs(role, ['doctor', '--role', role, ...places])
      expect({ exit: ran.exitCode, errors: ran.json.errors }).toEqual({ exit: 0, errors: [] })
      const findings = findingsOf(ran)
      expect(findings.filter(({ severity }) => severity === 'warning')).toEqual([])
      const told = findings.filter(({ code }) => code === 'right-harmless')
      expect(told.map(({ message }) => message.split(', which the')[0])).toEqual(excess)
      expect(told.every(({ hint }) => hint?.includes('an application instead'))).toBe(true)
      const after = await blobsOf(backups)
      expect(
        [...after].filter(([name, etag]) => before.get(name) !== etag && !name.endsWith('/_doctor.json')),
      ).toEqual([])
      expect([...before.keys()].filter((name) => !after.has(name))).toEqual([])
    },
  )

  test('one SAS for all, and one for too little, are told with the command that makes the right one', async () => {
    const { ranAs, backups } = await rolePlace(azurite)
    const looking = async (letters: string) => {
      const env = { BACKUPS_SAS: containerSas(azurite, backups, letters) }
      return findingsOf(
        await ranAs('backup', ['doctor', '--role', 'backup', '--destination', 'box'], { env }),
      )
    }
    const much = (await looking('racwdl')).filter(({ severity }) => severity === 'warning')
    expect(much.map(({ message }) => message.split(', which the')[0])).toEqual([
      'may write over manifests/, data/, keys/, state/, logs/ and holds/',
      'may delete manifests/, data/, keys/, state/, proofs/, logs/, holds/ and shredded/',
    ])
    const command = `az storage container generate-sas --account-name ${azurite.account} --name ${backups} --permissions rcl --expiry UNTIL --https-only`
    expect(much.map((each) => each.command)).toEqual([command, command])
    const little = (await looking('rl')).filter(({ severity }) => severity === 'error')
    expect(little).toMatchObject([
      {
        code: 'right-missing',
        message:
          'may not write holdfast.json, RESTORE.md, manifests/, data/, keys/, state/, logs/ and holds/, which the backup role must',
        command,
      },
    ])
    expect((await looking('rc')).filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'right-missing', message: 'may not list everything, which the backup role must', command },
    ])
  })
})
