import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { workspace } from './workspace.ts'

/** Adoption at a directory, where files of others lie as readily. */
vi.setConfig({ testTimeout: 60_000 })

const old = new Date('2026-01-01T03:00:00Z')

test('adopts for the first of two jobs, leaves what runs lay claim to, and spares all while a manifest is damaged', async () => {
  const space = await workspace()
  writeFileSync(`${space.source}/file`, 'x')
  mkdirSync(space.repository, { recursive: true })
  const archive = execFileSync('tar', ['-czf', '-', '-C', space.source, '.'])
  for (const name of ['source-20260101030000.tgz', 'source-20260102030000.tgz']) {
    writeFileSync(`${space.repository}/${name}`, archive)
    utimesSync(`${space.repository}/${name}`, old, old)
  }
  const single =
    'package: single, levels: {0: otherwise}, object-name: "{basename}-{time:YYYYMMDDHHMMSS}.tgz", retention: {keep-last: 1}'
  const job = (name: string) =>
    `  ${name}: {source: {type: directory, path: ${space.source}}, to: [local], ${single}}\n`
  space.write(
    'holdfast.yml',
    `version: 1\ndestinations:\n  local: {type: filesystem, path: ${space.repository}}\nencryption: none\njobs:\n${job('one')}${job('two')}`,
  )
  const backup = await space.run(['backup', 'one', '--json'])
  expect(backup.json).toMatchObject({ status: 'success' })
  const listed = await space.run(['list', '--json'])
  expect(listed.json.results.map(({ job, id, adopted }) => [job, adopted ? id : 'own'])).toEqual([
    ['one', 'own'],
    ['one', 'source-20260101030000.tgz'],
    ['one', 'source-20260102030000.tgz'],
  ])
  const claim = space.path('repository', 'data', 'one', '20260102T030000Z-L0-aaaaaa', '~outside')
  mkdirSync(claim, { recursive: true })
  writeFileSync(`${claim}/source-20260102030000.tgz`, 'source-20260102030000.tgz\n')
  const [manifest = ''] = space.keysUnder('manifests/')
  const whole = readFileSync(space.path('repository', manifest), 'utf8')
  writeFileSync(space.path('repository', manifest), whole.slice(0, -20))
  const damaged = await space.run(['cleanup', '--dry-run', '--json'])
  expect(damaged.json.results.flatMap(({ deleted }) => deleted)).toEqual([])
  writeFileSync(space.path('repository', manifest), whole)
  const cleanup = await space.run(['cleanup', '--yes', '--json'])
  expect(
    cleanup.json.results.flatMap(({ job, deleted }) => deleted.map(({ id }: { id: string }) => [job, id])),
  ).toEqual([['one', 'source-20260101030000.tgz']])
  expect(space.keysUnder('source-')).toContain('source-20260102030000.tgz')
})

test('a template that needs a variable which is not set adopts nothing, and says so', async () => {
  const space = await workspace()
  writeFileSync(`${space.source}/file`, 'x')
  space.configure({
    source: ['type: directory', `path: "\${PLACE}"`],
    encryption: ['none'],
    job: [
      'package: single',
      'levels: {0: otherwise}',
      'object-name: "{basename}-{time:YYYYMMDDHHMMSS}.tgz"',
      'retention: {keep-last: 1}',
    ],
  })
  await space.run(['backup', '--quiet'], { env: { PLACE: space.source } })
  writeFileSync(`${space.repository}/source-20260101030000.tgz`, 'x')
  const cleanup = await space.run(['cleanup', '--yes'])
  expect([cleanup.exitCode, cleanup.stderr.includes('not-adopted')]).toEqual([0, true])
  expect(space.keysUnder('source-')).toContain('source-20260101030000.tgz')
})
