import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Azurite, startAzurite } from '../../services/azurite.ts'
import { type S3Service, startVersitygw } from '../../services/s3.ts'
import { type Consumer, consumer, outcomeOf, outputOf } from './consumer.ts'

const configOf = (
  { recipient }: Consumer,
  { endpoint, bucket, region }: S3Service,
  source: string,
) => `version: 1
destinations:
  s3:
    type: s3
    bucket: ${bucket}
    endpoint: ${endpoint}
    region: ${region}
    path-style: true
    access-key-id: \${S3_KEY_ID}
    secret-access-key: \${S3_SECRET}
  azure: { type: azure, container: backups, connection-string: "\${AZURE_STORAGE_CONNECTION_STRING}" }
encryption:
  recipients: [${recipient}]
  identity: \${HOLDFAST_IDENTITY}
defaults:
  to: [s3, azure]
  every: 24h
  retention: { keep-daily: 7, require-proofs: 1 }
jobs:
  home: { source: { type: directory, path: ${source} } }
`

let s3: S3Service
let azure: Azurite
let site: Consumer

beforeAll(async () => {
  ;[s3, azure] = await Promise.all([startVersitygw(), startAzurite()])
  site = await consumer({ 'README.md': '# infra\n' })
  const source = site.directory('home', { 'letter.txt': 'dear diary\n' })
  site.space.write('holdfast.yml', configOf(site, s3, source))
  Object.assign(site.secrets, {
    S3_KEY_ID: s3.accessKeyId,
    S3_SECRET: s3.secretAccessKey,
    AZURE_STORAGE_CONNECTION_STRING: azure.connectionString,
  })
})
afterAll(async () => {
  await site?.remove()
  await Promise.all([s3?.stop(), azure?.stop()])
})

describe('what `workflows --write` writes', { timeout: 60_000 }, () => {
  it('finds a runner ready by doctor, with `holdfast` on its PATH', async () => {
    const given = ['--runner', 'self-hosted,db-1', '--actions', 'OWNER/holdfast@v1']
    const written = await site.holdfast('workflows', '--write', ...given)
    expect(written.exitCode).toBe(0)
    // act fetches every action that is named, whether it is used or not.
    const none = 'name: none\ndescription: none\nruns: { using: composite, steps: [] }\n'
    const stand = site.directory('setup-node', { 'action.yml': none })
    const localRepository = { 'actions/setup-node@v6': stand }
    const run = await site.run('doctor.yml', { event: 'workflow_dispatch', localRepository })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { doctor: 'success' } })
    expect(run.log).toContain('destination azure')
    expect(run.log).not.toContain(s3.secretAccessKey)
  })

  it('backs up to S3 and Azure on schedule, on a runner with its label', async () => {
    const run = await site.run('backup.yml', { event: 'schedule', payload: { schedule: '17 2 * * *' } })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { backup: 'success' } })
    const { results } = JSON.parse(outputOf(run, 'backup', 'results') ?? '')
    expect(results[0].destinations).toMatchObject([
      { name: 's3', status: 'success' },
      { name: 'azure', status: 'success' },
    ])
    expect(run.log).not.toContain(azure.key)
  })

  it('drills, and cleans up at both', async () => {
    const drill = await site.run('restore-drill.yml', { event: 'schedule' })
    expect(outcomeOf(drill)).toEqual({ exitCode: 0, jobs: { drill: 'success' } })
    expect(outputOf(drill, 'drill', 'proof')).toMatch(/^proofs\/home\//)
    const cleanup = await site.run('cleanup.yml', { event: 'schedule' })
    expect(outcomeOf(cleanup)).toEqual({ exitCode: 0, jobs: { cleanup: 'success' } })
    expect(outputOf(cleanup, 'cleanup', 'kept')).toBe('2')
  })
})

describe('the reusable workflows', { timeout: 60_000 }, () => {
  it('back up for a caller that passes secrets as one', async () => {
    const own = readFileSync(resolve('.github/workflows/backup.yml'), 'utf8')
    site.space.write('.github/workflows/reusable-backup.yml', own)
    site.space.write(
      '.github/workflows/caller.yml',
      `on: workflow_dispatch
permissions: {contents: read, id-token: write}
jobs:
  call:
    uses: ./.github/workflows/reusable-backup.yml
    with: {runner: '["self-hosted", "db-1"]', force: true, tag: called}
    secrets:
      env: |
        S3_KEY_ID=\${{ secrets.S3_KEY_ID }}
        S3_SECRET=\${{ secrets.S3_SECRET }}
        AZURE_STORAGE_CONNECTION_STRING=\${{ secrets.AZURE_STORAGE_CONNECTION_STRING }}
  after:
    needs: call
    runs-on: ubuntu-latest
    steps:
      - run: echo "called ended with \${{ needs.call.outputs.status }} and \${{ needs.call.outputs.ids }}"
`,
    )
    const run = await site.run('caller.yml', { event: 'workflow_dispatch' })
    expect(outcomeOf(run)).toMatchObject({ exitCode: 0 })
    expect(run.log).toMatch(/called ended with success and \[\\?"20\d{6}T/)
    const { results } = (await site.holdfast('list', '--json', '--destination', 's3')).json
    expect(results.map(({ tags }) => tags)).toContainEqual(['called'])
  })
})
