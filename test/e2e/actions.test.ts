import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { generateKeys } from '../../src/commands/keygen.ts'
import { type ActWorkspace, actWorkspace, type RunningAct, runAct } from '../services/act.ts'
import { startCacheServer } from '../services/cache-server.ts'

const config = `version: 1
destinations:
  local: { type: filesystem, path: "\${PLACE}" }
encryption:
  recipients: ["\${RECIPIENT}"]
  identity: \${HOLDFAST_IDENTITY:-}
  state-identity: \${HOLDFAST_STATE_IDENTITY:-}
defaults: { to: [local], retention: { keep-last: 1, require-proofs: 1 } }
jobs:
  home: { source: { type: directory, path: "\${SOURCE}" } }
  slow: { source: { type: command, run: [sh, -c, "touch \${PLACE}.started; sleep 60"], media-type: text/plain } }
`

const step = (action: string, lines: readonly string[] = []) =>
  [`      - uses: OWNER/holdfast${action}@v1`, ...lines.map((line) => `        ${line}`)].join('\n')

const environment = [
  'env:',
  '  PLACE: ${{ vars.PLACE }}',
  '  SOURCE: ${{ vars.SOURCE }}',
  '  RECIPIENT: ${{ vars.RECIPIENT }}',
  '  HOLDFAST_IDENTITY: ${{ secrets.HOLDFAST_IDENTITY }}',
  '  HOLDFAST_STATE_IDENTITY: ${{ secrets.HOLDFAST_STATE_IDENTITY }}',
]

const workflow = (steps: readonly string[], runner = 'ubuntu-latest') => `on:
  push:
  workflow_dispatch:
    inputs:
      level: { type: string }
jobs:
  it:
    runs-on: ${runner}
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
${steps.join('\n')}
`

const path = '.github/workflows/it.yml'

let space: ActWorkspace
let place: string
let source: string
const secrets: Record<string, string> = {}
const vars: Record<string, string> = {}

async function prepare(steps: readonly string[], runner?: string): Promise<void> {
  space = actWorkspace({ 'holdfast.yml': config, [path]: workflow(steps, runner) })
  const keys = await generateKeys(join(space.root, 'keys'), new Date())
  place = join(space.root, 'place')
  source = join(space.root, 'source')
  mkdirSync(source)
  writeFileSync(join(source, 'letter.txt'), 'dear diary\n'.repeat(1000))
  secrets.HOLDFAST_IDENTITY = readFileSync(join(space.root, 'keys', 'identity.txt'), 'utf8')
  secrets.HOLDFAST_STATE_IDENTITY = readFileSync(join(space.root, 'keys', 'state-identity.txt'), 'utf8')
  Object.assign(vars, { PLACE: place, SOURCE: source, RECIPIENT: keys.recipient })
}

const run = (more: object = {}) => space.run({ workflow: path, secrets, vars, ...more })

afterEach(() => space?.remove())

async function logged(act: RunningAct, isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !isSo(); tries += 1) await sleep(50)
  if (!isSo()) throw new Error(`act did not come so far:\n${act.log()}`)
}

