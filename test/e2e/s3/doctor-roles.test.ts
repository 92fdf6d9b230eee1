import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { addUser, setPolicy, type UserEnvironment } from '../../services/minio-users.ts'
import { clientOf } from '../../services/s3.ts'
import { s3Workspace, useMinio } from './bucket.ts'
import { type PublishedRole, publishedPolicy } from './published-policies.ts'

const minio = useMinio({ versioning: true })
const roles = ['backup', 'drill', 'cleanup'] as const
let users: Record<PublishedRole, UserEnvironment>
let count = 0

interface Found {
  readonly severity: string
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly policy?: readonly string[]
}

interface Statement {
  Effect: string
  Action: string[]
  Resource: string[]
}

const places = 'doc/tor-*'
const policyOf = (role: PublishedRole) =>
  (JSON.parse(publishedPolicy(role, minio().bucket, places)) as { Statement: Statement[] }).Statement
const written = (statements: readonly Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })

beforeAll(async () => {
  const add = (role: PublishedRole) => addUser(minio(), `doctor-${role}`, written(policyOf(role)))
  users = { backup: await add('backup'), drill: await add('drill'), cleanup: await add('cleanup') }
})

async function prepare(role: PublishedRole) {
  count += 1
  const prefix = `doc/tor-${count}`
  const space = await s3Workspace(minio(), { prefix })
  const look = async (as: UserEnvironment = users[role]) => {
    const env = { ...as, HOLDFAST_STATE_DIR: space.path(`state-${role}`) }
    const ran = await space.run(['doctor', '--role', role, '--json'], { env })
    const groups = ran.json.results as unknown as { subject: string; findings: Found[] }[]
    const findings = groups.find(({ subject }) => subject === 'destination s3')?.findings ?? []
    const of = (severity: string) => findings.filter((each) => each.severity === severity)
    return { ran, findings, errors: of('error'), warnings: of('warning'), env }
  }
  return { space, prefix, look }
}

/** Every version and marker under a prefix. */
async function versionsUnder(prefix: string): Promise<string[]> {
  const { sdk, client } = await clientOf(minio())
  const { Versions = [], DeleteMarkers = [] } = await client.send(
    new sdk.ListObjectVersionsCommand({ Bucket: minio().bucket, Prefix: `${prefix}/` }),
  )
  return [...Versions, ...DeleteMarkers].map(
    ({ Key, VersionId }) => `${Key?.slice(prefix.length + 1)} ${VersionId}`,
  )
}

/** The policy without a right: one action at one place, or everywhere. */
function without(statements: readonly Statement[], actions: readonly string[], place?: string): Statement[] {
  return statements.flatMap((statement) => {
    if (!statement.Action.some((action) => actions.includes(action))) return [statement]
    const left = { ...statement, Action: statement.Action.filter((action) => !actions.includes(action)) }
    const elsewhere = {
      ...statement,
      Resource: statement.Resource.filter((each) => !each.endsWith(place ?? '')),
    }
    return [left, elsewhere].filter(({ Action, Resource }) => Action.length > 0 && Resource.length > 0)
  })
}

const pasted = (found: readonly Found[]) =>
  found.map(({ policy = [] }) => JSON.parse(policy.join('\n')) as Statement)

