import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Azurite, ageBlobs, startAzurite } from '../../services/azurite.ts'
import { type CliResult, cli } from '../cli.ts'

/** Predecessor 1, its checklist acted out against Azurite, from the environment alone. */
const day = 86_400_000
const logLine = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} - (?:INFO|WARNING|ERROR) - \S/

// Each case starts the command line several times.
vi.setConfig({ testTimeout: 90_000 })

let azurite: Azurite
let root: string
let data: string
let container: ContainerClient

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-azure-directory-'))
  data = join(root, 'My Data')
  mkdirSync(join(data, 'photos'), { recursive: true })
  mkdirSync(join(root, 'tmp'))
  for (let at = 0; at < 40; at++)
    writeFileSync(join(data, 'photos', `${at}.jpg`), `picture ${at} `.repeat(500))
  writeFileSync(join(data, 'notes.txt'), 'notes\n')
  azurite = await startAzurite({ directory: join(root, 'azurite') })
  await seedAndAge()
})
afterAll(async () => {
  await azurite.stop()
  rmSync(root, { recursive: true, force: true })
})

function connect(): void {
  container = BlobServiceClient.fromConnectionString(azurite.connectionString).getContainerClient('nightly')
}

const before = (days: number) => new Date(Date.now() - days * day)

/** The name that the old tool would have given a backup of that day. */
function nameOf(date: Date): string {
  return `My Data_${date.toISOString().replaceAll(/[-:T]|\..*/g, '')}.tgz`
}

const legacy = [before(40), before(31), before(10)]
const foreign = [
  'Other_20200101000000.tgz',
  'My Data_20200101.tgz',
  'My Data_20200101000000.tgz.bak',
  'notes.txt',
]

/** What the old tool left: archives whose members lie below the directory's own name. */
async function seedAndAge(): Promise<void> {
  connect()
  await container.create()
  const archive = execFileSync('tar', ['-czf', '-', '-C', root, 'My Data'], { maxBuffer: 2 ** 26 })
  for (const name of [...legacy.map(nameOf), ...foreign]) {
    await container.getBlockBlobClient(name).upload(archive, archive.length)
  }
  await azurite.end()
  const ages = new Map([
    ...legacy.map((date) => [nameOf(date), date] as const),
    ...foreign.map((name) => [name, before(900)] as const),
  ])
  await ageBlobs(join(root, 'azurite'), (name) => ages.get(name))
  azurite = await startAzurite({ directory: join(root, 'azurite') })
  connect()
}

function environment(more: Readonly<Record<string, string | undefined>> = {}) {
  return {
    TMPDIR: join(root, 'tmp'),
    AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
    AZURE_CONTAINER_NAME: 'nightly',
    BACKUP_DIRECTORY: data,
    ...more,
  }
}

function run(
  args: readonly string[],
  more: Readonly<Record<string, string | undefined>> = {},
): Promise<CliResult> {
  return cli(args, { cwd: root, env: environment(more) })
}

async function blobs(): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of container.listBlobsFlat()) names.push(name)
  return names
}

const archives = async () => (await blobs()).filter((name) => /^My(?: |%20)Data_\d{14}\.tgz$/.test(name))

test('names every variable that is missing or empty, in one error', async () => {
  const { exitCode, stderr } = await run(['backup'], {
    AZURE_STORAGE_CONNECTION_STRING: undefined,
    AZURE_CONTAINER_NAME: '',
    BACKUP_DIRECTORY: '',
  })
  expect(exitCode).toBe(2)
  for (const name of ['AZURE_STORAGE_CONNECTION_STRING', 'AZURE_CONTAINER_NAME', 'BACKUP_DIRECTORY']) {
    expect(stderr).toContain(`${name} is not set`)
  }
})

test('lists what the old tool left before anything else is there, and says what cleanup waits for', async () => {
  const { json } = await run(['list', '--json'])
  expect(json.results.map(({ id, adopted, proven }) => [id, adopted, proven])).toEqual(
    legacy.map((date) => [nameOf(date), true, false]),
  )
  const cleanup = await run(['cleanup', '--yes', '--json'])
  expect(cleanup.json.errors).toMatchObject([{ code: 'repository-missing' }])
  expect(await archives()).toHaveLength(3)
})

test('backs up to one .tgz of gzip level 9 without a temporary file, in lines of a log', async () => {
  const { exitCode, stdout, stderr } = await run(['backup'])
  expect(exitCode).toBe(0)
  const lines = `${stdout}${stderr}`.split('\n').filter(Boolean)
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(line).toMatch(logLine)
  expect(stderr).not.toContain('azure:')
  const made = (await archives()).filter((name) => !legacy.map(nameOf).includes(name))
  expect(made).toHaveLength(1)
  const archive = await container.getBlobClient(made[0] ?? '').downloadToBuffer()
  // The header's XFL: 2 stands for the slowest and best compression.
  expect([...archive.subarray(0, 3), archive[8]]).toEqual([0x1f, 0x8b, 8, 2])
  const target = join(root, 'by hand')
  mkdirSync(target)
  execFileSync('tar', ['-xzf', '-', '-C', target], { input: archive })
  expect(readFileSync(join(target, 'notes.txt'), 'utf8')).toBe('notes\n')
  expect(readdirSync(join(target, 'photos'))).toHaveLength(40)
  expect(readdirSync(join(root, 'tmp'))).toEqual([])
})

test('makes the container, and does not mind that it is there', async () => {
  const twice = { AZURE_CONTAINER_NAME: 'made-by-backup' }
  for (const expected of [1, 2]) {
    expect((await run(['backup', '--json'], twice)).json).toMatchObject({ status: 'success' })
    expect((await run(['list', '--json'], twice)).json.results).toHaveLength(expected)
  }
})

