import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Meddler, startMeddler } from '../../services/meddler.ts'
import { addUser, type UserEnvironment } from '../../services/minio-users.ts'
import { clientOf } from '../../services/s3.ts'
import { s3Workspace, useMinio } from './bucket.ts'
import { type PublishedRole, publishedPolicy } from './published-policies.ts'

const minio = useMinio({ versioning: true })
const prefix = 'of/amazon'
let amazon: Meddler
let users: Record<PublishedRole, UserEnvironment>

/** What the bucket policy "Refuse replacements" of docs/roles.md does at Amazon; no other store knows its condition. */
beforeAll(async () => {
  amazon = await startMeddler(Number(new URL(minio().endpoint).port))
  amazon.meddle = ({ method, url = '', headers }) =>
    method === 'PUT' &&
    !/[?&]partNumber=/.test(url) &&
    !url.includes(`/${prefix}/leases/`) &&
    headers['if-none-match'] === undefined
      ? { status: 403, body: '<Error><Code>AccessDenied</Code><Message>explicit deny</Message></Error>' }
      : 'pass'
  const add = (role: PublishedRole) =>
    addUser(minio(), `strict-${role}`, publishedPolicy(role, minio().bucket, prefix))
  users = { backup: await add('backup'), drill: await add('drill'), cleanup: await add('cleanup') }
})
afterAll(() => amazon.stop())

test('each role works where a bucket refuses whatever might replace, and doctor says that nothing can be', {
  timeout: 300_000,
}, async () => {
  const endpoint = `http://127.0.0.1:${amazon.port}`
  const space = await s3Workspace(minio(), {
    prefix,
    endpoint,
    job: ['retention: {keep-last: 1, require-proofs: 1}', 'levels: {0: otherwise}'],
  })
  const as = async (role: PublishedRole, ...args: string[]) => {
    const env = { ...users[role], HOLDFAST_STATE_DIR: space.path(`state-${role}`) }
    const ran = await space.run([...args, '--json'], { env })
    expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
    return ran.json.results
  }
  writeFileSync(space.path('source/a'), 'a')
  const first = (await as('backup', 'backup'))[0].id
  const second = (await as('backup', 'backup'))[0].id
  await as('drill', 'drill', second, '--identity', space.identity)
  expect((await as('cleanup', 'cleanup'))[0].deleted).toMatchObject([{ id: first }])

  for (const role of ['backup', 'drill', 'cleanup'] as const) {
    // Twice: what the first left behind is in nobody's way.
    await as(role, 'doctor', '--role', role)
    const groups = (await as(role, 'doctor', '--role', role)) as unknown as {
      findings: { severity: string; code: string; message: string }[]
    }[]
    const findings = groups.flatMap((group) => group.findings)
    expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([])
    expect(findings.filter(({ code }) => code === 'right-excess' || code === 'right-harmless')).toEqual([])
    const over = findings.filter(({ message }) => message.startsWith('may not write over '))
    expect(over).toHaveLength(role === 'cleanup' ? 0 : 1)
  }

  const { sdk, client } = await clientOf({ endpoint, environment: users.backup })
  const put = client.send(
    new sdk.PutObjectCommand({
      Bucket: minio().bucket,
      Key: `${prefix}/manifests/tree/${second}.json`,
      Body: 'forged',
    }),
  )
  await expect(put).rejects.toMatchObject({ name: 'AccessDenied' })
})
