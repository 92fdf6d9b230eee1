import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CliResult } from './cli.ts'
import { waitForFile } from './wait-for.ts'
import { keysUnder, workspace } from './workspace.ts'

const passphrase = 'correct horse battery staple 4711'

function secretIn(file: string): string {
  const line = file.split('\n').find((text) => text !== '' && !text.startsWith('#'))
  if (line === undefined) throw new Error('no key in this file')
  return line
}

test('no secret is in any output, in the process list, or in the repository', {
  timeout: 120_000,
}, async () => {
  const space = await workspace()
  const secrets = {
    IDENTITY: secretIn(space.read('keys/identity.txt')),
    SIGNING: secretIn(space.read('keys/backup-signing.key')),
    PASSPHRASE: passphrase,
  }
  const slow = `env > ${space.path('environment')}; echo data; touch ${space.path('started')}; while [ ! -e ${space.path('go')} ]; do sleep 0.1; done`
  space.configure({
    top: ['signing:', '  key: $' + '{SIGNING}'],
    encryption: [
      `recipients: [${space.keys.recipient}]`,
      'passphrase: $' + '{PASSPHRASE}',
      'identity: $' + '{IDENTITY}',
    ],
    source: ['type: command', `run: [sh, -c, "${slow}"]`],
    job: ['hooks:', '  after: [sh, -c, "env >> environment"]'],
  })
  const env = secrets
  const outputs: CliResult[] = []
  const running = space.start(['backup', '--verbose'], { env })
  await waitForFile(space.path('started'))
  const processes = execFileSync('ps', ['-eww', '-o', 'args'], { encoding: 'utf8' })
  space.write('go', '')
  outputs.push(await running.ended)
  expect(outputs[0]?.exitCode).toBe(0)
  for (const args of [
    ['backup', '--json'],
    ['backup', '--events'],
    ['list', '--json'],
    ['show', 'tree', '--json'],
    ['verify', '--verbose'],
    ['verify', '--depth', 'contents', '--json'],
    ['drill', '--verbose'],
    ['restore', 'tree', '--to', space.path('out'), '--yes', '--verbose'],
    ['restore', 'nothing', '--to', space.path('out'), '--yes', '--verbose'],
    ['cleanup', '--json'],
  ])
    outputs.push(await space.run(args, { env }))
  const said = outputs.map(({ stdout, stderr }) => `${stdout}\n${stderr}`).join('\n')
  const stored = keysUnder(space.repository, '').map((key) =>
    readFileSync(space.path('repository', key), 'latin1'),
  )
  const payloads = stored.flatMap((text) => {
    const payload = /"payload":\s*"([^"]+)"/.exec(text)?.[1]
    return payload === undefined ? [] : [Buffer.from(payload, 'base64').toString('latin1')]
  })
  const places = {
    said,
    processes,
    stored: [...stored, ...payloads].join('\n'),
    environment: space.read('environment'),
  }
  for (const [place, text] of Object.entries(places)) {
    expect(text.length, place).toBeGreaterThan(100)
    for (const [name, secret] of Object.entries(secrets))
      expect(text.includes(secret), `${name} in ${place}`).toBe(false)
  }
})

test('--json is one document, and --events are lines, whatever happens', { timeout: 60_000 }, async () => {
  const space = await workspace()
  writeFileSync(space.path('source/a'), 'content')
  for (const args of [
    ['backup'],
    ['list'],
    ['status'],
    ['verify'],
    ['restore', 'tree', '--to', space.path('out')],
    ['drill'],
    ['cleanup', 'nope'],
  ]) {
    const { json, stderr, exitCode } = await space.run([...args, '--json'])
    expect(json.exitCode).toBe(exitCode)
    expect(Object.keys(json).sort()).toEqual([
      'command',
      'errors',
      'exitCode',
      'results',
      'status',
      'warnings',
    ])
    expect(json.command).toBe(args[0])
    expect(stderr).toBe('')
  }
  const events = await space.run(['backup', '--events'])
  const lines = events.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string })
  expect(events.exitCode).toBe(0)
  expect(lines.map(({ type }) => type)).toEqual(expect.arrayContaining(['job-started', 'job-finished']))
  const failed = await space.run(['verify', 'nope', '--events'])
  expect(failed.exitCode).toBe(1)
  expect(failed.stderr).toContain('there is no backup of nope')
  for (const line of failed.stdout.split('\n').filter((text) => text !== ''))
    expect(JSON.parse(line)).toBeTypeOf('object')
})

test('restore to standard output gives the data and nothing else', { timeout: 60_000 }, async () => {
  const space = await workspace()
  const data = randomBytes(3_000_000)
  writeFileSync(space.path('data'), data)
  space.configure({ source: ['type: command', `run: [cat, ${space.path('data')}]`] })
  expect((await space.run(['backup', '--quiet'])).exitCode).toBe(0)
  const ran = await space.run(['restore', 'tree', '--to', '-', '--identity', space.identity, '--yes'])
  expect(ran.exitCode).toBe(0)
  expect(ran.bytes.equals(data)).toBe(true)
  const failed = await space.run(['restore', 'tree', '--to', '-', '--yes'])
  expect(failed.exitCode).toBe(2)
  expect(failed.bytes).toHaveLength(0)
  expect(failed.stderr).toContain('--identity')
})
