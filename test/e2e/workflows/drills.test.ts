import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActRun } from '../../services/act.ts'
import { type MariadbServer, startMariadb } from '../../services/mariadb.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres } from '../../services/postgres-installation.ts'
import { has } from '../../services/program.ts'
import { type Consumer, consumer, outcomeOf, outputOf } from './consumer.ts'
import { damageScript, drillsConfig, drillWorkflow, faultWorkflow } from './drills-repository.ts'
import { type FaultyTools, faultyTools } from './faulty-tools.ts'

let shop: PostgresService
let newer: PostgresService
let sales: MariadbServer
let tools: FaultyTools
let site: Consumer

const here = has('act', 'mariadb', 'mariadb-client') && hasPostgres(15, 18)

beforeAll(async () => {
  if (!here) return
  ;[shop, newer, sales, tools] = await Promise.all([
    startPostgres(),
    startPostgres({ major: 18 }),
    startMariadb(),
    faultyTools(),
  ])
  await shop.query('create database shop')
  await shop.query(
    `create table items (id int primary key, name text);
     insert into items select n, 'ring ' || n from generate_series(1, 500) n;
     create table users (id int primary key); insert into users values (1), (2)`,
    'shop',
  )
  await shop.query('create database legacy')
  await shop.query('create table notes (id int); create extension old_snapshot', 'legacy')
  await sales.run(
    'CREATE DATABASE archive CHARACTER SET utf8mb4',
    'CREATE TABLE archive.letters (id INT PRIMARY KEY) ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 4',
    'INSERT INTO archive.letters VALUES (1), (2)',
    'CREATE DATABASE sales CHARACTER SET utf8mb4',
    'CREATE TABLE sales.items (id INT PRIMARY KEY, name VARCHAR(20)) ENGINE=InnoDB',
    "INSERT INTO sales.items VALUES (1, 'brooch 1'), (7, 'brooch 7')",
    'CREATE TABLE sales.users (id INT PRIMARY KEY) ENGINE=InnoDB',
    'INSERT INTO sales.users VALUES (1), (2), (3)',
  )
  site = await consumer({
    '.github/workflows/drill.yml': drillWorkflow,
    '.github/workflows/faults.yml': faultWorkflow,
    'damage.mjs': damageScript,
  })
  site.space.write('holdfast.yml', drillsConfig(site))
  // act fetches every action that is named, whether it is used or not.
  site.directory('none', {
    'action.yml': 'name: none\ndescription: none\nruns: { using: composite, steps: [] }\n',
  })
  Object.assign(site.secrets, {
    SHOP_URL: shop.url('shop'),
    LEGACY_URL: shop.url('legacy'),
    SALES_URL: sales.url,
    SERVICE_URL: newer.url(),
  })
  Object.assign(site.env, { TOOLS: tools.directory, REPOSITORY: site.path('repository') })
}, 240_000)
afterAll(async () => {
  await site?.remove()
  await Promise.all([shop?.stop(), newer?.stop(), sales?.stop()])
  tools?.remove()
})

/** A job of each kind of source. */
const all = ['shop', 'sales', 'files'] as const

/** The summary of a step. */
const summaryOf = ({ summaries }: ActRun, step: string): string =>
  summaries
    .filter((summary) => summary.step === step)
    .map(({ text }) => text)
    .join('\n')

/** What a step that failed told: its exit code, and what is shown beside the code and in the summary. */
function failureOf(
  run: ActRun,
  step: string,
): { exitCode: string | undefined; summary: string; errors: string[] } {
  const { results = '{}', 'exit-code': exitCode } = run.outputs[`faults/${step}`] ?? {}
  const { errors = [] } = JSON.parse(results) as { errors?: { message: string }[] }
  return { exitCode, summary: summaryOf(run, step), errors: errors.map(({ message }) => message) }
}

