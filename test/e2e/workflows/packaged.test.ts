import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundle } from '../../../scripts/dist/bundle.ts'
import { type S3Service, startVersitygw } from '../../services/s3.ts'
import { type Consumer, consumer, outcomeOf, outputOf } from './consumer.ts'

const workflow = `on: push
jobs:
  it:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
      - id: backup
        uses: OWNER/holdfast/actions/backup@v1
      - uses: OWNER/holdfast/actions/restore-verify@v1
        env: { HOLDFAST_IDENTITY: "\${{ secrets.HOLDFAST_IDENTITY }}" }
      - uses: OWNER/holdfast/actions/cleanup@v1
        with: { dry-run: true }
      - uses: OWNER/holdfast/actions/report@v1
`

let s3: S3Service
let site: Consumer

beforeAll(async () => {
  s3 = await startVersitygw()
  site = await consumer({ '.github/workflows/it.yml': workflow })
  Object.assign(site.env, s3.environment)
  // What a consumer gets: the bundles, and nothing to import beside them.
  rmSync(join(site.space.actions, 'dist'), { recursive: true })
  bundle(join(site.space.actions, 'dist'))
  const source = site.directory('home', { 'letter.txt': 'dear diary\n' })
  site.space.write(
    'holdfast.yml',
    `version: 1
destinations: { s3: { type: s3, bucket: ${s3.bucket}, endpoint: ${s3.endpoint}, region: ${s3.region} } }
encryption: { recipients: [${site.recipient}], identity: "\${HOLDFAST_IDENTITY}" }
jobs: { home: { source: { type: directory, path: ${source} }, to: [s3], verify: {} } }
`,
  )
}, 300_000)
afterAll(async () => {
  await site?.remove()
  await s3?.stop()
})

it('what is packaged runs in a repository of somebody else', async () => {
  const run = await site.run('it.yml', { event: 'push' })
  expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { it: 'success' } })
  expect(run.summaries).toHaveLength(4)
  expect(run.summaries.at(-1)?.text).toMatch(/^### ✅ Backups\n/)
  expect(run.outputs['it/backup']?.id).toMatch(/^\d{8}T\d{6}Z-L0-/)
  expect(outputOf(run, 'it', 'exit-code')).toBe('0')
}, 120_000)
