import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isRoot } from '../fixtures/odd-tree.ts'
import { hasTool } from '../services/find-tool.ts'
import { barePath, hasPublicTools, restoreByHand } from './by-hand.ts'
import { waitFor } from './wait-for.ts'
import { onRemoval, type Workspace, workspace } from './workspace.ts'

const passphrase = 'korrekt "hörse" battery\tstaple'
const timeout = 180_000

interface Settings {
  readonly job?: readonly string[]
  readonly run?: string
  readonly passphrase?: string
}

/** A job `tree` that packs what a command prints as 7z into `archives/`. */
function configure(space: Workspace, settings: Settings = {}): void {
  space.write(
    'data.sql',
    Array.from({ length: 20_000 }, (_, index) => `insert into t values (${index});`).join('\n'),
  )
  space.write('.env', `ARCHIVE_PASSWORD='${settings.passphrase ?? passphrase}'\n`)
  space.configure({
    source: [
      'type: command',
      `run: ${settings.run ?? `[cat, ${space.path('data.sql')}]`}`,
      'media-type: application/sql',
    ],
    encryption: [`recipients: [${space.keys.recipient}]`, 'passphrase: "${ARCHIVE_PASSWORD}"'],
    job: [
      'package: 7z',
      `spool: ${space.path('spool')}`,
      'object-name: "archives/{job}_{time:YYYYMMDD_HHMMSS}.7z"',
      ...(settings.job ?? []),
    ],
  })
}

const spooled = (space: Workspace) =>
  existsSync(space.path('spool')) ? readdirSync(space.path('spool')) : []
const archiveOf = (space: Workspace) => `${space.repository}/${space.keysUnder('archives/')[0]}`

async function backup(space: Workspace, ...args: string[]) {
  const ran = await space.run(['backup', '--json', ...args])
  expect(ran.json.errors).toEqual([])
  return ran.json.results[0]
}

