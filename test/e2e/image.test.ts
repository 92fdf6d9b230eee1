import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { BlobServiceClient } from '@azure/storage-blob'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readVersion } from '../../src/composition/version.ts'
import { type Azurite, startAzurite } from '../services/azurite.ts'
import { type Docker, makeBase, startDocker } from '../services/docker.ts'

/** The image, built and run without a registry: its base is made of this host's programs. */
const repository = join(import.meta.dirname, '..', '..')
const logLine = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} - (?:INFO|WARNING|ERROR) - \S/

let root: string
let docker: Docker
let azurite: Azurite

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-image-'))
  chmodSync(root, 0o755)
  mkdirSync(join(root, 'data', 'photos'), { recursive: true })
  writeFileSync(join(root, 'data', 'photos', 'cat.txt'), 'cat\n')
  azurite = await startAzurite()
  docker = await startDocker()
  makeBase(join(root, 'base'))
  await docker.importImage(join(root, 'base'), 'holdfast-base:24')
  const context = join(root, 'context')
  for (const part of [
    'Dockerfile',
    '.dockerignore',
    'bin',
    'docker',
    'docs/errors.md',
    'package.json',
    'LICENSE',
  ]) {
    mkdirSync(dirname(join(context, part)), { recursive: true })
    cpSync(join(repository, part), join(context, part), { recursive: true })
  }
  cpSync(process.env.HOLDFAST_TEST_DIST || join(repository, 'dist'), join(context, 'dist'), {
    recursive: true,
  })
  const build = [
    'build',
    '--network=none',
    '--build-arg',
    'NODE=holdfast-base:24',
    '--tag',
    'holdfast:test',
    context,
  ]
  const built = await docker.run(build)
  if (built.exitCode !== 0) throw new Error(`the image was not built: ${built.stdout}${built.stderr}`)
}, 240_000)
afterAll(async () => {
  await docker.stop()
  await azurite.stop()
  rmSync(root, { recursive: true, force: true })
}, 60_000)

const container = (variables: Readonly<Record<string, string>>, ...args: readonly string[]) => [
  ...['run', '--rm', '--network=host', '--volume', `${join(root, 'data')}:/backup:ro`],
  ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ...args,
]

async function blobs(): Promise<string[]> {
  const names: string[] = []
  const client = BlobServiceClient.fromConnectionString(azurite.connectionString).getContainerClient('backup')
  for await (const { name } of client.listBlobsFlat()) names.push(name)
  return names
}

test('backs up and then cleans up, as nobody in particular, in lines of a log', {
  timeout: 60_000,
}, async () => {
  const variables = { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString }
  const { exitCode, stdout, stderr } = await docker.run(container(variables, 'holdfast:test'))
  expect(`${stdout}${stderr}`).toMatch(/INFO - .*backup success/)
  expect(exitCode).toBe(0)
  for (const line of `${stdout}${stderr}`.split('\n').filter(Boolean)) expect(line).toMatch(logLine)
  expect(stdout).toMatch(/INFO - backup at azure: deleted 0, kept 1/)
  expect((await blobs()).filter((name) => /^backup_\d{14}\.tgz$/.test(name))).toHaveLength(1)
  const who = await docker.run(container({}, '--entrypoint', 'id', 'holdfast:test', '-u'))
  expect(who.stdout.trim()).toBe('10001')
})

test('does whatever else `holdfast` can', { timeout: 60_000 }, async () => {
  const version = await docker.run(container({}, 'holdfast:test', 'holdfast', '--version'))
  expect(version.stdout.trim()).toContain(readVersion())
  const variables = { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString }
  const list = await docker.run(container(variables, 'holdfast:test', 'holdfast', 'list', '--json'))
  expect(JSON.parse(list.stdout)).toMatchObject({ status: 'success', results: [{ job: 'backup' }] })
})

test('names what is missing, and does not clean up after a backup that failed', {
  timeout: 60_000,
}, async () => {
  const { exitCode, stdout, stderr } = await docker.run(container({ BACKUP_DIRECTORY: '' }, 'holdfast:test'))
  expect(exitCode).toBe(2)
  expect(stderr).toContain('AZURE_STORAGE_CONNECTION_STRING is not set')
  expect(stderr).toContain('BACKUP_DIRECTORY is not set')
  expect(`${stdout}${stderr}`).not.toContain('deleted')
})

test('stops when it is told to', { timeout: 60_000 }, async () => {
  // Nobody listens there: it would wait for a quarter of an hour.
  const nowhere = azurite.connectionString.replace(/:\d+\/devstore/, ':9/devstore')
  const variables = { AZURE_STORAGE_CONNECTION_STRING: nowhere }
  const running = docker.start(container(variables, '--name', 'waiting', 'holdfast:test'))
  const output = text(running.stderr as NodeJS.ReadableStream)
  const ended = once(running, 'exit')
  for (;;) {
    const { stdout } = await docker.run(['top', 'waiting', '-o', 'pid,args'])
    if (stdout.includes('holdfast.cjs backup') || stdout.includes('holdfast backup')) break
    await pause(200)
  }
  await pause(2000)
  const started = performance.now()
  await docker.run(['stop', '--time', '30', 'waiting'])
  expect((await ended)[0]).toBe(143)
  expect(performance.now() - started).toBeLessThan(15_000)
  expect(await output).toContain('[terminated]')
})
