import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { generateKeys } from '../../../src/commands/keygen.ts'
import { driverSchemas } from '../../../src/composition/drivers.ts'
import { loadConfig } from '../../../src/config/config.ts'
import { cli } from '../cli.ts'

/** What belongs to the move: the converted configuration and the examples. */
const examples = join(import.meta.dirname, '..', '..', '..', 'examples', 'azure-directory')
const connection =
  'DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=QUJD;EndpointSuffix=core.windows.net'
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-azure-files-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const load = (environment: Record<string, string>) =>
  loadConfig({ cwd: root, environment, drivers: driverSchemas })

/** What a job does, without the way in which it was written. */
function essence(environment: Record<string, string>) {
  const config = load(environment)
  const [name = ''] = config.jobNames
  const { source, to, package: kind, objectName, compression, levels, retention } = config.job(name)
  const { type, settings } = config.destination(to[0]?.name ?? '')
  return {
    name,
    source: { type: source.type, settings: source.settings },
    to,
    kind,
    objectName,
    compression,
    levels,
    retention,
    timezone: config.timezone,
    none: config.encryption().none,
    destination: { type, settings },
  }
}

test.each([
  [
    {
      RETENTION_PERIOD_DAYS: '14',
      AZURE_CONTAINER_NAME: 'nightly',
      BACKUP_DIRECTORY: '/srv/My $' + '{Data}',
      TZ: 'Europe/Berlin',
    },
  ],
  [{}],
])('init --from azure-directory writes what the environment means: %j', async (variables) => {
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'\n`)
  writeFileSync(join(root, '.env'), lines.join(''))
  const before = essence({ AZURE_STORAGE_CONNECTION_STRING: connection })
  const { exitCode, json } = await cli(['init', '--from', 'azure-directory', '--json'], { cwd: root })
  expect([exitCode, json.results[0].file]).toEqual([0, 'holdfast.yml'])
  const text = readFileSync(join(root, 'holdfast.yml'), 'utf8')
  expect(text).not.toContain('QUJD')
  // The variables of the old tool are not asked any more.
  writeFileSync(join(root, '.env'), '')
  expect(essence({ AZURE_STORAGE_CONNECTION_STRING: connection })).toEqual(before)
  const again = await cli(['init', '--from', 'azure-directory', '--json'], { cwd: root })
  expect(again.json.errors).toMatchObject([{ code: 'target-unwritable' }])
})

test('a mounted secret stays where it is', async () => {
  writeFileSync(join(root, 'secret'), connection)
  const env = { AZURE_STORAGE_CONNECTION_STRING_FILE: join(root, 'secret') }
  await cli(['init', '--from', 'azure-directory'], { cwd: root, env })
  expect(readFileSync(join(root, 'holdfast.yml'), 'utf8')).toContain(`\${file:${root}/secret}`)
  expect(essence({}).destination.settings).toMatchObject({ container: 'backup' })
})

test('a number of days that is none is refused', async () => {
  const env = { RETENTION_PERIOD_DAYS: 'many' }
  const { json } = await cli(['init', '--from', 'azure-directory', '--json'], { cwd: root, env })
  expect(json.errors).toMatchObject([{ code: 'config-invalid', message: expect.stringContaining('many') }])
  const unknown = await cli(['init', '--from', 'floppy', '--json'], { cwd: root })
  expect(unknown.exitCode).toBe(2)
})

test('the example works as it stands', async () => {
  cpSync(examples, root, { recursive: true })
  expect(readdirSync(root).sort()).toEqual(['.env.example', 'compose.yml', 'crontab', 'holdfast.yml'])
  const env = parseEnv(readFileSync(join(root, '.env.example'), 'utf8')) as Record<string, string>
  expect(Object.keys(env).sort()).toEqual([
    'AZURE_CONTAINER_NAME',
    'AZURE_STORAGE_CONNECTION_STRING',
    'RETENTION_PERIOD_DAYS',
  ])
  const { recipient } = await generateKeys(join(root, 'keys'), new Date())
  const config = load({ ...env, HOLDFAST_RECIPIENT: recipient })
  config.prepare({ jobs: ['data'], parts: ['source', 'destinations', 'encryption'] })
  expect(config.job('data').levels).toHaveLength(2)
  rmSync(join(root, 'holdfast.yml'))
  expect(load(env).job('backup').source.settings).toMatchObject({ path: '/backup' })
  const compose = parse(readFileSync(join(root, 'compose.yml'), 'utf8'))
  const { backup } = compose.services
  expect(backup).toMatchObject({ image: 'holdfast', env_file: '.env' })
  const mounted = backup.volumes.map((volume: string) => volume.split(':')[1])
  expect(mounted).toEqual(['/backup', '/var/lib/holdfast'])
  const dockerfile = readFileSync(join(examples, '..', '..', 'Dockerfile'), 'utf8')
  for (const place of mounted) expect(dockerfile).toContain(place)
  const [line = ''] = readFileSync(join(root, 'crontab'), 'utf8')
    .split('\n')
    .filter((each) => /^\d/.test(each))
  expect(line).toMatch(/^(?:\S+\s+){5}root\s+.*docker compose run --rm/)
  mkdirSync(join(root, 'data'))
})