test('draws a bar for the archive and one for the upload on a terminal', async () => {
  const large = join(root, 'large')
  mkdirSync(large)
  for (let at = 0; at < 24; at++) {
    const piece = execFileSync('head', ['-c', '2000000', '/dev/urandom'], { maxBuffer: 2 ** 22 })
    writeFileSync(join(large, `${at}.bin`), piece)
  }
  const bin = join(import.meta.dirname, '..', '..', '..', 'bin', 'holdfast.cjs')
  const screen = execFileSync(
    'script',
    ['-qefc', `stty cols 120; '${process.execPath}' '${bin}' backup`, '/dev/null'],
    {
      cwd: root,
      maxBuffer: 2 ** 24,
      env: {
        ...environment({ BACKUP_DIRECTORY: large, AZURE_CONTAINER_NAME: 'bars' }),
        PATH: process.env.PATH,
        HOME: root,
        TERM: 'xterm',
        HOLDFAST_DEV: '1',
        HOLDFAST_STATE_DIR: join(root, 'state'),
        NODE_NO_WARNINGS: '1',
      },
    },
  ).toString()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the looks of a terminal are what is taken away
  const frames = screen.replaceAll(/\u001b\[[0-9;]*m/g, '').split(/\u001b\[\d+A\r\u001b\[J/)
  expect(frames.some((frame) => /large tree read /.test(frame) && /large tree upload /.test(frame))).toBe(
    true,
  )
  expect(screen).toMatch(/- INFO - .*tree upload: 4\d(?:\.\d)? MiB in/)
})

test('prunes by age what it did not write, and nothing that it does not know by its name', async () => {
  const rehearsal = await run(['cleanup', '--dry-run', '--json'])
  const doomed = legacy.slice(0, 2).map(nameOf)
  expect(rehearsal.json.results[0].deleted.map(({ id }: { id: string }) => id).sort()).toEqual(
    [...doomed].sort(),
  )
  expect(await archives()).toHaveLength(4)
  const { exitCode, stdout } = await run(['cleanup', '--yes'])
  expect(exitCode).toBe(0)
  for (const name of doomed)
    expect(stdout).toMatch(new RegExp(`INFO - - ${name} .*older than the newest.*not written by holdfast`))
  const left = await blobs()
  expect(left).not.toContain(doomed[0])
  expect(left).not.toContain(doomed[1])
  expect(left).toContain(nameOf(legacy[2] as Date))
  for (const name of foreign) expect(left).toContain(name)
  expect(await archives()).toHaveLength(2)
})

test('takes the days from RETENTION_PERIOD_DAYS, also from a .env file', async () => {
  writeFileSync(join(root, '.env'), 'RETENTION_PERIOD_DAYS=7\n')
  const { json } = await run(['cleanup', '--dry-run', '--json'])
  expect(json.results[0].deleted.map(({ id }: { id: string }) => id)).toEqual([nameOf(legacy[2] as Date)])
  rmSync(join(root, '.env'))
})

test('restores what it adopted as files, with a word of warning', async () => {
  const name = nameOf(legacy[2] as Date)
  const target = join(root, 'adopted')
  const { json } = await run(['restore', name, '--to', target, '--yes', '--json'])
  expect(json).toMatchObject({ status: 'success', results: [{ id: name, chain: [name] }] })
  expect(json.warnings).toMatchObject([{ code: 'adopted' }])
  // Its members lie below the name of the directory, as the old tool archived them.
  execFileSync('diff', ['-r', join(target, 'My Data'), data])
  const unknown = await run(['restore', foreign[0] ?? '', '--to', join(root, 'no'), '--yes', '--json'])
  expect(unknown.json.errors).toMatchObject([{ code: 'backup-not-found' }])
})

test('restores its own by job and by the name of the blob, and proves them and no others', async () => {
  for (const [what, place] of [
    ['my-data', 'by job'],
    [(await archives()).at(-1) ?? '', 'by name'],
  ] as const) {
    const { json } = await run(['restore', what, '--to', join(root, place), '--yes', '--json'])
    expect(json).toMatchObject({ status: 'success', warnings: [] })
    execFileSync('diff', ['-r', join(root, place), data])
  }
  expect((await run(['drill', '--json'])).json).toMatchObject({ status: 'success' })
  const { json } = await run(['list', '--json'])
  expect(json.results.map(({ adopted, proven }) => [adopted ?? false, proven]).sort()).toEqual([
    [false, true],
    [true, false],
  ])
})

test('a directory on the command line wins, and secrets may come from mounted files', async () => {
  const other = join(root, 'other')
  mkdirSync(other)
  writeFileSync(join(other, 'file'), 'x')
  writeFileSync(join(root, 'connection'), `${azurite.connectionString}\n`)
  const { json } = await run(['backup', './other', '--json'], {
    AZURE_STORAGE_CONNECTION_STRING: undefined,
    AZURE_STORAGE_CONNECTION_STRING_FILE: join(root, 'connection'),
    BACKUP_DIRECTORY: '/nowhere',
    TZ: 'Europe/Berlin',
  })
  expect(json).toMatchObject({ status: 'success', results: [{ job: 'other', files: 1 }] })
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format()
  expect(
    (await blobs()).filter((name) => name.startsWith(`other_${local.replaceAll('-', '')}`)),
  ).toHaveLength(1)
})

test('never shows the account’s key', async () => {
  const { stdout, stderr } = await run(['backup', '--verbose'], {
    AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString.replace(
      azurite.key,
      `AAAA${azurite.key.slice(4)}`,
    ),
  })
  expect(stderr).toContain('ERROR - error: azure refuses the credentials')
  expect(stdout + stderr).not.toContain(azurite.key.slice(4))
})