describe.skipIf(!hasTool('7zz'))('package: 7z', () => {
  it('is one archive that 7-Zip and its password open, and nobody sees what is in it without', {
    timeout,
  }, async () => {
    const space = await workspace()
    configure(space, { job: ['checksum-file: true'] })
    const result = await backup(space)
    const [archive = '', checksum = ''] = space.keysUnder('archives/')
    expect(archive).toMatch(/^archives\/tree_\d{8}_\d{6}\.7z$/)
    expect(checksum).toBe(`${archive}.sha256`)
    const file = `${space.repository}/${archive}`
    const opened = spawnSync('7zz', ['x', '-so', file], { input: `${passphrase}\n`, maxBuffer: 1e8 })
    expect(opened.stdout.toString()).toBe(space.read('data.sql'))
    const looked = spawnSync('7zz', ['l', file], { input: 'something else\n' })
    expect(looked.status).toBe(2)
    expect(looked.stdout.toString() + looked.stderr.toString()).not.toContain('stream')
    expect(result.storedBytes).toBeLessThan(300_000)
    expect(spooled(space)).toEqual([])
  })

  it('is verified in every depth, drilled and restored', { timeout }, async () => {
    const space = await workspace()
    configure(space)
    const { id } = await backup(space)
    for (const depth of ['exists', 'checksum', 'contents', 'restore']) {
      const ran = await space.run(['verify', '--depth', depth, '--json', '--identity', space.identity])
      expect(ran.json).toMatchObject({ exitCode: 0, results: [{ result: 'passed', depth }] })
    }
    const restored = await space.run(['restore', 'tree', '--to', space.path('out.sql'), '--yes'])
    expect(restored.exitCode).toBe(0)
    expect(space.read('out.sql')).toBe(space.read('data.sql'))
    // By the key of the object as well as by the id.
    const key = space.keysUnder('archives/')[0] ?? ''
    const again = await space.run(['restore', key, '--to', '-', '--yes'])
    expect(again.stdout).toBe(space.read('data.sql'))
    expect((await space.run(['show', id, '--json'])).exitCode).toBe(0)
    expect(spooled(space)).toEqual([])
  })

  it.skipIf(!hasPublicTools)('is restored by hand as RESTORE.md says', { timeout }, async () => {
    const space = await workspace()
    configure(space)
    const { id } = await backup(space)
    const ask = space.write('password', `${passphrase}\n`)
    const out = space.path('by-hand')
    const { stdout, stderr } = restoreByHand(space, barePath(space, '7zz'), {
      job: 'tree',
      id,
      out,
      identity: space.identity,
      kind: 'anything else',
      ask,
    })
    expect(stdout).toContain('all was read and whole')
    expect(stderr).not.toMatch(/DAMAGED/)
    expect(readFileSync(`${out}/stream`, 'utf8')).toBe(space.read('data.sql'))
  })

  it('packs directories as well, and finds single files in them', { timeout }, async () => {
    const space = await workspace()
    mkdirSync(space.path('source/deep'))
    writeFileSync(space.path('source/deep/letter'), 'dear diary')
    writeFileSync(space.path('source/other'), 'x'.repeat(5000))
    space.write('.env', 'ARCHIVE_PASSWORD=0123456789\n')
    space.configure({
      encryption: [`recipients: [${space.keys.recipient}]`, 'passphrase: "${ARCHIVE_PASSWORD}"'],
      job: ['package: 7z', 'spool: spool'],
    })
    await backup(space)
    await backup(space)
    const ran = await space.run([
      'restore',
      'tree',
      '--include',
      'deep/**',
      '--to',
      space.path('out'),
      '--yes',
    ])
    expect(ran.exitCode).toBe(0)
    expect(space.read('out/deep/letter')).toBe('dear diary')
    const drilled = await space.run(['drill', '--json', '--identity', space.identity])
    expect(drilled.json).toMatchObject({ exitCode: 0 })
    expect(spooled(space)).toEqual([])
  })

  it('says of a wrong passphrase that it is wrong, and of a truncated archive that it is damaged', {
    timeout,
  }, async () => {
    const space = await workspace()
    configure(space)
    await backup(space)
    const restore = () =>
      space.run(['restore', 'tree', '--to', '-', '--yes', '--json', '--identity', space.identity])
    space.write('.env', 'ARCHIVE_PASSWORD=another-one\n')
    const wrong = await space.run([
      'restore',
      'tree',
      '--to',
      space.path('out'),
      '--yes',
      '--json',
      '--identity',
      space.identity,
    ])
    expect(wrong.json).toMatchObject({ exitCode: 1, errors: [{ code: 'passphrase-wrong' }] })
    expect(existsSync(space.path('out'))).toBe(false)
    expect(wrong.stdout).not.toContain('another-one')
    space.write('.env', `ARCHIVE_PASSWORD='${passphrase}'\n`)
    const file = archiveOf(space)
    truncateSync(file, 3000)
    const damaged = await restore()
    expect(damaged.stderr + damaged.stdout).toContain('object-damaged')
    expect(damaged.exitCode).toBe(5)
    const verified = await space.run(['verify', '--json'])
    expect(verified.json.results[0]).toMatchObject({
      result: 'failed',
      damaged: space.keysUnder('archives/'),
    })
    expect(spooled(space)).toEqual([])
  })

  it('restores an archive that somebody else made, and names what is wrong with it', {
    timeout,
  }, async () => {
    const space = await workspace()
    configure(space)
    mkdirSync(`${space.repository}/archives`, { recursive: true })
    const key = 'archives/tree_20200102_030405.7z'
    const file = `${space.repository}/${key}`
    execFileSync('7zz', ['a', '-mhe=on', '-p', '-bd', file, space.path('data.sql')], {
      input: `${passphrase}\n`,
    })
    const good = await space.run(['restore', key, '--to', '-', '--yes'])
    expect(good.stdout).toBe(space.read('data.sql'))
    copyFileSync(file, space.path('kept'))
    truncateSync(file, 3000)
    const cut = await space.run(['restore', key, '--to', space.path('out'), '--yes', '--json'])
    expect(cut.json.errors).toMatchObject([{ code: 'object-damaged' }])
    copyFileSync(space.path('kept'), file)
    space.write('.env', 'ARCHIVE_PASSWORD=another-one\n')
    const wrong = await space.run(['restore', key, '--to', space.path('out'), '--yes', '--json'])
    expect(wrong.json.errors).toMatchObject([{ code: 'passphrase-wrong' }])
    expect(existsSync(space.path('out'))).toBe(false)
  })

  it('leaves no spool and no backup where the command fails, is too small, or the run is ended', {
    timeout,
  }, async () => {
    const space = await workspace()
    const refused: [Settings, string][] = [
      [{ run: '[sh, -c, "echo half; exit 3"]' }, 'tool-failed'],
      [{ run: '["true"]' }, 'backup-too-small'],
      [{ job: ['guards: {min-size: {limit: 10MiB, then: fail}}'] }, 'backup-too-small'],
      [{ passphrase: 'two\\nlines' }, 'key-invalid'],
    ]
    for (const [settings, code] of refused) {
      configure(space, settings)
      if (code === 'key-invalid') space.write('.env', 'ARCHIVE_PASSWORD="two\\nlines"\n')
      const ran = await space.run(['backup', '--json'])
      expect(ran.json.errors).toMatchObject([{ code }])
      expect(spooled(space)).toEqual([])
    }
    expect(space.keysUnder('manifests/')).toEqual([])
  })

  it('is not rekeyed, which is said, and is deleted where it is shredded', { timeout }, async () => {
    const space = await workspace()
    configure(space)
    const first = await backup(space)
    const [doomed] = space.keysUnder('archives/')
    const second = await backup(space)
    const opened = ['--identity', space.identity, '--json']
    const rekeyed = await space.run(['rekey', ...opened])
    expect(rekeyed.json.errors).toEqual([])
    expect(rekeyed.json.warnings).toMatchObject([
      {
        code: 'archives-not-rekeyed',
        severity: 'info',
        message: expect.stringContaining('2 backups of tree at local are 7z archives'),
      },
    ])
    const shredded = await space.run(['shred', first.id, '--yes', ...opened])
    expect(shredded.json.errors).toEqual([])
    expect(shredded.json.results).toMatchObject([{ id: first.id, wraps: 2, archives: 1, shredded: true }])
    expect(space.keysUnder('archives/')).toHaveLength(1)
    expect(space.keysUnder('archives/')).not.toContain(doomed)

    space.write('holdfast.yml', space.read('holdfast.yml').replace(/^ +object-name:.*\n/m, ''))
    const inside = await backup(space)
    expect(space.keysUnder(`data/tree/${inside.id}/stream`)).toHaveLength(1)
    const view = await space.run(['shred', inside.id, '--yes', '--identity', space.identity])
    expect(view.stdout).toContain('2 wrapped keys and 1 7z archive deleted')
    expect(space.keysUnder(`data/tree/${inside.id}/stream`)).toEqual([])
    expect((await space.run(['verify', second.id, ...opened])).json.errors).toEqual([])
  })

  it('takes the spool of an interrupted run away, and that of a killed one with the next', {
    timeout,
  }, async () => {
    const space = await workspace()
    configure(space, { run: '[sh, -c, "echo begun; sleep 600"]' })
    const first = space.start(['backup'])
    await waitFor(() => spooled(space).length === 1, 'the spool')
    first.signal('SIGTERM')
    expect((await first.ended).exitCode).toBe(143)
    expect(spooled(space)).toEqual([])
    const second = space.start(['backup'])
    await waitFor(() => spooled(space).length === 1, 'the spool')
    second.killGroup()
    await second.ended
    expect(spooled(space)).toHaveLength(1)
    configure(space)
    await backup(space)
    expect(spooled(space)).toEqual([])
  })

  it.skipIf(!isRoot)(
    'says that the disk of the spool is too small, before and while it fills',
    { timeout },
    async () => {
      const space = await workspace()
      const spool = space.path('spool')
      mkdirSync(spool)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', spool])
      onRemoval(() => execFileSync('umount', [spool]))
      configure(space, { run: '[head, -c, "9000000", /dev/urandom]' })
      expect((await space.run(['backup', '--json'])).json.errors).toMatchObject([{ code: 'disk-full' }])
      expect(spooled(space)).toEqual([])
      // The archive would not fit beside what it is made of.
      configure(space, { run: '[head, -c, "3000000", /dev/urandom]' })
      expect((await space.run(['backup', '--json'])).json.errors).toMatchObject([
        { code: 'scratch-too-small', context: { path: spool } },
      ])
      expect(spooled(space)).toEqual([])
    },
  )

  it('says what to install where there is no 7-Zip', { timeout }, async () => {
    const space = await workspace()
    configure(space)
    mkdirSync(space.path('bin'))
    for (const tool of ['cat', 'sh']) {
      copyFileSync(execFileSync('which', [tool]).toString().trim(), space.path('bin', tool))
    }
    const ran = await space.run(['backup', '--json'], { env: { PATH: space.path('bin') } })
    expect(ran.json.errors).toMatchObject([{ code: 'tool-missing', hint: expect.stringContaining('7zip') }])
  })
})
