import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateKeys } from '../../../src/commands/keygen.ts'
import { driverSchemas } from '../../../src/composition/drivers.ts'
import { loadConfig } from '../../../src/config/config.ts'
import { cli } from '../cli.ts'

let root: string
let recipient: string

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-zrb-'))
  ;({ recipient } = await generateKeys(join(root, 'keys'), new Date()))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const load = (environment: Record<string, string> = {}) =>
  loadConfig({ file: join(root, 'holdfast.yml'), cwd: root, environment, drivers: driverSchemas })

function writeZrb(s3: string, more = ''): string {
  const file = join(root, 'config.yaml')
  writeFileSync(
    file,
    `base_dir: ${root}/zrb
age_public_key: ${recipient}
s3:
${s3}
tasks:
  - name: Home Data
    description: everybody
    enabled: true
    pool: tank
    dataset: home/all
  - name: old
    enabled: false
    pool: tank
    dataset: old
${more}`,
  )
  return file
}

const bucket = `  enabled: true
  bucket: acme
  region: eu-central-1
  prefix: zfs/
  endpoint: https://s3.example.org
  storage_class:
    manifest: STANDARD
    backup_data: [DEEP_ARCHIVE, GLACIER, STANDARD]
  retry: {max_attempts: 3}`

describe('init --from zrb', () => {
  test("writes what zrb's configuration means, and tells what its state files say", async () => {
    const run = join(root, 'zrb', 'run', 'tank', 'home', 'all')
    mkdirSync(run, { recursive: true })
    writeFileSync(
      join(run, 'last_backup_manifest.yaml'),
      `pool: tank
dataset: home/all
backup_levels:
  - {datetime: 1700000000, snapshot: "tank/home/all@zrb_level0_1700000000", blake3_hash: aa, s3_path: tank/home/all/level0/20231114}
  - null
  - {datetime: 1700100000, snapshot: "tank/home/all@zrb_level2_1700100000", blake3_hash: bb, s3_path: ""}
`,
    )
    writeFileSync(join(run, 'backup_state.yaml'), 'task_name: Home Data\n')
    const { exitCode, json } = await cli(['init', '--from', 'zrb', '--source', writeZrb(bucket), '--json'], {
      cwd: root,
    })
    expect([exitCode, json.results[0]]).toMatchObject([0, { file: 'holdfast.yml', jobs: ['home-data'] }])
    const config = load()
    expect(config.jobNames).toEqual(['home-data'])
    expect(config.job('home-data').source).toMatchObject({
      type: 'zfs',
      settings: { dataset: 'tank/home/all', recursive: false, raw: 'auto' },
    })
    expect(config.job('home-data').hashes).toEqual(['sha256', 'blake3'])
    expect(config.job('home-data').levels.map(({ level }) => level)).toEqual([0, 1, 2])
    expect(config.destination('store')).toMatchObject({
      type: 's3',
      settings: { bucket: 'acme', prefix: 'zfs/holdfast', endpoint: 'https://s3.example.org' },
    })
    // What zrb left stays known, where it lies.
    expect(config.destination('zrb')).toMatchObject({
      type: 's3',
      settings: { bucket: 'acme', prefix: 'zfs' },
    })
    expect(config.job('home-data').adopt.zrb).toBe('zrb')
    expect(config.encryption().recipients).toEqual([recipient])
    const text = readFileSync(join(root, 'holdfast.yml'), 'utf8')
    expect(text).toContain('tank/home/all@zrb_level2_1700100000')
    expect(text).toContain('data/tank/home/all/level0/20231114')
    expect(text).toContain('did not end')
    expect(text).toContain('disabled: old')
  })

  test('without a bucket backups go to a folder', async () => {
    await cli(['init', '--from', 'zrb', '--source', writeZrb('  enabled: false')], { cwd: root })
    expect(load().destination('store')).toMatchObject({
      type: 'filesystem',
      settings: { path: join(root, 'zrb', 'holdfast') },
    })
  })

  test('two tasks whose names come to the same are two jobs', async () => {
    const twin = '  - {name: home-data, enabled: true, pool: tank, dataset: twin}\n'
    await cli(['init', '--from', 'zrb', '--source', writeZrb('  enabled: false', twin)], { cwd: root })
    expect(load().jobNames).toEqual(['home-data', 'home-data-2'])
  })

  test('a file that is missing, no YAML, or no configuration is refused, with all that is wrong', async () => {
    const run = async () =>
      (await cli(['init', '--from', 'zrb', '--source', 'zrb.yaml', '--json'], { cwd: root })).json.errors[0]
    expect(await run()).toMatchObject({ code: 'config-file-unreadable' })
    writeFileSync(join(root, 'zrb.yaml'), '{')
    expect(await run()).toMatchObject({ code: 'config-invalid' })
    writeFileSync(join(root, 'zrb.yaml'), 'age_public_key: nonsense\ntasks: []\n')
    const wrong = await run()
    expect(wrong).toMatchObject({ code: 'config-invalid' })
    for (const key of ['base_dir', 'age_public_key', 'tasks']) expect(wrong?.message).toContain(key)
  })

  test('genkey is keygen', async () => {
    const { exitCode } = await cli(['genkey', '--out', 'made'], { cwd: root })
    expect(exitCode).toBe(0)
    expect(readFileSync(join(root, 'made', 'identity.txt'), 'utf8')).toContain('AGE-SECRET-KEY-')
  })
})

test('the example is read', () => {
  cpSync(join(import.meta.dirname, '..', '..', '..', 'examples', 'zrb'), root, { recursive: true })
  const config = load({ HOLDFAST_RECIPIENT: recipient })
  config.prepare({ jobs: ['home', 'vault'], parts: ['source', 'destinations', 'encryption'] })
  expect(config.job('home').source.settings).toMatchObject({ dataset: 'tank/home', recursive: true })
})