describe.skipIf(!here)('restore drills under act', { timeout: 400_000 }, () => {
  it('prove PostgreSQL, MariaDB and a directory, and show what was compared', async () => {
    const run = await site.run('drill.yml')
    expect(outcomeOf(run)).toEqual({ exitCode: 0, jobs: { drill: 'success' } })
    const { results } = JSON.parse(outputOf(run, 'drill', 'results') ?? '')
    expect(results).toMatchObject([
      {
        job: 'shop',
        result: 'passed',
        evidence: 'snapshot',
        proof: expect.stringMatching(/^proofs\/shop\//),
      },
      { job: 'sales', result: 'passed', evidence: 'snapshot' },
      { job: 'files', result: 'passed' },
    ])
    const summary = summaryOf(run, 'drill')
    expect(summary).toMatch(/^### ✅ Restore drill\n/)
    for (const job of all) {
      expect(summary).toMatch(new RegExp(`✅ \\| \\*\\*${job}\\*\\* .* \\| restore \\| (\\d+) of \\1 passed`))
      expect(summary).toContain(`🧾 proof \`proofs/${job}/`)
    }
    expect(summary).toMatch(/table public\.items \| 500 rows/)
    expect(run.log + JSON.stringify(run.outputs)).not.toContain(shop.password)
    expect(run.log + JSON.stringify(run.outputs)).not.toContain(sales.password)
  })

  describe('fail with 5, and say which', () => {
    let run: ActRun

    beforeAll(async () => {
      run = await site.run('faults.yml', { localRepository: { 'actions/setup-node@v6': site.path('none') } })
    }, 400_000)

    it('in a workflow that is red only where it should be', () => {
      expect(run.jobs).toEqual({ faults: 'failure' })
      const failed = Object.entries(run.steps).filter(([, result]) => result === 'failure')
      expect(failed.map(([step]) => step)).toEqual(
        ['table', 'row', 'object', 'extension', 'feature', 'server', 'proof', 'stale'].map(
          (step) => `faults/${step}`,
        ),
      )
      expect(run.log).not.toContain(shop.password)
    })

    it.each<[step: string, errors: readonly RegExp[], summary: readonly RegExp[]]>([
      [
        'table',
        [
          /of shop-table at .*: table public\.users failed: expected 2 rows, .*found absent/,
          /of sales-table at .*: table sales\.users failed: expected 3 rows, .*found no such table/,
        ],
        [
          /❌ \| shop-table \| table public\.users \| 2 rows/,
          /❌ \| sales-table \| table sales\.users \| 3 rows/,
        ],
      ],
      [
        'row',
        [
          /of shop-row at .*: table public\.items failed: expected 500 rows, \w+, found 500 rows, \w+: values differ/,
          /of sales-row at .*: table sales\.items failed: expected 2 rows, \w+, found 2 rows, \w+: values differ/,
        ],
        [/❌ \| shop-row \| table public\.items/, /❌ \| sales-row \| table sales\.items/],
      ],
      [
        'object',
        all.map(
          (job) =>
            new RegExp(`of ${job}-object at local is not good: data/${job}-object/\\S+ damaged or missing`),
        ),
        all.map(
          (job) =>
            new RegExp(`❌ \\| ${job}-object \\| restore \\| whole \\| object-damaged: data/${job}-object/`),
        ),
      ],
      [
        'extension',
        [/of legacy at .*: extension old_snapshot failed: .* does not have it: PostgreSQL 17 dropped it/],
        [/❌ \| legacy \| extension old&#95;snapshot/, /The backup was not even loaded/],
      ],
      [
        'feature',
        [/of archive at .*: server features failed: .*ERROR 1290.*running with the --skip-partition option/],
        [/❌ \| archive \| server features \| those of the source/, /The backup was not even loaded/],
      ],
      [
        'server',
        [
          /of shop at .*: server failed: .*unrecognized configuration parameter "io_method"/,
          /of sales at .*: server failed: .*unknown option '--innodb-dedicated-server'/,
        ],
        [/❌ \| shop \| server/, /❌ \| sales \| server/],
      ],
      [
        'stale',
        all.map(
          (job) =>
            new RegExp(
              `of ${job} at .*: freshness failed: expected newest backup at most 1 d 6 h old, found stale: newest made 3 d ago`,
            ),
        ),
        [...all.map((job) => new RegExp(`❌ \\| ${job} \\| freshness`)), /The copy itself is good/],
      ],
    ])('for %s', (step, errors, summary) => {
      const found = failureOf(run, step)
      expect(found).toMatchObject({
        exitCode: '5',
        errors: errors.map((each) => expect.stringMatching(each)),
      })
      expect(found.summary).toMatch(/^### ❌ Restore drill: unverified\n/)
      for (const each of summary) expect(found.summary).toMatch(each)
    })

    it('for a tampered proof', () => {
      expect(run.outputs['faults/proof']).toMatchObject({ 'exit-code': '5' })
      for (const job of all)
        expect(run.log).toMatch(new RegExp(`proofs/${job}/\\S+ .*its signature does not fit its payload`))
    })
  })
})
