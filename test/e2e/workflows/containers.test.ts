import { mkdirSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActRun, RunningAct } from '../../services/act.ts'
import { type Docker, startDocker } from '../../services/docker.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { has } from '../../services/program.ts'
import { loadServiceImage } from '../../services/service-images.ts'
import { type Consumer, consumer, outcomeOf } from './consumer.ts'
import { type FaultyTools, faultyTools } from './faulty-tools.ts'

const here =
  has('act', 'docker', 'busybox', 'mariadb', 'mariadb-client') && hasPostgres(15) && process.getuid?.() === 0

const configOf = ({ keys, recipient, path }: Consumer) => {
  const postgres = (url: string) =>
    `{ source: { type: postgres, url: "\${${url}}" }, verify: { server: { image: "postgres:{major}" } } }`
  const mariadb = `{ source: { type: mysql, url: "\${SALES_URL}", databases: [sales] }, verify: { server: { image: "mariadb:{major}" } } }`
  return `version: 1
destinations: { local: { type: filesystem, path: ${path('repository')} } }
encryption: { recipients: [${recipient}], identity: "\${HOLDFAST_IDENTITY}" }
signing: { key: "\${file:${keys.directory}/drill-signing.key}", trust: ["${keys.drillSigning}"] }
defaults: { to: [local], guards: { min-size: { limit: 1 } } }
jobs:
  shop: ${postgres('SHOP_URL')}
  sales: ${mariadb}
  slow-shop: ${postgres('SLOW_URL')}
  slow-sales: ${mariadb}
`
}

const workflow = `on: push
jobs:
  drill:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
      - id: drill
        uses: OWNER/holdfast/actions/restore-verify@v1
        env: { HOLDFAST_IDENTITY: "\${{ secrets.HOLDFAST_IDENTITY }}" }
        with: { jobs: "\${{ vars.JOBS }}" }
`

/** A load that takes for ever, on a throwaway server only. */
const slowDatabase = `
  create function slowly(n int) returns int immutable language plpgsql as $$ begin
    if current_setting('cluster_name') = 'holdfast-throwaway' then perform pg_sleep(3600); end if;
    return n;
  end $$;
  create table waiting (id int);
  insert into waiting values (1);
  create index on waiting (slowly(id));`

let shop: PostgresService
let sales: MariadbServer
let tools: FaultyTools
let docker: Docker
let site: Consumer

beforeAll(async () => {
  if (!here) return
  ;[shop, sales, tools, docker] = await Promise.all([
    startPostgres(),
    startMariadb(),
    faultyTools(),
    startDocker({ bridge: true }),
  ])
  await loadServiceImage(docker, 'postgres', 'postgres:15', 15)
  await loadServiceImage(docker, 'mariadb', 'mariadb:10.11')
  for (const name of ['shop', 'slow']) await shop.query(`create database ${name}`)
  await shop.query('create table items as select n as id from generate_series(1, 500) n', 'shop')
  await shop.query(slowDatabase, 'slow')
  await sales.run(
    'CREATE DATABASE sales CHARACTER SET utf8mb4',
    'CREATE TABLE sales.items (id INT PRIMARY KEY) ENGINE=InnoDB',
    'INSERT INTO sales.items VALUES (1), (7)',
  )
  site = await consumer({ '.github/workflows/drill.yml': workflow })
  site.space.write('holdfast.yml', configOf(site))
  mkdirSync(site.path('temporary'), { mode: 0o755 })
  const { PATH: _, HOME: __, ...daemon } = docker.environment
  Object.assign(site.env, { ...daemon, TMPDIR: site.path('temporary') })
  const urls = { SHOP_URL: shop.url('shop'), SLOW_URL: shop.url('slow'), SALES_URL: sales.url }
  Object.assign(site.secrets, urls)
  const backUp = (jobs: readonly string[], fault: string) => {
    Object.assign(site.env, { FAULT: fault, PATH: `${tools.directory}:${process.env.PATH}` })
    return site.holdfast('backup', ...jobs, '--json')
  }
  for (const made of [await backUp(['shop', 'sales', 'slow-shop'], ''), await backUp(['slow-sales'], 'slow')])
    expect(made.json.errors).toEqual([])
  for (const name of ['FAULT', 'PATH']) delete site.env[name]
  for (const name of Object.keys(urls)) delete site.secrets[name]
}, 300_000)
afterAll(async () => {
  await site?.remove()
  await Promise.all([shop?.stop(), sales?.stop(), docker?.stop()])
  tools?.remove()
})

const drill = (...jobs: string[]): RunningAct =>
  site.space.start({
    workflow: '.github/workflows/drill.yml',
    secrets: site.secrets,
    env: site.env,
    vars: { JOBS: jobs.join() },
  })