describe('the actions under a runner', () => {
  it('back up, drill, clean up and restore, each with outputs and a summary', async () => {
    const restored = '${{ vars.PLACE }}-restored'
    await prepare(
      [
        step('/actions/backup', ['id: first', 'with: { jobs: home, level: "0", tag: "" }', ...environment]),
        step('/actions/backup', ['id: second', 'with: { jobs: home, level: "0" }', ...environment]),
        step('/actions/restore-verify', ['id: drill', 'with: { jobs: home }', ...environment]),
        step('/actions/cleanup', ['id: clean', 'with: { jobs: home }', ...environment]),
        step('/actions/restore', ['id: back', `with: { jobs: home, to: "${restored}" }`, ...environment]),
        '      - run: test "${{ steps.drill.outputs.id }}" = "${{ steps.second.outputs.id }}"',
      ],
      '[self-hosted, db-1]',
    )
    const result = await run()
    expect(result.annotations).toEqual([])
    expect(result.exitCode).toBe(0)
    const { outputs } = result
    const first = outputs['it/first']?.id
    expect(outputs['it/clean']).toMatchObject({ deleted: '1', kept: '1', status: 'success' })
    expect(readdirSync(join(place, 'manifests', 'home'))).toEqual([`${outputs['it/second']?.id}.json`])
    expect(outputs['it/drill']?.proof).toMatch(/^proofs\/home\//)
    expect(Number(outputs['it/back']?.['restored-bytes'])).toBeGreaterThan(10_000)
    expect(readFileSync(`${place}-restored/letter.txt`, 'utf8')).toContain('dear diary')
    expect(result.summaries.map(({ step: id, text }) => [id, text.split('\n')[0]])).toEqual([
      ['first', '### ✅ Backup'],
      ['second', '### ✅ Backup'],
      ['drill', '### ✅ Restore drill'],
      ['clean', '### ✅ Cleanup'],
      ['back', '### ✅ Restore'],
    ])
    expect(result.summaries[3]?.text).toContain(`deleted | \`${first}\``)
    // Every step has its post, and nothing stays behind.
    for (const id of ['first', 'second', 'drill', 'clean', 'back'])
      expect(result.steps[`it/${id}/post`]).toBe('success')
    expect(result.log).not.toMatch(/AGE-SECRET-KEY-1/)
  })

  it('take the empty inputs of a dispatch as defaults, and what is chosen there', async () => {
    await prepare([
      step('/actions/backup', [
        'id: b',
        'with: { jobs: home, level: "${{ inputs.level }}", tag: "${{ inputs.tag }}", force: "${{ inputs.force }}" }',
        ...environment,
      ]),
    ])
    const plain = await run({ event: 'workflow_dispatch' })
    const chosen = await run({ event: 'workflow_dispatch', inputs: { level: '0' } })
    expect([plain.exitCode, chosen.exitCode]).toEqual([0, 0])
    const level = (act: typeof plain) => JSON.parse(act.outputs['it/b']?.results ?? '').results[0].level
    expect([level(plain), level(chosen)]).toEqual([0, 0])
  })

  it('work without checkout and configuration, and check what they wrote', async () => {
    const root = mkdtempSync(join(tmpdir(), 'holdfast-minimal-'))
    const keys = await generateKeys(join(root, 'keys'), new Date())
    mkdirSync(join(root, 'source'))
    const result = await runAct({
      workflow: path,
      vars: { PLACE: join(root, 'place'), SOURCE: join(root, 'source'), RECIPIENT: keys.recipient },
      files: {
        [path]: `on: push
permissions: {}
jobs:
  it:
    runs-on: [self-hosted, db-1]
    steps:
${step('', [
  'id: b',
  'with:',
  '  source: |',
  '    home=${{ vars.SOURCE }}',
  '  destination: ${{ vars.PLACE }}',
  '  recipients: ${{ vars.RECIPIENT }}',
])}
`,
      },
    })
    rmSync(root, { recursive: true })
    expect(result.exitCode).toBe(0)
    expect(result.summaries[0]?.text).toContain('### ✅ Verification')
    expect(JSON.parse(result.outputs['it/b']?.results ?? '').results).toMatchObject([
      { command: 'backup', job: 'home' },
      { command: 'verify', result: 'passed', depth: 'checksum' },
    ])
  })

  it('tell of a failure in an annotation, the summary and the outputs', async () => {
    await prepare([
      step('/actions/backup', ['id: b', 'with: { jobs: home }', ...environment]),
      '      - if: always()\n        run: echo "after ${{ steps.b.outputs.status }} ${{ steps.b.outputs.exit-code }}"',
    ])
    rmSync(source, { recursive: true })
    const result = await run()
    expect(result).toMatchObject({ exitCode: 1, jobs: { it: 'failure' } })
    expect(result.annotations).toHaveLength(1)
    expect(result.annotations[0]).toMatchObject({
      level: 'error',
      title: expect.stringMatching(/^Holdfast: source-/),
    })
    expect(result.summaries[0]?.text).toMatch(/^### ❌ Backup: failed\n\n- ❌ /)
    expect(result.outputs['it/b']).toMatchObject({ status: 'failed', 'exit-code': '1', ids: '[]' })
    expect(result.log).toContain('after failed 1')
  })

  it('give back their lease when the run is cancelled', async () => {
    await prepare([step('/actions/backup', ['id: b', 'with: { jobs: slow }', ...environment])])
    const act = space.start({ workflow: path, secrets, vars })
    const lease = join(place, 'leases', 'job~slow.json')
    await logged(act, () => readdirSync(space.root).includes('place.started'))
    expect(JSON.parse(readFileSync(lease, 'utf8')).state).toBe('held')
    act.cancel()
    const result = await act.ended
    expect(result.exitCode).not.toBe(0)
    expect(result.steps['it/b/post']).toBe('success')
    expect(JSON.parse(readFileSync(lease, 'utf8')).state).toBe('free')
  })

  it('put holdfast on the PATH', async () => {
    await prepare([
      step('/actions/setup', ['id: setup']),
      '      - run: holdfast --version && holdfast keygen --out keys && ls keys',
    ])
    // act fetches every action that is named, whether it is used or not.
    const stand = join(space.root, 'setup-node')
    mkdirSync(stand)
    writeFileSync(
      join(stand, 'action.yml'),
      'name: none\ndescription: none\nruns: { using: composite, steps: [] }\n',
    )
    const result = await run({ localRepository: { 'actions/setup-node@v6': stand } })
    expect(result.exitCode).toBe(0)
    expect(result.log).toContain('backup-signing.key')
    expect(result.outputs['it/setup']?.version).toMatch(/^\d+\.\d+\.\d+$/)
  })
})

describe('cache: true', () => {
  const backup = step('/actions/backup', ['id: b', 'with: { jobs: home, cache: true }', ...environment])
  const resultOf = (act: { outputs: Readonly<Record<string, Readonly<Record<string, string>>>> }) =>
    JSON.parse(act.outputs['it/b']?.results ?? '')

  /** Runs as on a runner that starts empty, of which the store has lost the state. */
  const fresh = (id: number, more: object = {}) => {
    rmSync(join(place, 'state'), { recursive: true, force: true })
    const env = { GITHUB_RUN_ID: String(id), HOLDFAST_STATE_DIR: join(space.root, `state-${id}`) }
    return run({ env, ...more })
  }

  it('keeps what an increment needs between runners, in the service of old and new', async () => {
    await prepare([backup])
    const server = await startCacheServer()
    const newer = {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: server.url,
      ACTIONS_RUNTIME_TOKEN: 'some-long-runtime-token',
    }
    const first = await fresh(1)
    expect(resultOf(first).results).toMatchObject([{ level: 0 }])
    expect(resultOf(await fresh(2)).results).toMatchObject([{ level: 1 }])
    // Another service, which knows nothing yet: the state is gone, so this is a full one, and says so.
    const other = (id: number) =>
      run({
        args: ['--no-cache-server'],
        env: { ...newer, GITHUB_RUN_ID: String(id), HOLDFAST_STATE_DIR: join(space.root, `state-${id}`) },
      })
    rmSync(join(place, 'state'), { recursive: true })
    const unknown = await other(3)
    expect(resultOf(unknown)).toMatchObject({ results: [{ level: 0 }], warnings: [{ code: 'full-instead' }] })
    rmSync(join(place, 'state'), { recursive: true })
    expect(resultOf(await other(4)).results).toMatchObject([{ level: 1 }])
    expect(server.keys()).toEqual([
      expect.stringMatching(/^holdfast-state-v1-[0-9a-f]{12}-3-1$/),
      expect.stringMatching(/^holdfast-state-v1-[0-9a-f]{12}-4-1$/),
    ])
    await server.stop()
  })
})
