import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GithubServer, startGithub } from '../../services/github-api.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { type S3Service, startMinio } from '../../services/s3.ts'
import { type Consumer, consumer, inPlaceOfAmazon, outcomeOf, outputOf, targetWorkflows } from './consumer.ts'

const configOf = ({ recipient }: Consumer) => `version: 1
destinations:
  offsite:
    type: s3
    bucket: acme-backups
    region: eu-central-1
    role-arn: \${HOLDFAST_ROLE_ARN:-}
encryption: { recipients: [${recipient}], identity: "\${HOLDFAST_IDENTITY}" }
jobs:
  app-db:
    source: { type: postgres, url: "\${APP_DATABASE_URL}" }
    to: [offsite]
    guards: { min-size: { limit: 100, then: fail } }
`

const migration = `delete from users where id > 40;
alter table users add column name text;
`

describe.runIf(hasPostgres(15))('the workflow that tries migrations', { timeout: 240_000 }, () => {
  let store: S3Service
  let database: PostgresService
  let github: GithubServer
  let site: Consumer

  beforeAll(async () => {
    ;[store, database, github] = await Promise.all([startMinio(), startPostgres(), startGithub()])
    await database.query('create database app')
    await database.query(
      "create table users as select n as id, 'u' || n || '@example.org' as email from generate_series(1, 50) n",
      'app',
    )
    site = await consumer({
      ...targetWorkflows('restore-test-pr.yml'),
      'db/mask.sql': "update users set email = 'hidden';\n",
      'migrations/1.sql': migration,
      'package.json': JSON.stringify({
        name: 'app',
        version: '1.0.0',
        scripts: { migrate: 'psql -v ON_ERROR_STOP=1 "$DATABASE_URL" -f migrations/1.sql' },
      }),
      'package-lock.json': JSON.stringify({
        name: 'app',
        version: '1.0.0',
        lockfileVersion: 3,
        packages: { '': { name: 'app', version: '1.0.0' } },
      }),
    })
    await inPlaceOfAmazon(store, 'acme-backups', site)
    site.env.DOCKER_HOST = 'unix:///nonexistent'
    site.space.write('holdfast.yml', configOf(site))
  })
  afterAll(async () => {
    await site?.remove()
    await Promise.all([store?.stop(), database?.stop(), github?.close()])
  })

  /** Checks the repository out, where act's own way takes no `ref` and no `path`. */
  function checkout(): string {
    const directory = site.directory('checkout', {
      'action.yml': `name: checkout
inputs: { ref: {}, path: { default: . }, persist-credentials: {} }
runs:
  using: composite
  steps:
    - shell: sh
      run: mkdir -p "$AT" && cp -R "${site.space.repository}/." "$AT"
      env: { AT: "\${{ inputs.path }}" }
`,
    })
    return directory
  }

  it('works as it stands, with one comment of what the migration did', async () => {
    site.secrets.APP_DATABASE_URL = database.url('app')
    const backup = await site.holdfast('backup', 'app-db', '--json')
    expect(backup.json.errors).toEqual([])
    delete site.secrets.APP_DATABASE_URL
    site.secrets.GITHUB_TOKEN = github.token
    // act has an API of its own in mind.
    const entry = join(site.space.actions, 'dist', 'report', 'index.js')
    const env = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/shop' }
    writeFileSync(entry, `Object.assign(process.env, ${JSON.stringify(env)})\n${readFileSync(entry, 'utf8')}`)
    const run = await site.run('restore-test-pr.yml', {
      event: 'pull_request',
      payload: {
        pull_request: { number: 7, head: { repo: { full_name: 'acme/backups' } }, base: { sha: 'main' } },
      },
      localRepository: { 'actions/checkout@v7': checkout() },
    })
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { migrate: 'success' } })
    expect(outputOf(run, 'migrate', 'id')).toBe(backup.json.results[0]?.id)
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain('| ✏️ `public.users` | 50 | 40 | −10 | ➕ `name` text |')
    expect(run.log).toContain('the copy is removed')
  })
})