/** What is left of containers: themselves, their volumes, and files of ours. */
async function left(): Promise<string[]> {
  const listed = [await docker.run(['ps', '--all', '--quiet']), await docker.run(['volume', 'ls', '--quiet'])]
  const files = readdirSync(site.path('temporary')).filter((name) => name.startsWith('holdfast-'))
  return [...listed.flatMap(({ stdout }) => stdout.split('\n').filter(Boolean)), ...files]
}

/** The container whose server is loading, of a drill that does not end by itself. */
async function loading(act: RunningAct, what: 'postgres' | 'mysql'): Promise<string> {
  const query =
    what === 'postgres'
      ? 'psql -U postgres -Atc "select query from pg_stat_activity where wait_event = \'PgSleep\'"'
      : 'mariadb -uroot -p"$MARIADB_ROOT_PASSWORD" -Ne "select info from information_schema.processlist where info like \'SELECT SLEEP%\'"'
  let name = ''
  const look = async () => {
    if (act.child.exitCode !== null) throw new Error(`the drill is over: ${act.log().slice(-3000)}`)
    const { stdout } = await docker.run([
      'ps',
      '--filter',
      `name=holdfast-${what}-`,
      '--format',
      '{{.Names}}',
    ])
    name = stdout.trim()
    return name === '' ? '' : (await docker.run(['exec', name, 'sh', '-c', query])).stdout.trim()
  }
  await expect.poll(look, { timeout: 120_000, interval: 200 }).not.toBe('')
  return name
}

const summaryOf = ({ summaries }: ActRun) => summaries.map(({ text }) => text).join('\n')
const resultsOf = ({ outputs }: ActRun) => JSON.parse(outputs['drill/drill']?.results ?? '{}')

describe.skipIf(!here)('drills in containers under act', { timeout: 300_000 }, () => {
  it('prove both databases, and leave nothing', async () => {
    const run = await drill('shop', 'sales').ended
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { drill: 'success' } })
    expect(resultsOf(run).results).toMatchObject([
      { job: 'shop', result: 'passed', evidence: 'snapshot' },
      { job: 'sales', result: 'passed', evidence: 'snapshot' },
    ])
    expect(await left()).toEqual([])
  })

  it('fail for a container that ends in the middle, with what it printed', async () => {
    const act = drill('slow-shop', 'slow-sales')
    await docker.run(['kill', '--signal', 'QUIT', await loading(act, 'postgres')])
    await docker.run(['kill', '--signal', 'TERM', await loading(act, 'mysql')])
    const run = await act.ended
    expect(run.jobs).toEqual({ drill: 'failure' })
    expect(run.outputs['drill/drill']).toMatchObject({ status: 'unverified', 'exit-code': '5' })
    expect(resultsOf(run).errors.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringMatching(
        /slow-shop at local is not good: server stays up failed: .*postgres:15 ended with status/,
      ),
      expect.stringMatching(
        /slow-sales at local is not good: server stays up failed: .*mariadb:10\.11 .*ended with status 0: .*Shutdown complete/,
      ),
    ])
    const summary = summaryOf(run)
    expect(summary).toMatch(/❌ \| slow-shop \| server stays up \| until the drill is over/)
    expect(summary).toMatch(/❌ \| slow-sales \| server stays up \| until the drill is over/)
    // Rows of people may be in what a server logs: it is in the log of the step, and nowhere else.
    expect(run.log).toMatch(/│ .*received immediate shutdown request/)
    expect(run.log).toMatch(/│ .*mariadbd .*: Normal shutdown/)
    expect(summary).not.toContain('immediate shutdown')
    expect(await left()).toEqual([])
  })

  it('come to no verdict for one that is killed', async () => {
    const act = drill('slow-shop')
    await docker.run(['kill', await loading(act, 'postgres')])
    const run = await act.ended
    expect(run.jobs).toEqual({ drill: 'failure' })
    expect(run.outputs['drill/drill']).toMatchObject({ status: 'unverified', 'exit-code': '5' })
    expect(resultsOf(run)).toMatchObject({
      results: [{ result: 'inconclusive' }],
      errors: [
        { code: 'drill-inconclusive', message: expect.stringMatching(/postgres:15 was ended by SIGKILL$/) },
      ],
    })
    expect(summaryOf(run)).toMatch(/⚠️ \| slow-shop \| server stays up \|/)
    expect(await left()).toEqual([])
  })

  it.each(['slow-shop', 'slow-sales'] as const)(
    'leave nothing when the run is cancelled: %s',
    async (job) => {
      const act = drill(job)
      await loading(act, job === 'slow-shop' ? 'postgres' : 'mysql')
      act.cancel()
      const run = await act.ended
      expect(run.exitCode).not.toBe(0)
      expect(run.steps['drill/drill/post']).toBe('success')
      expect(await left()).toEqual([])
    },
  )
})
