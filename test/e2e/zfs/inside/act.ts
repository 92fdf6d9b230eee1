// Drills by the action itself, run by act as a runner of this machine: a good one with its summary, and those that must fail.
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActRun } from '../../../services/act.ts'
import { type Consumer, consumer, outcomeOf } from '../../workflows/consumer.ts'
import { damageScript } from '../../workflows/drills-repository.ts'
import { scratch, step } from './suite.ts'
import { fill, get, run } from './tools.ts'

const jobs = ['good', 'damaged', 'swapped'] as const

function configuration({ keys, recipient, path }: Consumer): string {
  const job = (name: string) => `  ${name}: { source: { type: zfs, dataset: tank/${name} }, verify: {} }\n`
  return `version: 1
destinations: { local: { type: filesystem, path: ${path('repository')} } }
encryption: { recipients: [${recipient}], identity: "\${HOLDFAST_IDENTITY}" }
signing: { key: "\${file:${keys.directory}/drill-signing.key}", trust: ["${keys.drillSigning}"] }
defaults: { to: [local], every: 24h }
jobs:
${jobs.map(job).join('')}`
}

/** What `FAULT` makes of real programs: another dataset's snapshot is sent under the same name, a pool is not made. */
function faultyTools(): string {
  const directory = scratch('tools')
  const write = (name: string, text: string) => {
    writeFileSync(join(directory, name), `#!/usr/bin/env bash\nset -euo pipefail\n${text}`)
    chmodSync(join(directory, name), 0o755)
  }
  write(
    'zfs',
    `if [ "\${FAULT:-}:$1" = swap:send ] && [ "$2" != -nP ]; then
  name=\${!#}
  /usr/sbin/zfs snapshot "tank/other@\${name#*@}"
  exec /usr/sbin/zfs send -p "tank/other@\${name#*@}"
fi
exec /usr/sbin/zfs "$@"
`,
  )
  write(
    'zpool',
    `[ "\${FAULT:-}:$1" != pool:create ] || set -- create -o feature@no_such_feature=enabled "\${@:2}"
exec /usr/sbin/zpool "$@"
`,
  )
  return directory
}

const drill = (id: string, job: string, fault = '') => `      - id: ${id}
        if: "!cancelled()"
        uses: OWNER/holdfast/actions/restore-verify@v1
        env: { FAULT: "${fault}" }
        with: { jobs: ${job} }
`
const backup = (names: string, fault = '') => `      - uses: OWNER/holdfast/actions/backup@v1
        env: { FAULT: "${fault}" }
        with: { jobs: "${names}" }
`
const workflow = `on: push
env:
  HOLDFAST_IDENTITY: \${{ secrets.HOLDFAST_IDENTITY }}
jobs:
  drills:
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
      - run: echo "$TOOLS" >> "$GITHUB_PATH"
${backup('good,damaged')}${backup('swapped', 'swap')}${drill('good', 'good')}      - run: node damage.mjs flip "$REPOSITORY/data/damaged"
${drill('object', 'damaged')}${drill('snapshot', 'swapped')}${drill('pool', 'good', 'pool')}`

for (const name of [...jobs, 'other']) {
  run('zfs', 'create', '-o', 'holdfast.test:note=kept', `tank/${name}`)
  mkdirSync(`/tank/${name}/letters`)
  fill(`tank/${name}`, 'letters/first', 200_000)
}
const site = await consumer({ '.github/workflows/drills.yml': workflow, 'damage.mjs': damageScript })
site.space.write('holdfast.yml', configuration(site))
Object.assign(site.env, { TOOLS: faultyTools(), REPOSITORY: site.path('repository') })
const { NODE_COMPILE_CACHE } = process.env
if (NODE_COMPILE_CACHE !== undefined) site.env.NODE_COMPILE_CACHE = NODE_COMPILE_CACHE

let ran: ActRun | undefined
const run1 = (): ActRun => {
  if (ran === undefined) throw new Error('act did not run')
  return ran
}

/** Exit code, what was told and what stands in the summary of a step. */
function failureOf(id: string): {
  readonly exitCode?: string
  readonly errors: string
  readonly summary: string
} {
  const { results = '{}', 'exit-code': exitCode } = run1().outputs[`drills/${id}`] ?? {}
  const { errors = [] } = JSON.parse(results) as { errors?: { message: string }[] }
  const summary = run1()
    .summaries.filter(({ step: of }) => of === id)
    .map(({ text }) => text)
  return {
    ...(exitCode !== undefined && { exitCode }),
    errors: errors.map(({ message }) => message).join('\n'),
    summary: summary.join('\n'),
  }
}

await step('act runs the workflow, and it is red only where it should be', async () => {
  ran = await site.run('drills.yml')
  const { steps, jobs: ended } = ran
  assert.deepEqual(ended, { drills: 'failure' }, JSON.stringify(outcomeOf(ran)))
  const failed = Object.entries(steps).flatMap(([id, result]) => (result === 'failure' ? [id] : []))
  assert.deepEqual(failed, ['drills/object', 'drills/snapshot', 'drills/pool'], ran.log.slice(-4000))
})

await step('a good drill proves the backup, and its summary shows what was compared', async () => {
  const { summary, exitCode } = failureOf('good')
  assert.equal(exitCode, '0')
  assert.match(summary, /^### ✅ Restore drill\n/)
  assert.match(summary, /✅ \| \*\*good\*\* .* \| restore \| (\d+) of \1 passed/)
  assert.match(summary, /🧾 proof `proofs\/good\//)
  const checks = JSON.parse(run1().outputs['drills/good']?.checks ?? '[]') as {
    name: string
    found: string
  }[]
  assert.deepEqual(
    checks.map(({ name }) => name),
    ['snapshots', 'properties', 'scrub', 'files', 'freshness'],
  )
  assert.equal(checks.find(({ name }) => name === 'files')?.found, '1 files and their hash')
})

for (const [id, told, shown] of [
  [
    'object',
    /of damaged at local is not good: data\/damaged\/\S+ damaged or missing/,
    /damaged \| .*damaged/,
  ],
  [
    'snapshot',
    /of swapped at local is not good: snapshots failed: expected 1 snapshot guids, found different: tank\/swapped has \d+, not \d+/,
    /❌ \| swapped \| snapshots/,
  ],
  ['pool', /of good at local came to no verdict: pool: .*no_such_feature/, /good \| pool/],
] as const) {
  await step(`exit 5, and it says which: ${id}`, async () => {
    const { exitCode, errors, summary } = failureOf(id)
    assert.equal(exitCode, '5')
    assert.match(errors, told)
    assert.match(summary, /^### ❌ Restore drill: unverified\n/)
    assert.match(summary, shown)
  })
}

await step('nothing is left of the copies', async () => {
  assert.equal(run('zpool', 'list', '-H', '-o', 'name'), 'tank')
  assert.equal(get('holdfast.test:note', 'tank/good'), 'kept')
})

await site.remove()
