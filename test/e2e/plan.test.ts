import { describe, expect, it } from 'vitest'
import { expectError } from './expect-error.ts'
import { type Workspace, workspace } from './workspace.ts'

function write(space: Workspace, jobs: readonly string[], destination = space.repository): void {
  const lines = jobs.map((line) => `  ${line}\n`).join('')
  space.write(
    'holdfast.yml',
    `version: 1
destinations:
  local: {type: filesystem, path: ${destination}}
  bucket: {type: s3, bucket: acme, access-key-id: "\${ABSENT_ID}", secret-access-key: "\${ABSENT_KEY}"}
encryption: {recipients: [${space.keys.recipient}], identity: "\${ABSENT_IDENTITY}"}
defaults: {to: [local], every: 24h, source: {type: directory, path: ${space.source}}}
jobs:
${lines}`,
  )
}

const fleet = [
  'home: {runner: [self-hosted, db-1], environment: prod-db-1, to: [bucket]}',
  'logs: {runner: [db-1, self-hosted], environment: prod-db-1}',
  'web: {runner: web-1}',
]

const legs = [
  { name: 'prod-db-1', runner: ['self-hosted', 'db-1'], environment: 'prod-db-1', jobs: 'home,logs' },
  { name: 'web-1', runner: ['web-1'], environment: '', jobs: 'web' },
]

describe('holdfast plan', () => {
  it('says what runs where, with none of the variables set', async () => {
    const space = await workspace()
    write(space, fleet)
    const ran = await space.run(['plan', '--json'])
    expect({ exitCode: ran.exitCode, results: ran.json.results }).toEqual({ exitCode: 0, results: legs })
    const shown = await space.run(['plan'])
    expect(shown.stdout).toMatch(/prod-db-1 +self-hosted, db-1 +prod-db-1 +home, logs\n/)
    expect(shown.stdout).toContain('2 legs')
  })

  it('prints what GitHub takes as outputs', async () => {
    const space = await workspace()
    write(space, fleet)
    const { stdout } = await space.run(['plan', '--for', 'github'])
    const [matrix = '', count, end] = stdout.split('\n')
    expect(JSON.parse(matrix.replace(/^matrix=/, ''))).toEqual({ include: legs })
    expect([count, end]).toEqual(['count=2', ''])
  })

  it('takes only the jobs that are named', async () => {
    const space = await workspace()
    write(space, fleet)
    const { json } = await space.run(['plan', 'logs', '--json'])
    expect(json.results).toEqual([{ ...legs[0], runner: ['db-1', 'self-hosted'], jobs: 'logs' }])
  })

  it('refuses jobs without a runner, all of them at once', async () => {
    const space = await workspace()
    write(space, ['a: {}', 'b: {runner: x}', 'c: {}'])
    const { message, hint } = expectError(await space.run(['plan', '--json']), 2, 'config-invalid')
    expect(message).toBe('jobs a, c have no runner, so there is nowhere to run')
    expect(hint).toContain('runner:')
  })

  it('makes parts of more legs than GitHub takes', async () => {
    const space = await workspace()
    write(
      space,
      Array.from({ length: 300 }, (_, index) => `j${index}: {runner: host-${index}}`),
    )
    const whole = await space.run(['plan', '--json'])
    expect(whole.json.results).toHaveLength(300)
    const error = expectError(await space.run(['plan', '--for', 'github', '--json']), 2, 'usage')
    expect(error.hint).toContain('--part 1 to --part 2')
    const sizes = []
    for (const part of ['1', '2', '3']) {
      const { json } = await space.run(['plan', '--for', 'github', '--part', part, '--json'])
      sizes.push([json.results.length, json.results[0]?.jobs])
    }
    expect(sizes).toEqual([
      [256, 'j0'],
      [44, 'j256'],
      [0, undefined],
    ])
    const empty = await space.run(['plan', '--for', 'github', '--part', '3'])
    expect(empty.stdout).toBe('matrix={"include":[]}\ncount=0\n')
    expectError(await space.run(['plan', '--part', '0', '--json']), 2, 'usage')
  })

  it('leaves out with --due what ran lately, and plans what it cannot judge', async () => {
    const space = await workspace()
    write(space, ['old: {runner: x}', 'new: {runner: x}', 'always: {runner: y, every: 24h}'])
    expect((await space.run(['backup', 'new'])).exitCode).toBe(0)
    const due = await space.run(['plan', '--due', '--json'])
    expect(due.json.results.map(({ jobs }) => jobs)).toEqual(['old', 'always'])
    const later = { env: { HOLDFAST_NOW: new Date(Date.now() + 86_400_000).toISOString() } }
    const tomorrow = await space.run(['plan', '--due', '--json'], later)
    expect(tomorrow.json.results.map(({ jobs }) => jobs)).toEqual(['old,new', 'always'])
    space.write('repository/holdfast.json', 'damaged')
    const unknown = await space.run(['plan', '--due', '--events'])
    expect(unknown.stdout).toContain('"code":"due-unknown"')
    expect(unknown.exitCode).toBe(0)
  })

  it('needs the variables of the destinations with --due, and says which', async () => {
    const space = await workspace()
    write(space, fleet)
    const ran = await space.run(['plan', '--due', '--json'])
    expect(ran.json.errors[0]?.context?.variables).toEqual(['ABSENT_ID', 'ABSENT_KEY'])
  })
})