describe('doctor --role', { timeout: 300_000 }, () => {
  test.each(roles)(
    'finds nothing wrong with the published policy of %s, and leaves the data alone',
    async (role) => {
      const { prefix, look, space } = await prepare(role)
      writeFileSync(space.path('source/a'), 'a')
      expect((await space.run(['backup', '--json'])).json.errors).toEqual([])
      const before = await versionsUnder(prefix)
      const { ran, findings, errors, warnings } = await look()
      expect([...errors, ...warnings]).toEqual([])
      expect(ran.exitCode).toBe(0)
      expect(findings.filter(({ code }) => code === 'right').length).toBeGreaterThan(4)
      expect(findings.find(({ code }) => code === 'right-untried')?.message).toContain('lifting a lock')
      const after = await versionsUnder(prefix)
      expect(after).toEqual(expect.arrayContaining(before))
      const own = after.filter((each) => !before.includes(each))
      expect(own.filter((each) => !/^(leases|proofs|logs)\/_(doctor|probe)/.test(each))).toEqual([])
    },
  )

  test.each([
    ['backup', ['s3:ListBucket', 's3:ListBucketVersions'], undefined, 'list everything'],
    ['backup', ['s3:GetObject', 's3:GetObjectVersion'], 'manifests/*', 'read manifests/'],
    ['backup', ['s3:PutObject'], 'keys/*', 'write keys/'],
    ['drill', ['s3:GetObject', 's3:GetObjectVersion'], undefined, 'read everything'],
    ['drill', ['s3:PutObject'], 'proofs/*', 'write proofs/'],
    ['cleanup', ['s3:DeleteObject', 's3:DeleteObjectVersion'], undefined, 'delete everything'],
    ['cleanup', ['s3:PutObject'], 'manifests/*', 'write manifests/'],
  ] as const)(
    '%s without %j at %s is told so, and the lines beside it mend it',
    async (role, actions, place, what) => {
      const name = `doctor-${role}`
      const short = without(policyOf(role), actions, place)
      await setPolicy(minio(), name, written(short))
      const { look } = await prepare(role)
      const { ran, errors } = await look()
      expect({ exit: ran.exitCode, code: ran.json.errors[0]?.code }).toEqual({
        exit: 1,
        code: 'doctor-found-errors',
      })
      expect(errors.map(({ code }) => code)).toEqual(errors.map(() => 'right-missing'))
      expect(errors.map(({ message }) => message)).toContain(`may not ${what}, which the ${role} role must`)
      await setPolicy(minio(), name, written([...short, ...pasted(errors)]))
      const again = await look()
      expect([...again.errors, ...again.warnings]).toEqual([])
      await setPolicy(minio(), name, written(policyOf(role)))
    },
  )

  test.each(roles)(
    'whoever may do everything is told what %s must not, and the lines beside it take it away',
    async (role) => {
      const name = `all-${role}`
      const all = [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['arn:aws:s3:::*'] }]
      const user = await addUser(minio(), name, written(all))
      const { look, prefix } = await prepare(role)
      const { ran, warnings, findings, errors } = await look(user)
      expect(errors).toEqual([])
      expect(ran.exitCode).toBe(0)
      const messages = warnings.map(({ message }) => message).join('\n')
      expect(messages).toContain(role === 'cleanup' ? 'may write data/, ' : 'may delete manifests/, data/, ')
      const excess = findings.filter(
        ({ code, policy }) => /^right-(excess|harmless)$/.test(code) && policy !== undefined,
      )
      await setPolicy(minio(), name, written([...all, ...pasted(excess)]))
      const again = await look(user)
      expect([...again.errors, ...again.warnings]).toEqual([])
      expect(
        pasted(excess).every(({ Resource }) => Resource.every((each) => each.includes(`${prefix}/`))),
      ).toBe(true)
    },
  )

  test('a terminal gets the lines as they are to be pasted', async () => {
    await setPolicy(
      minio(),
      'doctor-drill',
      written(without(policyOf('drill'), ['s3:PutObject'], 'proofs/*')),
    )
    const { space, prefix, look } = await prepare('drill')
    const { env } = await look()
    const shown = await space.run(['doctor', '--role', 'drill'], { env })
    expect(shown.stdout).toContain('✗ may not write proofs/, which the drill role must [right-missing]')
    expect(shown.stdout).toContain('hint: Add this statement to the policy of these credentials.')
    expect(shown.stdout).toContain(`        "arn:aws:s3:::${minio().bucket}/${prefix}/proofs/*"`)
    await setPolicy(minio(), 'doctor-drill', written(policyOf('drill')))
  })
})
